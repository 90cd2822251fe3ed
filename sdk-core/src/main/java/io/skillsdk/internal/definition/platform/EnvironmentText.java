package io.skillsdk.internal.definition.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code environmentVariables}: pairs in quotes, {@code "NAME"="value","OTHER"="value"}. */
final class EnvironmentText {

    private final String text;

    private int at;

    private @Nullable String twice;

    private EnvironmentText(String text) {
        this.text = text;
    }

    /** The first name that is there twice in a text that is not malformed; null for none. */
    static @Nullable String twice(String text) {
        EnvironmentText read = new EnvironmentText(text);
        return text.isBlank() || read.pairs() == null ? null : read.twice;
    }

    /** The pairs, or null when the text is malformed. */
    static @Nullable Map<String, String> read(String text) {
        return text.isBlank() ? Map.of() : new EnvironmentText(text).pairs();
    }

    private @Nullable Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (true) {
            String name = quoted();
            if (name == null || !isName(name) || !next('=')) {
                return null;
            }
            String value = quoted();
            if (value == null) {
                return null;
            }
            if (pairs.put(name, value) != null && twice == null) {
                twice = name;
            }
            space();
            if (at == text.length()) {
                return pairs;
            }
            if (!next(',')) {
                return null;
            }
        }
    }

    /** As Kubernetes takes names of variables. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && !Character.isDigit(name.charAt(0))
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0));
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
