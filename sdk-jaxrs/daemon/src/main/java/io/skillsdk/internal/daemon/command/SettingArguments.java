package io.skillsdk.internal.daemon.command;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings as arguments: {@code --name=value}. A start that has nothing else is read here, so that the library for command
 * lines is not loaded for it; all else is left to that library.
 */
public final class SettingArguments {

    private static final String PREFIX = "--";

    private SettingArguments() {}

    /** The option of a setting. */
    static String option(String name) {
        return PREFIX + name;
    }

    /**
     * The settings, when the arguments are nothing else, each at most once.
     *
     * @param names the names of all settings
     * @return names to values; null for arguments that have to be parsed
     */
    public static @Nullable Map<String, String> alone(Collection<String> names, String... args) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (!arg.startsWith(PREFIX) || equals < 0) {
                return null;
            }
            String name = arg.substring(PREFIX.length(), equals);
            if (!names.contains(name) || settings.put(name, arg.substring(equals + 1)) != null) {
                return null;
            }
        }
        return settings;
    }
}
