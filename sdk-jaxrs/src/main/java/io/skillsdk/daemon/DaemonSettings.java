package io.skillsdk.daemon;

/**
 * The settings of a daemon, checked. Read once at start: the command line counts over what the program sets, over
 * system properties, over environment variables, over {@code daemon.properties} on the class path, over the defaults.
 *
 * @param host {@code daemon.host}: the name or address to listen on; default {@code 0.0.0.0}, as the platform needs
 *     (documentation)
 * @param port {@code daemon.port}: 0 to 65535, 0 for any free one; default 5000 (documentation)
 * @param method {@code daemon.method}: the HTTP method of actions that name none; default {@code POST} (documentation)
 * @param path {@code daemon.path}: the path of the one action that names none; default {@code invoke} (documentation)
 * @param maxRequestSize {@code daemon.max-request-size}: the most bytes of a body, 1 to 2147483647; default 1 MiB, twice
 *     of what the platform sends
 */
public record DaemonSettings(String host, int port, String method, String path, int maxRequestSize) {}
