package io.skillsdk;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The headers that hand a trace on: W3C Trace Context, B3 in one header and in several, and the mesh's request id. */
final class TraceHeaders {

    private static final Set<String> NAMES = Set.of("traceparent", "tracestate", "b3", "x-request-id");

    private static final String B3 = "x-b3-";

    private TraceHeaders() {}

    /** Those among the headers of a call: names in lower case to first values. */
    static Map<String, String> among(Map<String, List<String>> headers) {
        Map<String, String> tracing = new TreeMap<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!values.isEmpty() && (NAMES.contains(lower) || lower.startsWith(B3))) {
                tracing.put(lower, values.get(0));
            }
        });
        return Collections.unmodifiableMap(tracing);
    }
}
