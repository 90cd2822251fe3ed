package io.skillsdk.internal.json.schema;

import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShapes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;

/** The names that an object may have which is read as a map. */
final class MapKeys {

    private static final String WHOLE = "^(?:0|-?[1-9][0-9]*)$";

    private MapKeys() {}

    /** What a schema says of the names, as far as it can be said; empty for any. */
    static Map<String, Object> schema(JsonShape.Dictionary dictionary) {
        Map<String, Object> schema = new LinkedHashMap<>();
        JsonShape.Scalar key = key(dictionary);
        if (key != null && key.kind() == JsonShape.Kind.INTEGER && key.values().isEmpty()) {
            schema.put("propertyNames", SchemaKeywords.ordered("pattern", WHOLE));
        }
        return schema;
    }

    /** What a name is read as, where that is a scalar. */
    static JsonShape.@Nullable Scalar key(JsonShape.Dictionary dictionary) {
        return JsonShapes.read(type(dictionary)) instanceof JsonShape.Scalar scalar ? scalar : null;
    }

    /** Whether any name will do. */
    static boolean isAny(JsonShape.Dictionary dictionary) {
        return type(dictionary).isJavaLangObject();
    }

    private static JavaType type(JsonShape.Dictionary dictionary) {
        JavaType map = (JavaType) dictionary.type();
        return map.isMapLikeType() ? map.getKeyType() : map.containedTypeOrUnknown(0);
    }
}
