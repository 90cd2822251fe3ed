package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the headers of a call for a propagator. */
final class HeaderGetter implements TextMapGetter<Function<String, @Nullable String>> {

    @Override
    @SuppressWarnings("deprecation") // but abstract, and propagators ask for it
    public Iterable<String> keys(Function<String, @Nullable String> headers) {
        return Spans.HEADERS;
    }

    @Override
    public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String key) {
        return headers == null ? null : headers.apply(key);
    }
}
