package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.json.schema.JsonExamples;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bodies to show with actions: messages of the skill where there are some, else one that is made up and that the action's
 * own reader takes.
 *
 * @param messages whole bodies by action and name
 */
public record Examples(Map<String, Map<String, Object>> messages) {

    /** What is made up alone. */
    public static final Examples NONE = new Examples(Map.of());

    Map<String, Object> of(Action action) {
        Map<String, Object> given = messages.get(action.name());
        if (given != null) {
            return given;
        }
        Object payload =
                action.takesPayload() ? JsonExamples.of(action.payload().shape()) : Map.of();
        Map<String, Object> body = new LinkedHashMap<>();
        if (payload != null) {
            body.put("payload", payload);
        }
        return action.reads(body) ? Map.of("example", body) : Map.of();
    }
}
