package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets.
 *
 * @param inside whether they are asked for inside the cluster, where their values are shown
 */
record SecretRoutes(boolean inside) implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        Map<String, JsonDocument> secrets = project.secrets();
        String keys = call.query().get("keys");
        if (keys != null) {
            Map<String, Object> found = new LinkedHashMap<>();
            for (String key : keys.split(",", -1)) {
                JsonDocument value = secrets.get(key);
                if (value != null && inside) {
                    found.put(key, Map.of("value", value));
                }
            }
            return Reply.json(found);
        }
        return switch (call.shape()) {
            case "GET 0" -> Reply.json(secrets.keySet());
            case "GET 1" -> {
                JsonDocument value = secrets.get(call.segment(0));
                if (value == null) {
                    throw new Refusal(404, "Secret not found");
                }
                yield Reply.json(inside ? Map.of("value", value) : Map.of());
            }
            case "POST 1" -> {
                JsonDocument value = call.object().get("value");
                if (value.isAbsent()) {
                    throw new Refusal(400, "\"value\" is required");
                }
                secrets.put(call.segment(0), value);
                yield Reply.success("Secret saved");
            }
            case "DELETE 1" -> {
                if (secrets.remove(call.segment(0)) == null) {
                    throw new Refusal(404, "Secret not found");
                }
                yield Reply.success("Secret deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }
}
