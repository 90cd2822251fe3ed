package io.skillsdk.internal.openapi;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ParameterInfo;
import io.skillsdk.internal.json.JsonText;
import io.skillsdk.internal.json.schema.Direction;
import io.skillsdk.internal.json.schema.JsonSchemas;
import io.skillsdk.internal.json.shape.JsonShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parameters of operations: path, query and headers. */
final class ParameterObjects {

    /** Headers that OpenAPI describes in other places. */
    private static final Set<String> ELSEWHERE = Set.of("accept", "content-type", "authorization");

    private final JsonSchemas schemas;

    ParameterObjects(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The parameters of an action.
     *
     * @param renamed the names in its path as the document has them, by its own
     */
    List<Object> of(Action action, Map<String, String> renamed) {
        List<Object> parameters = new ArrayList<>();
        for (ParameterInfo info : action.parameters()) {
            if (!info.in().equals("header") || !ELSEWHERE.contains(info.name().toLowerCase(Locale.ROOT))) {
                parameters.add(of(
                        info, info.in().equals("path") ? renamed.getOrDefault(info.name(), info.name()) : info.name()));
            }
        }
        return parameters;
    }

    private Map<String, Object> of(ParameterInfo info, String name) {
        JsonObject parameter = JsonObject.of("name", name).with("in", info.in());
        if (info.required()) {
            parameter.with("required", true);
        }
        return parameter.with("schema", schema(info)).map();
    }

    /** The schema of one parameter. */
    Map<String, Object> schema(ParameterInfo info) {
        Map<String, Object> one = schemas.of(info.shape(), Direction.READ);
        Map<String, Object> schema =
                info.many() ? JsonObject.of("type", "array").with("items", one).map() : one;
        schema = schemas.constrained(schema, info.constraints());
        if (!info.defaults().isEmpty()) {
            List<Object> defaults =
                    info.defaults().stream().map(text -> value(info, text)).toList();
            schema.put("default", info.many() ? defaults : defaults.get(0));
        }
        return schema;
    }

    private static Object value(ParameterInfo info, String text) {
        boolean plain = info.shape() instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING;
        return plain ? JsonText.decoded(text) : text;
    }
}
