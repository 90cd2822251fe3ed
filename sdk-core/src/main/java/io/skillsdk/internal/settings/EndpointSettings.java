package io.skillsdk.internal.settings;

import io.skillsdk.internal.action.ActionDefaults;
import java.time.Duration;

/**
 * The settings that say where a daemon answers and what its actions may take: those that a daemon, a test and skill.yaml must agree on.
 *
 * @param method {@code daemon.method}: the HTTP method of actions that name none
 * @param path {@code daemon.path}: the path of the one action that names none, without a query string
 * @param port {@code daemon.port}: 0 to 65535
 * @param maxDepth {@code daemon.max-depth}: levels of a body's JSON, 1 to 1000
 * @param timeout {@code daemon.timeout}: how long a call may take, 1 ms to 1 h
 */
public record EndpointSettings(String method, String path, int port, int maxDepth, Duration timeout) {

    public static final NamedSetting METHOD = new NamedSetting(
            "daemon.method", ActionDefaults.PLATFORM.method(), "The HTTP method of actions that name none");

    public static final NamedSetting PATH = new NamedSetting(
            "daemon.path", ActionDefaults.PLATFORM.path(), "The path of the one action that names none");

    public static final NamedSetting PORT =
            new NamedSetting("daemon.port", String.valueOf(ActionDefaults.PORT), "The port; 0 for any free one");

    public static final NamedSetting MAX_DEPTH = new NamedSetting(
            "daemon.max-depth",
            String.valueOf(ActionDefaults.PLATFORM.maxDepth()),
            "How many levels the JSON of a body may be nested; then 400");

    public static final NamedSetting TIMEOUT = new NamedSetting(
            "daemon.timeout", ActionDefaults.TIMEOUT.toSeconds() + "s", "How long a call may take; then 504");

    /** Reads them; the reader has what is not valid. */
    public static EndpointSettings read(SettingReader reader) {
        return new EndpointSettings(
                reader.method(METHOD),
                reader.path(PATH),
                reader.number(PORT, 0, 65_535, ", 0 for any free port"),
                reader.number(MAX_DEPTH, 1, 1000, ""),
                reader.time(TIMEOUT, 1));
    }
}
