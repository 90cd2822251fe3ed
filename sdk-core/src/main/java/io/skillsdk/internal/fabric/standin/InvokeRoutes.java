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
 * @param inputs what the noun has: {@code inputs} or {@code services}
 * @param members what answers, by name
 */
record InvokeRoutes(String noun, String inputs, Function<ProjectData, Map<String, UnaryOperator<Object>>> members)
        implements Routes {

    /** What the gateway takes. */
    private static final int MOST_BYTES = 512 * 1024;

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        if (!call.shape().equals("POST 3") || !call.segment(1).equals(inputs)) {
            throw new Refusal(404, "Not Found");
        }
        if (call.body().length > MOST_BYTES) {
            throw new Refusal(413, "request entity too large");
        }
        UnaryOperator<Object> member = members.apply(project).get(call.segment(0));
        if (member == null) {
            throw new Refusal(404, "The " + noun + " '" + call.segment(0) + "' was not found");
        }
        String id = UUID.randomUUID().toString();
        boolean sync = "true".equals(call.query().get("sync"));
        JsonDocument body = call.object();
        Map<String, @Nullable Object> activation = new LinkedHashMap<>();
        activation.put("success", true);
        activation.put("activationId", id);
        activation.put("sessionId", body.get("sessionId").isAbsent() ? id : body.get("sessionId"));
        activation.put(noun + "Name", call.segment(0));
        activation.put("start", project.clock().millis());
        activation.put("payload", body.get("payload"));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>(Map.of("success", true, "activationId", id));
        int status = 200;
        try {
            Object payload = body.map().get("payload");
            JsonDocument response = JsonDocument.of(member.apply(payload == null ? Map.of() : payload));
            activation.put("status", "COMPLETE");
            activation.put("response", response);
            if (isTruthy(response)) {
                answer.put("response", response);
            }
        } catch (RuntimeException e) {
            activation.put("status", "ERROR");
            activation.put("response", String.valueOf(e.getMessage()));
            answer.put("success", false);
            answer.put("message", String.valueOf(e.getMessage()));
            status = 500;
        }
        activation.put("end", project.clock().millis());
        project.activations().put(id, JsonDocument.of(activation));
        return sync ? Reply.json(status, answer) : Reply.json(Map.of("success", true, "activationId", id));
    }

    /** As JavaScript sees it: the gateway leaves any other response out. */
    private static boolean isTruthy(JsonDocument response) {
        boolean empty = response.isAbsent()
                || response.isFalse()
                || (response.isText() && response.text().isEmpty())
                || (response.isNumber() && response.number(0) == 0);
        return !empty;
    }
}
