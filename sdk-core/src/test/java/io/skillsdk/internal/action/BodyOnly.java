package io.skillsdk.internal.action;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A call that has a body and nothing else. */
public record BodyOnly(byte[] body) implements ActionCall {

    public static BodyOnly of(String json) {
        return new BodyOnly(json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.of();
    }

    @Override
    public Map<String, String> pathParameters() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return Map.of();
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }
}
