package io.skillsdk.daemon;

import io.skillsdk.http.HttpActions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names of all settings, with their defaults. */
enum Setting {
    HOST("daemon.host", "0.0.0.0"),
    PORT("daemon.port", "5000"),
    METHOD("daemon.method", "POST"),
    PATH("daemon.path", "invoke"),
    MAX_REQUEST_SIZE("daemon.max-request-size", String.valueOf(HttpActions.DEFAULT_MAX_REQUEST_BYTES));

    private final String key;

    private final String byDefault;

    Setting(String key, String byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    /** The name, as in {@code --daemon.port}. */
    String key() {
        return key;
    }

    /** The name of the environment variable: {@code DAEMON_PORT}. */
    String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The value where nothing else is said. */
    String byDefault() {
        return byDefault;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }
}
