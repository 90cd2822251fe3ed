package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.json.schema.JsonSchemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations of a document: one for each action, and the one at the path that several share. */
final class Operations {

    private final EnvelopeSchemas envelopes;

    private final ErrorResponses errors;

    private final ParameterObjects parameters;

    private final Examples examples;

    private final Map<Action, Map<String, Object>> requests = new LinkedHashMap<>();

    private final Map<Action, Map<String, Object>> answers = new LinkedHashMap<>();

    Operations(JsonSchemas schemas, ErrorResponses errors, Examples examples) {
        this.envelopes = new EnvelopeSchemas(schemas);
        this.errors = errors;
        this.parameters = new ParameterObjects(schemas);
        this.examples = examples;
    }

    /** A call of an action at its own path. */
    Map<String, Object> of(Action action, Map<String, String> renamed) {
        JsonObject operation = JsonObject.of("operationId", action.name())
                .withText("summary", action.title())
                .withText("description", action.description());
        List<Object> all = parameters.of(action, renamed);
        if (!all.isEmpty()) {
            operation.with("parameters", all);
        }
        if (action.takesBody()) {
            operation.with("requestBody", body(request(action), examples.of(action)));
        }
        return operation
                .with("responses", responses(answer(action), action.takesBody()))
                .map();
    }

    /** A call at the path that actions share, where the envelope's output chooses. */
    Map<String, Object> shared(List<Action> actions) {
        List<Object> requests = new ArrayList<>();
        List<Object> answers = new ArrayList<>();
        Map<String, Object> bodies = new LinkedHashMap<>();
        for (Action action : actions) {
            Map<String, Object> chosen = JsonObject.of("properties", chosen(action.output()))
                    .with("required", List.of("outputName"))
                    .map();
            requests.add(
                    JsonObject.of("allOf", List.of(request(action), chosen)).map());
            answers.add(answer(action));
            examples.of(action).forEach((name, body) -> bodies.put(action.name() + "-" + name, routed(body, action)));
        }
        return JsonObject.of("operationId", "_invoke")
                .with("summary", "Any action, chosen by outputName")
                .with(
                        "description",
                        "The platform has one path for a skill. The envelope's outputName, which is the output that an"
                                + " input routes to, chooses the action. Names in an action's own path are read from the"
                                + " payload here.")
                .with("requestBody", body(JsonObject.of("anyOf", requests).map(), bodies))
                .with("responses", responses(JsonObject.of("anyOf", answers).map(), true))
                .map();
    }

    private Map<String, Object> request(Action action) {
        return requests.computeIfAbsent(action, envelopes::request);
    }

    private Map<String, Object> answer(Action action) {
        return answers.computeIfAbsent(action, envelopes::answer);
    }

    private static Map<String, Object> chosen(String output) {
        return JsonObject.of(
                        "outputName",
                        JsonObject.of("type", "string").with("const", output).map())
                .map();
    }

    private static Object routed(Object body, Action action) {
        if (!(body instanceof Map<?, ?> envelope)) {
            return body;
        }
        Map<Object, Object> routed = new LinkedHashMap<>(envelope);
        routed.put("outputName", action.output());
        return routed;
    }

    private static Map<String, Object> body(Map<String, Object> schema, Map<String, ?> examples) {
        return JsonObject.of("required", true)
                .with("content", JsonMedia.of(schema, examples))
                .map();
    }

    private Map<String, Object> responses(Map<String, Object> answer, boolean takesBody) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put(
                "200",
                JsonObject.of("description", "The result of the action.")
                        .with("content", JsonMedia.of(answer, Map.of()))
                        .map());
        responses.putAll(errors.references(takesBody));
        return responses;
    }
}
