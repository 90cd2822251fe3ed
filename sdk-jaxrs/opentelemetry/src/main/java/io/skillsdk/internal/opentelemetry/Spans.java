package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes server spans in the words of the semantic conventions for HTTP. */
final class Spans {

    /** The headers that a parent is read from. */
    static final Set<String> HEADERS = Set.of(
            "traceparent", "tracestate", "baggage", "b3", "x-b3-traceid", "x-b3-spanid", "x-b3-sampled", "x-b3-flags");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");

    private static final AttributeKey<String> ACTION = AttributeKey.stringKey("skill.action");

    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private static final int SERVER_ERROR = 500;

    private final Supplier<OpenTelemetry> source;

    Spans(Supplier<OpenTelemetry> source) {
        this.source = source;
    }

    /** A span to be started, below the one that the headers tell of. */
    SpanBuilder server(String action, String method, String route, Function<String, @Nullable String> header) {
        OpenTelemetry telemetry = source.get();
        Context parent =
                telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), header, new HeaderGetter());
        if (!Span.fromContext(parent).getSpanContext().isValid()) {
            parent = B3Parent.in(parent, header);
        }
        return telemetry
                .getTracer("io.skillsdk")
                .spanBuilder(name(method, route))
                .setSpanKind(SpanKind.SERVER)
                .setParent(parent)
                .setAttribute(METHOD, method)
                .setAttribute(ROUTE, path(route))
                .setAttribute(ACTION, action);
    }

    static String name(String method, String route) {
        return method + " " + path(route);
    }

    static String path(String route) {
        return "/" + route;
    }

    /** Says what a call has come to: an error of the client is none of the server's (semantic conventions). */
    static void answered(Span span, int status, @Nullable Throwable failure) {
        span.setAttribute(STATUS, (long) status);
        if (status >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(
                    ERROR,
                    failure == null
                            ? Integer.toString(status)
                            : failure.getClass().getName());
            if (failure != null) {
                span.recordException(failure);
            }
        }
    }
}
