package io.skillsdk.internal.definition.edit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists and scalars as YAML, in the style of the vendor's template. Lines end in {@code \n}.
 *
 * @param listIndent how far a list is indented below its key
 */
public record YamlText(int listIndent) {

    /** The style of the vendor's template. */
    public static final YamlText TEMPLATE = new YamlText(2);

    private static final int INDENT = 2;

    /** Writes a whole document, with an empty line before each list of its top level where there are several. */
    String document(Map<?, ?> mapping) {
        if (mapping.isEmpty()) {
            return "{}\n";
        }
        StringBuilder lines = new StringBuilder();
        boolean several =
                mapping.values().stream().filter(List.class::isInstance).count() > 1;
        mapping.forEach((key, value) -> {
            boolean section = several && value instanceof List<?> list && !list.isEmpty() && !lines.isEmpty();
            lines.append(section ? "\n" : "").append(block(Collections.singletonMap(key, value), 0));
        });
        return lines.toString();
    }

    /** Writes a mapping as lines with this indent, each with its end. */
    public String block(Map<?, ?> mapping, int indent) {
        StringBuilder lines = new StringBuilder();
        mapping.forEach((key, value) -> lines.append(" ".repeat(indent))
                .append(key(key, ScalarText.Style.PLAIN, false))
                .append(':')
                .append(value(value, indent)));
        return lines.toString();
    }

    /** Writes what follows the colon of a key with this indent, up to the end of the last line. */
    String value(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return "\n" + block(map, indent + INDENT);
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            StringBuilder lines = new StringBuilder("\n");
            list.forEach(item -> lines.append(item(item, indent + listIndent)));
            return lines.toString();
        }
        return " " + scalar(value, ScalarText.Style.PLAIN) + "\n";
    }

    /** Writes an item of a list as lines, the first of them with this indent and a dash. */
    String item(@Nullable Object item, int indent) {
        return " ".repeat(indent) + "- " + itemContent(item, indent);
    }

    /** Writes what follows the dash and space of an item with this indent, up to the end of the last line. */
    String itemContent(@Nullable Object item, int indent) {
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            return block(map, indent + INDENT).substring(indent + INDENT);
        }
        if (item instanceof List<?> list && !list.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            list.forEach(inner -> lines.append(item(inner, indent + INDENT)));
            return lines.substring(indent + INDENT);
        }
        return scalar(item, ScalarText.Style.PLAIN) + "\n";
    }

    /** Writes a scalar, or an empty map or list, on one line outside of braces. */
    static String scalar(@Nullable Object value, ScalarText.Style preferred) {
        return value instanceof Map<?, ?>
                ? "{}"
                : value instanceof List<?> ? "[]" : ScalarText.of(value, preferred, false);
    }

    /** Writes any value on one line, with braces and brackets. */
    static String flow(@Nullable Object value, ScalarText.Style preferred) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner entries = new StringJoiner(", ", "{", "}");
            map.forEach((key, inner) -> entries.add(key(key, preferred, true) + ": " + flow(inner, preferred)));
            return entries.toString();
        }
        if (value instanceof List<?> list) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            list.forEach(item -> items.add(flow(item, preferred)));
            return items.toString();
        }
        return ScalarText.of(value, preferred, true);
    }

    static String key(Object key, ScalarText.Style preferred, boolean within) {
        return ScalarText.of(key.toString(), preferred, within);
    }
}
