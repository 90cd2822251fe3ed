package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.json.JsonWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Envelopes in the shapes that the platform's gateway sends. */
final class Envelopes {

    /** The token, and a resolved secret, of each envelope: neither may come back in an error. */
    static final String TOKEN = "eyJhbGciOiJub25lIn0.Y29uZm9ybWFuY2U.dG9rZW4";

    static final String SECRET = "conformance-resolved-secret-0f9e8d";

    private Envelopes() {}

    static Map<String, @Nullable Object> skillCall(Message message) {
        Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
        envelope.put("payload", message.payload());
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        message.properties().forEach((name, value) -> properties.put(String.valueOf(name), value));
        properties.putIfAbsent("daemon.method", "POST");
        properties.putIfAbsent("daemon.port", "5000");
        properties.putIfAbsent("conformance.secret", SECRET);
        envelope.put("properties", properties);
        envelope.put("token", TOKEN);
        envelope.put("apiEndpoint", "http://127.0.0.1:9");
        envelope.put("projectId", "conformance-14d30");
        envelope.put("activationId", "6f1a3f0e-8d3e-4f5e-9f57-2f0c4d1f6a10");
        envelope.put("sessionId", "6f1a3f0e-8d3e-4f5e-9f57-2f0c4d1f6a10");
        envelope.put("skillName", "conformance-14d30-skill");
        envelope.put("skillTitle", "Conformance");
        envelope.put("outputName", "response");
        envelope.put("channelId", "output");
        envelope.put("agentName", "");
        envelope.put("timestamp", BigDecimal.valueOf(1_735_689_600_000L));
        return envelope;
    }

    static Map<String, @Nullable Object> agentCall(Message message) {
        Map<String, @Nullable Object> envelope = skillCall(message);
        envelope.put("agentName", "conformance/agent");
        envelope.put("channelId", "7d2b1b4e-51e8-4f8c-a6b4-9b3f3a9c2b11");
        envelope.put("headers", Map.of("x-team", "a", "content-type", "application/json"));
        return envelope;
    }

    /** With what older and newer versions of the platform may add. */
    static Map<String, @Nullable Object> withUnknownKeys(Message message) {
        Map<String, @Nullable Object> envelope = skillCall(message);
        envelope.put("instanceId", "i-1");
        envelope.put("serviceName", "service");
        envelope.put("messageId", "m-1");
        envelope.put("plugin_properties", Map.of("a", List.of(BigDecimal.ONE, true, "x")));
        envelope.put("x-future", null);
        envelope.put("größe", "Ω \uD83D\uDE00 \u2028");
        envelope.put("number", new BigDecimal("9007199254740993"));
        envelope.put("nested", List.of(List.of(List.of(Map.of()))));
        return envelope;
    }

    /** As property values are JSON texts that the gateway decodes. */
    static Map<String, @Nullable Object> withDecodedProperties(Message message) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        message.properties().forEach((name, value) -> properties.put(String.valueOf(name), value));
        properties.put("daemon.port", BigDecimal.valueOf(5000));
        properties.put("headers.X-Team", "a");
        properties.put("conformance.flag", true);
        properties.put("conformance.object", Map.of("a", BigDecimal.ONE));
        properties.put("conformance.list", List.of("a"));
        properties.put("conformance.null", null);
        return skillCall(new Message(message.payload(), properties));
    }

    static String text(Map<String, @Nullable Object> envelope) {
        return JsonWriter.write(envelope);
    }
}
