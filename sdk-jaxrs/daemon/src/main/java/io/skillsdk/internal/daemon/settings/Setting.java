package io.skillsdk.internal.daemon.settings;

import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.settings.EndpointSettings;
import io.skillsdk.internal.settings.NamedSetting;
import io.skillsdk.internal.settings.SettingDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of all settings of the daemon, with their defaults. */
public enum Setting {
    HOST("daemon.host", "0.0.0.0", "The name or address to listen on"),
    PORT(EndpointSettings.PORT),
    METHOD(EndpointSettings.METHOD),
    PATH(EndpointSettings.PATH),
    MAX_REQUEST_SIZE(
            "daemon.max-request-size",
            HttpActions.DEFAULT_MAX_REQUEST_BYTES / (1024 * 1024) + "MiB",
            "The most bytes of a body, such as 512KiB or 1MiB"),
    MAX_HEADER_SIZE("daemon.max-header-size", "16KiB", "The most bytes of a request's line and headers"),
    MAX_DEPTH(EndpointSettings.MAX_DEPTH),
    REQUEST_TIMEOUT("daemon.request-timeout", "10s", "How long a request may take to arrive; then 408"),
    TIMEOUT(EndpointSettings.TIMEOUT),
    MAX_CONCURRENCY("daemon.max-concurrency", "256", "How many calls may run at the same time"),
    MAX_WAIT("daemon.max-wait", "5s", "How long a call waits for a free slot; then 429"),
    MAX_CONNECTIONS("daemon.max-connections", "4096", "How many connections may be open"),
    MAX_BACKGROUND_TASKS(
            "daemon.max-background-tasks", "16", "How many background tasks may run at the same time; others wait"),
    SETTLE_TIME("daemon.settle-time", "3s", "How long new calls are still accepted after SIGTERM"),
    DRAIN_TIMEOUT("daemon.drain-timeout", "20s", "How long calls and background tasks in flight may take after that"),
    HEALTH_PATH("daemon.health-path", "health", "The path of the health page, with /live and /ready below it"),
    DOCS(
            "daemon.docs",
            "local",
            "Who may see the page at /docs, where skill-sdk-docs is on the class path: off, local or on");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final NamedSetting setting;

    Setting(NamedSetting setting) {
        this.setting = setting;
    }

    Setting(String key, String byDefault, String meaning) {
        this(new NamedSetting(key, byDefault, meaning));
    }

    /** What a reader reads. */
    NamedSetting setting() {
        return setting;
    }

    /** The name, as in {@code --daemon.port}. */
    public String key() {
        return setting.key();
    }

    /** The value where nothing else is said. */
    public String byDefault() {
        return setting.byDefault();
    }

    public static Optional<Setting> named(String key) {
        for (Setting each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** What help and the table of settings tell of each. */
    public static List<SettingDescription> describe() {
        List<SettingDescription> all = new ArrayList<>();
        for (Setting each : values()) {
            all.add(each.setting.describe());
        }
        return all;
    }

    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Setting each : values()) {
            keys.add(each.key());
        }
        return keys;
    }
}
