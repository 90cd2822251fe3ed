package io.skillsdk.internal.json.schema;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.skillsdk.internal.json.shape.JsonShape.Kind;
import io.skillsdk.internal.json.shape.JsonShape.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JavaType;

/** The schemas of strings, numbers and booleans. */
final class ScalarSchemas {

    private record Bounds(long least, long most) {}

    private static final Map<String, Bounds> BOUNDS = Map.of(
            "byte", new Bounds(Byte.MIN_VALUE, Byte.MAX_VALUE),
            "short", new Bounds(Short.MIN_VALUE, Short.MAX_VALUE),
            "int32", new Bounds(Integer.MIN_VALUE, Integer.MAX_VALUE),
            "int64", new Bounds(Long.MIN_VALUE, Long.MAX_VALUE));

    private ScalarSchemas() {}

    static Map<String, Object> of(Scalar scalar, Direction direction) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", scalar.kind().name().toLowerCase(Locale.ROOT));
        if (scalar.format().equals("byte")) {
            schema.put("contentEncoding", "base64");
        } else if (!scalar.format().isEmpty()) {
            schema.put("format", scalar.format());
        }
        Bounds bounds = scalar.kind() == Kind.INTEGER ? BOUNDS.get(bounded(scalar)) : null;
        if (bounds != null) {
            schema.put("minimum", bounds.least());
            schema.put("maximum", bounds.most());
        }
        if (!scalar.values().isEmpty()) {
            List<Object> values = values(scalar);
            if (direction == Direction.READ && scalar.type() instanceof JavaType type) {
                values.addAll(aliases(type));
            }
            schema.put("enum", values);
        }
        return schema;
    }

    /** All values of a scalar, as JSON has them. */
    static List<Object> values(Scalar scalar) {
        List<Object> values = new ArrayList<>();
        scalar.values().forEach(text -> values.add(value(scalar.kind(), text)));
        return values;
    }

    private static Object value(Kind kind, String text) {
        return switch (kind) {
            case STRING -> text;
            case BOOLEAN -> Boolean.valueOf(text);
            case INTEGER, NUMBER -> new BigDecimal(text);
        };
    }

    /** Other names of the constants of an enum, which are read as well. */
    private static List<String> aliases(JavaType type) {
        return type.isEnumType()
                ? Arrays.stream(type.getRawClass().getFields())
                        .map(constant -> constant.getAnnotation(JsonAlias.class))
                        .filter(Objects::nonNull)
                        .flatMap(alias -> Arrays.stream(alias.value()))
                        .toList()
                : List.of();
    }

    private static String bounded(Scalar scalar) {
        return scalar.format().isEmpty() && scalar.type() instanceof JavaType type
                ? type.getRawClass().getSimpleName().toLowerCase(Locale.ROOT)
                : scalar.format();
    }
}
