package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.DeclaredProperty;
import io.skillsdk.internal.json.JsonText;
import io.skillsdk.internal.json.schema.Direction;
import io.skillsdk.internal.json.schema.JsonSchemas;
import io.skillsdk.internal.json.schema.PayloadSchemas;
import io.skillsdk.internal.json.shape.JsonShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schemas of what goes over HTTP: the envelope around a payload, and the answer around a result. */
final class EnvelopeSchemas {

    private final JsonSchemas schemas;

    private final Map<String, Object> envelope;

    private final Map<String, Object> empty;

    EnvelopeSchemas(JsonSchemas schemas) {
        this.schemas = schemas;
        this.envelope = schemas.add("Envelope", envelope());
        this.empty = JsonObject.of("type", "object").with("maxProperties", 0).map();
    }

    /** What an action takes: all that is not of this action is described once. */
    Map<String, Object> request(Action action) {
        PayloadSchemas payload = payload(action);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("payload", payload.schema());
        if (!action.properties().isEmpty()) {
            properties.put("properties", properties(action.properties()));
        }
        JsonObject own = JsonObject.of("type", "object").with("properties", properties);
        if (payload.isRequired()) {
            own.with("required", List.of("payload"));
        }
        return schemas.add(
                action.name() + "Request",
                JsonObject.of("allOf", List.of(envelope, own.map())).map());
    }

    /** What an action takes within the envelope. */
    PayloadSchemas payload(Action action) {
        return new PayloadSchemas(schemas, action.payload(), action.takesPayload());
    }

    /** What an action answers with when all is well. */
    Map<String, Object> answer(Action action) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("payload", result(action));
        properties.put(
                "outputName",
                JsonObject.of("type", "string")
                        .with("description", "The output of the skill that the result goes to; absent for its own.")
                        .map());
        return schemas.add(
                action.name() + "Answer",
                JsonObject.of("type", "object")
                        .with("properties", properties)
                        .with("required", List.of("payload"))
                        .map());
    }

    private Map<String, Object> result(Action action) {
        JsonShape shape = action.resultShape();
        if (shape == null) {
            return action.resultType().equals("void") ? empty : new LinkedHashMap<>();
        }
        Map<String, Object> schema = schemas.of(shape, Direction.WRITTEN);
        if (schema.isEmpty()) {
            return schema;
        }
        boolean text = shape instanceof JsonShape.Scalar scalar && scalar.kind() == JsonShape.Kind.STRING;
        if (shape instanceof JsonShape.Scalar && !text) {
            schema = JsonObject.of("type", "object")
                    .with("properties", JsonObject.of("result", schema).map())
                    .with("required", List.of("result"))
                    .map();
        }
        boolean maybeEmpty = text && !schema.containsKey("enum");
        return maybeEmpty || action.mayAnswerNothing()
                ? JsonObject.of("anyOf", List.of(schema, empty)).map()
                : schema;
    }

    private static Map<String, Object> properties(List<DeclaredProperty> declared) {
        Map<String, Object> properties = new LinkedHashMap<>();
        declared.forEach(property -> properties.put(property.name(), property(property)));
        return JsonObject.of("type", List.of("object", "null"))
                .with("description", "The skill's properties, with defaults merged.")
                .with("properties", properties)
                .map();
    }

    /** The gateway decodes values as JSON, so that their type need not be the declared one. */
    private static Map<String, Object> property(DeclaredProperty property) {
        JsonObject schema = new JsonObject();
        if (!property.validValues().isEmpty()) {
            List<Object> values = new ArrayList<>();
            for (String value : property.validValues()) {
                values.add(value);
                if (!JsonText.decoded(value).equals(value)) {
                    values.add(JsonText.decoded(value));
                }
            }
            schema.with("examples", values);
        } else if (property.type().equals("Number")) {
            schema.with("type", List.of("number", "string", "null"));
        } else if (property.type().equals("Boolean")) {
            schema.with("type", List.of("boolean", "string", "null"));
        }
        schema.withText("title", property.title()).withText("description", property.description());
        if (property.secure()) {
            schema.with("writeOnly", true);
        } else if (property.defaultValue() != null) {
            schema.with("default", property.defaultValue());
        }
        return schema.map();
    }

    private static Map<String, Object> envelope() {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("activationId", text("The call's id on the platform; the same in logs and errors."));
        keys.put("sessionId", text("The session of the call; the activation's id unless the caller set one."));
        keys.put("projectId", text("The project of the call."));
        keys.put("skillName", text("The skill, which may have the project's name before it."));
        keys.put("outputName", text("The output that the input routes to: at a shared path it chooses the action."));
        keys.put("apiEndpoint", text("The platform's address, for calls back to it."));
        Map<String, Object> token = text("The caller's token (JWT), for calls back to the platform.");
        token.put("writeOnly", true);
        keys.put("token", token);
        keys.put(
                "timestamp",
                JsonObject.of("type", List.of("number", "null"))
                        .with("description", "When the call was made, in milliseconds since 1970.")
                        .map());
        return JsonObject.of("type", "object")
                .with(
                        "description",
                        "What the platform sends around a payload. None of its keys is needed for a call without it,"
                                + " and others are allowed.")
                .with("properties", keys)
                .map();
    }

    private static Map<String, Object> text(String description) {
        return new JsonObject()
                .with("type", List.of("string", "null"))
                .with("description", description)
                .map();
    }
}
