package io.skillsdk.internal.definition.check;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code environmentVariables}: pairs in quotes, {@code "NAME"="value","OTHER"="value"}. */
final class EnvironmentText {

    private final String text;

    private int at;

    private EnvironmentText(String text) {
        this.text = text;
    }

    /** The pairs, or null when the text is malformed. */
    static @Nullable Map<String, String> read(String text) {
        return text.isBlank() ? Map.of() : new EnvironmentText(text).pairs();
    }

    private @Nullable Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (true) {
            String name = quoted();
            if (name == null || name.isEmpty() || name.contains("=") || !next('=')) {
                return null;
            }
            String value = quoted();
            if (value == null) {
                return null;
            }
            pairs.put(name, value);
            space();
            if (at == text.length()) {
                return pairs;
            }
            if (!next(',')) {
                return null;
            }
        }
    }

    private @Nullable String quoted() {
        if (!next('"')) {
            return null;
        }
        int end = text.indexOf('"', at);
        if (end < 0) {
            return null;
        }
        String value = text.substring(at, end);
        at = end + 1;
        return value;
    }

    private boolean next(char expected) {
        space();
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
