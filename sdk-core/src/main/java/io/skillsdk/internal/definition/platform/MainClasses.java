package io.skillsdk.internal.definition.platform;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The class that a command starts, looked up on the class path here. */
public final class MainClasses {

    private static final Pattern CLASS = Pattern.compile("([a-z_][a-zA-Z0-9_]*\\.)+[A-Z][a-zA-Z0-9_$]*");

    private MainClasses() {}

    /** The class of a {@code java} command that is not there; null where there is none, or it is. */
    public static @Nullable String missing(List<String> command) {
        int java = 0;
        while (java < command.size() && !command.get(java).matches("(.*/)?java")) {
            java++;
        }
        for (int i = java + 1; i < command.size(); i++) {
            String word = command.get(i);
            if (word.equals("-jar")) {
                return null;
            }
            if (!command.get(i - 1).startsWith("-") || !word.startsWith("-")) {
                if (word.length() < 300 && CLASS.matcher(word).matches()) {
                    return isThere(word) ? null : word;
                }
            }
        }
        return null;
    }

    private static boolean isThere(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null || loader.getResource(name.replace('.', '/') + ".class") != null;
    }
}
