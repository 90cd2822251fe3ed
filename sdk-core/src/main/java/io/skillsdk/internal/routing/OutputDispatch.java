package io.skillsdk.internal.routing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.PathTemplate;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.call.FailureAnswers;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.OutputNames;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.text.LogText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the action of a call at {@code daemon.path}: the platform has one path for a skill, and the inputs of a skill
 * differ in the envelope by {@code outputName} alone (gateway). Immutable.
 */
final class OutputDispatch {

    private final Map<String, Action> byOutput = new LinkedHashMap<>();

    private final @Nullable Action only;

    private final @Nullable Action atPath;

    private final String path;

    /**
     * Makes the choice among actions.
     *
     * @param atPath the action whose own path this is, for calls without an output; null for none
     * @param path the path, normalised
     */
    OutputDispatch(List<Action> actions, @Nullable Action atPath, String path) {
        for (Action action : actions) {
            byOutput.put(action.output(), action);
        }
        this.only = actions.size() == 1 ? actions.get(0) : null;
        this.atPath = atPath;
        this.path = path;
    }

    /** The action for an output; null where there is none. */
    @Nullable Action action(@Nullable String output) {
        if (only != null) {
            return only;
        }
        if (output == null || output.isEmpty()) {
            return atPath;
        }
        Action named = byOutput.get(output);
        // with daemon.path: '{{outputName}}' outputs are named like the paths
        return named == null && PathTemplate.normalise(output).equals(path) ? atPath : named;
    }

    /**
     * Chooses by a body.
     *
     * @return the action with what stands for the names in its path, or the answer to a call that reaches none
     */
    Dispatched dispatch(byte[] body, String contentType) {
        try {
            String output = only == null ? OutputNames.of(body) : null;
            Action action = action(output);
            return action == null
                    ? new Dispatched.Refused(unknown(output, body))
                    : new Dispatched.To(action, pathParameters(action, body));
        } catch (UnreadableBodyException e) {
            return new Dispatched.Refused(FailureAnswers.unreadable(contentType, e));
        }
    }

    private ActionAnswer unknown(@Nullable String output, byte[] body) {
        String outputs = byOutput.keySet().stream().collect(Collectors.joining(", "));
        String detail = output == null || output.isEmpty()
                ? "The body has no outputName, which chooses one of several actions at /" + path + ". Send one of: "
                        + outputs + ", or call an action at its own path."
                : "The outputName '" + LogText.of(output, 200) + "' belongs to no action. There are: " + outputs
                        + ". Route the input to one of these outputs in skill.yaml.";
        Map<String, Object> envelope = JsonCodec.readBody(body);
        Object id = envelope == null ? null : envelope.get("activationId");
        return ErrorAnswers.of(400, detail, id instanceof String text ? text : null, List.of(), Map.of());
    }

    /** What the path would have said, if the platform could give each input a path: the payload's members of those names. */
    private static Map<String, String> pathParameters(Action action, byte[] body) {
        if (action.template().isLiteral()) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, Object> envelope = JsonCodec.readBody(body);
        if (envelope != null && envelope.get("payload") instanceof Map<?, ?> payload) {
            for (String name : action.template().names()) {
                Object value = payload.get(name);
                if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                    values.put(name, value.toString());
                }
            }
        }
        return values;
    }
}
