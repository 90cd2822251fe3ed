package io.skillsdk.daemon.extension;

/**
 * An action, as it is served.
 *
 * @param name its name, unique in the daemon
 * @param method the HTTP method
 * @param path its own path, without slashes at its ends, such as {@code profiles/{profileId}}; empty for the root
 * @param output its output, unique in the daemon: what chooses it at {@code daemon.path}
 * @param title a short title for people, or empty
 * @param description what it does, for people, or empty
 */
public record ActionDescription(
        String name, String method, String path, String output, String title, String description) {}
