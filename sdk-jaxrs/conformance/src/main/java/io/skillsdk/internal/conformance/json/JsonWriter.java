package io.skillsdk.internal.conformance.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link JsonText} reads. */
public final class JsonWriter {

    private JsonWriter() {}

    public static String write(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> members) {
            String before = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                text.append(before);
                string(String.valueOf(member.getKey()), text);
                text.append(':');
                write(member.getValue(), text);
                before = ",";
            }
            text.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> elements) {
            String before = "[";
            for (Object element : elements) {
                text.append(before);
                write(element, text);
                before = ",";
            }
            text.append(elements.isEmpty() ? "[]" : "]");
        } else if (value instanceof String string) {
            string(string, text);
        } else {
            text.append(value);
        }
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int at = 0; at < value.length(); at++) {
            char next = value.charAt(at);
            if (next == '"' || next == '\\') {
                text.append('\\').append(next);
            } else if (next < ' ' || Character.isSurrogate(next)) {
                text.append("\\u%04x".formatted((int) next));
            } else {
                text.append(next);
            }
        }
        text.append('"');
    }
}
