package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls of skills or agents. What answers in their place runs at once, also when no call waits.
 *
 * @param noun {@code skill} or {@code agent}
 * @param members what answers, by name
 */
record InvokeRoutes(String noun, Function<ProjectData, Map<String, UnaryOperator<Object>>> members) implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        if (!call.shape().equals("POST 3")) {
            throw new Refusal(404, "Not Found");
        }
        UnaryOperator<Object> member = members.apply(project).get(call.segment(0));
        if (member == null) {
            throw new Refusal(404, "The " + noun + " '" + call.segment(0) + "' was not found");
        }
        String id = UUID.randomUUID().toString();
        boolean sync = "true".equals(call.query().get("sync"));
        JsonDocument body = call.object();
        Map<String, @Nullable Object> activation = new LinkedHashMap<>();
        activation.put("activationId", id);
        activation.put(noun + "Name", call.segment(0));
        activation.put("payload", body.get("payload"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(Map.of("success", true, "activationId", id));
        int status = 200;
        try {
            Object payload = body.map().get("payload");
            JsonDocument response = JsonDocument.of(member.apply(payload == null ? Map.of() : payload));
            activation.put("status", "COMPLETE");
            activation.put("response", response);
            answer.put("response", response);
        } catch (RuntimeException e) {
            activation.put("status", "ERROR");
            activation.put("response", String.valueOf(e.getMessage()));
            answer.put("success", false);
            answer.put("message", String.valueOf(e.getMessage()));
            status = 500;
        }
        project.activations().put(id, JsonDocument.of(activation));
        return sync ? Reply.json(status, answer) : Reply.json(Map.of("success", true, "activationId", id));
    }
}
