package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ParameterInfo;
import io.skillsdk.internal.json.schema.JsonSchemas;
import io.skillsdk.internal.json.shape.JsonShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An action as a tool for programs that call by JSON Schema: arguments by name, and the answer as one object. Members of the
 * payload are arguments of their own where it is a structure; else {@code payload} is one.
 *
 * @param input the schema of the arguments
 * @param output the schema of the answer
 * @param flat whether the members of the payload are arguments of their own
 */
public record ToolDescription(Map<String, Object> input, Map<String, Object> output, boolean flat) {

    private static final String COMPONENTS = "#/components/schemas/";

    private static final String PAYLOAD = "payload";

    /** Describes an action. */
    public static ToolDescription of(Action action) {
        boolean flat = action.takesPayload()
                && action.payload().shape() instanceof JsonShape.Structure structure
                && action.parameters().stream()
                        .noneMatch(each -> structure.members().containsKey(each.name()));
        JsonSchemas schemas = new JsonSchemas();
        EnvelopeSchemas envelopes = new EnvelopeSchemas(schemas);
        Map<String, Object> input = new LinkedHashMap<>(input(action, schemas, envelopes, flat));
        Map<String, Object> output = new LinkedHashMap<>(resolved(envelopes.answer(action), schemas));
        input.put("$defs", schemas.components());
        output.put("$defs", schemas.components());
        return new ToolDescription(local(input), local(output), flat);
    }

    private static Map<String, Object> input(
            Action action, JsonSchemas schemas, EnvelopeSchemas envelopes, boolean flat) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> required = new ArrayList<>();
        ParameterObjects parameters = new ParameterObjects(schemas);
        for (ParameterInfo info : action.parameters()) {
            properties.put(info.name(), parameters.schema(info));
            if (info.required()) {
                required.add(info.name());
            }
        }
        if (flat) {
            Map<String, Object> members = resolved(envelopes.payload(action).schema(), schemas);
            properties.putAll(map(members.get("properties")));
            required.addAll(members.get("required") instanceof List<?> names ? names : List.of());
        } else if (action.takesPayload()) {
            properties.put(PAYLOAD, envelopes.payload(action).schema());
            if (envelopes.payload(action).isRequired()) {
                required.add(PAYLOAD);
            }
        }
        JsonObject input = JsonObject.of("type", "object").with("properties", properties);
        return (required.isEmpty() ? input : input.with("required", required)).map();
    }

    /** The schema that a reference, or a reference or null, leads to. */
    private static Map<String, Object> resolved(Map<String, Object> schema, JsonSchemas schemas) {
        if (schema.get("$ref") instanceof String reference) {
            return map(schemas.components().get(reference.substring(COMPONENTS.length())));
        }
        return schema.get("anyOf") instanceof List<?> alternatives
                ? resolved(map(alternatives.get(0)), schemas)
                : schema;
    }

    /** The same with references into itself, and without what OpenAPI adds to JSON Schema. */
    private static Map<String, Object> local(Map<String, Object> schema) {
        Map<String, Object> local = new LinkedHashMap<>();
        schema.forEach((key, value) -> {
            if (key.equals("$ref")) {
                local.put(key, value.toString().replace(COMPONENTS, "#/$defs/"));
            } else if (!(key.equals("discriminator")
                    && value instanceof Map<?, ?> told
                    && told.containsKey("mapping"))) {
                local.put(key, localValue(value));
            }
        });
        return local;
    }

    private static Object localValue(Object value) {
        if (value instanceof Map<?, ?> nested) {
            return local(map(nested));
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(each -> all.add(localValue(each)));
            return all;
        }
        return value;
    }

    @SuppressWarnings("unchecked") // the schemas are made here
    private static Map<String, Object> map(@Nullable Object schema) {
        return schema == null ? Map.of() : (Map<String, Object>) schema;
    }
}
