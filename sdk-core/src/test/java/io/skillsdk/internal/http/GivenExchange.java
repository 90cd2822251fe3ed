package io.skillsdk.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request of a test.
 *
 * @param headers by name, in any case
 */
record GivenExchange(Map<String, List<String>> headers, Map<String, List<String>> queryParameters, Duration spent)
        implements HttpExchange {

    /** With one value for each header. */
    static GivenExchange of(Map<String, String> headers, Map<String, List<String>> query) {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new GivenExchange(all, query, Duration.ZERO);
    }

    @Override
    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }
}
