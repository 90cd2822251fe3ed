package io.skillsdk.internal.definition.platform;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The class that a command starts, looked up on the class path here. */
public final class MainClasses {

    private static final Pattern CLASS = Pattern.compile("([a-z_][a-zA-Z0-9_]*\\.)+[A-Z][a-zA-Z0-9_$]*");

    /** Options behind which no class comes. */
    private static final Set<String> NO_CLASS = Set.of("-jar", "-m", "--module");

    private static final Set<String> WITH_VALUE = Set.of(
            "-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules", "--upgrade-module-path");

    private MainClasses() {}

    /** The class of a {@code java} command that is not there; null where there is none, or it is. */
    public static @Nullable String missing(List<String> command) {
        int java = 0;
        while (java < command.size() && !command.get(java).matches("(.*/)?java")) {
            java++;
        }
        for (int i = java + 1; i < command.size(); i++) {
            String word = command.get(i);
            if (NO_CLASS.contains(word)) {
                return null;
            }
            if (WITH_VALUE.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("$") && !word.startsWith("@")) {
                // what comes behind the class are its arguments
                boolean isClass = word.length() < 300 && CLASS.matcher(word).matches();
                return isClass && !isThere(word) ? word : null;
            }
        }
        return null;
    }

    private static boolean isThere(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null || loader.getResource(name.replace('.', '/') + ".class") != null;
    }
}
