package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions, in the one or the other form of writes. */
record SessionRoutes(SessionForm form) implements Routes {

    private static final int MOST_BYTES = 512 * 1024;

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        if (call.body().length > MOST_BYTES) {
            throw new Refusal(413, "request entity too large");
        }
        return switch (call.shape()) {
            case "POST 0" -> start(project, call.object());
            case "GET 0" ->
                Reply.json(
                        Map.of("success", true, "sessions", project.sessions().list(call.number("limit", 100))));
            case "GET 1" -> read(project, call);
            case "POST 1" -> write(project, call);
            case "DELETE 1" -> {
                if (!project.sessions().delete(call.segment(0))) {
                    throw new Refusal(404, "Session not found");
                }
                yield Reply.success("Session deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static WireAnswer start(ProjectData project, JsonDocument body) {
        JsonDocument ttl = body.get("ttl");
        if (!ttl.isAbsent() && !ttl.isNumber()) {
            throw new Refusal(400, "\"ttl\" must be a number", "ttl");
        }
        String given = body.get("sessionId").text();
        String id = given.isEmpty() ? UUID.randomUUID().toString() : given;
        project.sessions()
                .start(
                        id,
                        ttl.isAbsent() ? null : ttl.wholeNumber(0),
                        body.get("description").text(),
                        body.get("state").members());
        return Reply.json(Map.of("success", true, "sessionId", id, "message", "Session created"));
    }

    /** The one form knows {@code subKey}, the other {@code key} (fabric-api). */
    private WireAnswer read(ProjectData project, StandInCall call) {
        Map<String, JsonDocument> state = project.sessions().read(call.segment(0));
        String key = call.query().get(form == SessionForm.BARE ? "subKey" : "key");
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("success", true);
        if (key != null) {
            answer.put("state", Collections.singletonMap(key, state.get(key)));
        } else {
            answer.put("state", state);
            answer.putAll(project.sessions().described(call.segment(0)));
        }
        return Reply.json(answer);
    }

    private WireAnswer write(ProjectData project, StandInCall call) {
        JsonDocument body = call.object();
        JsonDocument state = form == SessionForm.BARE ? body : body.get("state");
        if (!state.isObject() || state.members().isEmpty()) {
            throw new Refusal(400, "The state must be an object that is not empty");
        }
        project.sessions().write(call.segment(0), state.members());
        return Reply.success("Session updated");
    }
}
