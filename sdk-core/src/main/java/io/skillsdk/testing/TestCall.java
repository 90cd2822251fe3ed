package io.skillsdk.testing;

import io.skillsdk.internal.action.ActionCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call that no network brought. Immutable. */
final class TestCall implements ActionCall {

    static final TestCall EMPTY = new TestCall(new byte[0], Map.of(), Map.of(), Map.of());

    private final byte[] body;

    private final Map<String, List<String>> headers;

    private final Map<String, String> pathParameters;

    private final Map<String, List<String>> queryParameters;

    private final Instant deadline = Instant.now().plusSeconds(30);

    private TestCall(
            byte[] body,
            Map<String, List<String>> headers,
            Map<String, String> pathParameters,
            Map<String, List<String>> queryParameters) {
        this.body = body;
        this.headers = headers;
        this.pathParameters = pathParameters;
        this.queryParameters = queryParameters;
    }

    TestCall withBody(byte[] bytes) {
        return new TestCall(bytes, headers, pathParameters, queryParameters);
    }

    TestCall header(String name, String value) {
        return new TestCall(body, added(headers, name, value), pathParameters, queryParameters);
    }

    TestCall pathParameter(String name, String value) {
        Map<String, String> values = new LinkedHashMap<>(pathParameters);
        values.put(name, value);
        return new TestCall(body, headers, values, queryParameters);
    }

    TestCall queryParameter(String name, String value) {
        return new TestCall(body, headers, pathParameters, added(queryParameters, name, value));
    }

    private static Map<String, List<String>> added(Map<String, List<String>> to, String name, String value) {
        Map<String, List<String>> all = new LinkedHashMap<>(to);
        List<String> values = new ArrayList<>(all.getOrDefault(name, List.of()));
        values.add(value);
        all.put(name, List.copyOf(values));
        return all;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, List<String>> headers() {
        return headers;
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return queryParameters;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }
}
