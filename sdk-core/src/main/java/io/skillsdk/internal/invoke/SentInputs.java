package io.skillsdk.internal.invoke;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What comes with a call beside its body. Immutable. */
public record SentInputs(
        Map<String, List<String>> headers,
        Map<String, String> pathParameters,
        Map<String, List<String>> queryParameters) {

    /** Nothing. */
    public static final SentInputs EMPTY = new SentInputs(Map.of(), Map.of(), Map.of());

    public SentInputs header(String name, String value) {
        return new SentInputs(added(headers, name, value), pathParameters, queryParameters);
    }

    public SentInputs headers(Map<String, String> values) {
        SentInputs with = this;
        for (Map.Entry<String, String> header : values.entrySet()) {
            with = with.header(header.getKey(), header.getValue());
        }
        return with;
    }

    public SentInputs pathParameter(String name, String value) {
        Map<String, String> values = new LinkedHashMap<>(pathParameters);
        values.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return new SentInputs(headers, values, queryParameters);
    }

    public SentInputs queryParameter(String name, String value) {
        return new SentInputs(headers, pathParameters, added(queryParameters, name, value));
    }

    private static Map<String, List<String>> added(Map<String, List<String>> to, String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(to);
        List<String> values = new ArrayList<>(all.getOrDefault(Objects.requireNonNull(name, "name"), List.of()));
        values.add(Objects.requireNonNull(value, "value"));
        all.put(name, List.copyOf(values));
        return all;
    }
}
