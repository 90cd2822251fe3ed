package io.skillsdk.internal.json.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas with more said of them. None of these changes the schema that it is given. */
final class SchemaKeywords {

    private SchemaKeywords() {}

    /** A schema that is somewhere else. */
    static Map<String, Object> reference(String name) {
        return ordered("$ref", "#/components/schemas/" + name);
    }

    /** The same, or null. */
    static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.isEmpty()) {
            return schema;
        }
        if (schema.get("anyOf") instanceof List<?> alternatives) {
            List<Object> all = new ArrayList<>(alternatives);
            all.add(ordered("type", "null"));
            return with(schema, Map.of("anyOf", all));
        }
        if (!(schema.get("type") instanceof String type)) {
            return ordered("anyOf", List.of(schema, ordered("type", "null")));
        }
        Map<String, Object> nullable = new LinkedHashMap<>(schema);
        nullable.put("type", List.of(type, "null"));
        if (schema.get("enum") instanceof List<?> values) {
            List<@org.jspecify.annotations.Nullable Object> all = new ArrayList<>(values);
            all.add(null);
            nullable.put("enum", all);
        }
        return nullable;
    }

    /** The same with constraints; of two bounds the tighter one holds. */
    static Map<String, Object> constrained(Map<String, Object> schema, Map<String, Object> constraints) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        constraints.forEach((keyword, value) -> {
            if (keyword.equals("pattern")) {
                String pattern = PortablePattern.of(value.toString());
                if (pattern != null) {
                    all.put(keyword, pattern);
                }
            } else if (all.get(keyword) instanceof Number other && value instanceof Number number) {
                all.put(keyword, isTighter(keyword, number, other) ? number : other);
            } else {
                all.put(keyword, value);
            }
        });
        return all;
    }

    /** The same with these keywords. */
    static Map<String, Object> with(Map<String, Object> schema, Map<String, Object> keywords) {
        Map<String, Object> all = new LinkedHashMap<>(schema);
        all.putAll(keywords);
        return all;
    }

    static Map<String, Object> ordered(String keyword, Object value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(keyword, value);
        return schema;
    }

    private static boolean isTighter(String keyword, Number one, Number other) {
        int order = new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        boolean lower = keyword.startsWith("min") || keyword.equals("exclusiveMinimum");
        return lower ? order > 0 : order < 0;
    }
}
