package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parent that the platform's mesh tells of in {@code x-b3-*} or {@code b3}, where the application's propagators do not read
 * them: those of OpenTelemetry are W3C's alone unless it is told otherwise.
 */
final class B3Parent {

    private static final Set<String> SAMPLED = Set.of("1", "d", "true");

    private static final int SHORT_TRACE = 16;

    private B3Parent() {}

    static Context in(Context context, Function<String, @Nullable String> header) {
        String single = header.apply("b3");
        String[] parts = single == null
                ? new String[] {header.apply("x-b3-traceid"), header.apply("x-b3-spanid"), sampled(header)}
                : single.split("-", -1);
        String trace = part(parts, 0);
        String span = part(parts, 1);
        TraceFlags flags = SAMPLED.contains(part(parts, 2)) ? TraceFlags.getSampled() : TraceFlags.getDefault();
        SpanContext parent = SpanContext.createFromRemoteParent(
                trace.length() == SHORT_TRACE ? "0".repeat(SHORT_TRACE) + trace : trace,
                span,
                flags,
                TraceState.getDefault());
        return parent.isValid() ? context.with(Span.wrap(parent)) : context;
    }

    private static @Nullable String sampled(Function<String, @Nullable String> header) {
        return "1".equals(header.apply("x-b3-flags")) ? "d" : header.apply("x-b3-sampled");
    }

    private static String part(@Nullable String[] parts, int index) {
        String part = index < parts.length ? parts[index] : null;
        return part == null ? "" : part.toLowerCase(Locale.ROOT);
    }
}
