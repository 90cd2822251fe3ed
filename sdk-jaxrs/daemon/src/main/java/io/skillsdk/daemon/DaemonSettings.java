package io.skillsdk.daemon;

import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.time.Duration;

/**
 * The settings of a daemon, as they were read at start. The command line takes precedence over what the program sets,
 * which takes precedence over system properties, environment variables, {@code daemon.properties} on the class path, and
 * the defaults, in this order. Immutable.
 */
public final class DaemonSettings {

    private final ServerSettings settings;

    DaemonSettings(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Returns {@code daemon.host}: the name or address to listen on; default {@code 0.0.0.0}, as the platform needs (documentation).
     *
     * @return the value in effect
     */
    public String host() {
        return settings.host();
    }

    /**
     * Returns {@code daemon.port}: the port to listen on, 0 to 65535; 0 for any free one; default 5000 (documentation).
     *
     * @return the value in effect
     */
    public int port() {
        return settings.port();
    }

    /**
     * Returns {@code daemon.method}: the HTTP method of actions that name none; default {@code POST} (documentation).
     *
     * @return the value in effect
     */
    public String method() {
        return settings.method();
    }

    /**
     * Returns {@code daemon.path}: the path of the one action that names none; default {@code invoke} (documentation).
     *
     * @return the value in effect
     */
    public String path() {
        return settings.path();
    }

    /**
     * Returns {@code daemon.health-path}: the path of the health page, with {@code /live} and {@code /ready} below it; default {@code health}.
     *
     * @return the value in effect
     */
    public String healthPath() {
        return settings.healthPath();
    }

    /**
     * Returns {@code daemon.timeout}: how long a call may take, 1 ms to 1 h; default 30 s (documentation: longer work is a job).
     *
     * @return the value in effect
     */
    public Duration timeout() {
        return settings.timeout();
    }

    /**
     * Returns {@code daemon.max-concurrency}: how many calls may run at a time, 1 to 10000; default 256.
     *
     * @return the value in effect
     */
    public int maxConcurrency() {
        return settings.maxConcurrency();
    }

    /**
     * Returns {@code daemon.max-wait}: how long a call may wait for a free slot before it is refused with 429, 0 to 1 h; default 5 s.
     *
     * @return the value in effect
     */
    public Duration maxWait() {
        return settings.maxWait();
    }

    /**
     * Returns {@code daemon.max-connections}: how many connections may be open, 1 to 100000; default 4096.
     *
     * @return the value in effect
     */
    public int maxConnections() {
        return settings.maxConnections();
    }

    /**
     * Returns {@code daemon.max-background-tasks}: how many {@link io.skillsdk.BackgroundTasks} may run at a time, 1 to 1000; default 16.
     *
     * @return the value in effect
     */
    public int maxBackgroundTasks() {
        return settings.maxBackgroundTasks();
    }

    /**
     * Returns {@code daemon.max-request-size}: the largest body in bytes, 1 to 2147483646; default 1 MiB, twice what the platform sends.
     *
     * @return the value in effect
     */
    public int maxRequestSize() {
        return settings.limits().maxRequestSize();
    }

    /**
     * Returns {@code daemon.max-header-size}: the largest request line with headers in bytes, 1024 to 1 MiB; default 16 KiB.
     *
     * @return the value in effect
     */
    public int maxHeaderSize() {
        return settings.limits().maxHeaderSize();
    }

    /**
     * Returns {@code daemon.max-depth}: how many levels the JSON of a body may be nested, 1 to 1000; default 100.
     *
     * @return the value in effect
     */
    public int maxDepth() {
        return settings.limits().maxDepth();
    }

    /**
     * Returns {@code daemon.request-timeout}: how long a request may take to arrive, 1 ms to 1 h; default 10 s.
     *
     * @return the value in effect
     */
    public Duration requestTimeout() {
        return settings.limits().requestTimeout();
    }

    /**
     * Returns {@code daemon.settle-time}: how long new calls are still accepted after SIGTERM, 0 to 1 h; default 3 s.
     *
     * @return the value in effect
     */
    public Duration settleTime() {
        return settings.settleTime();
    }

    /**
     * Returns {@code daemon.drain-timeout}: how long calls and background tasks in flight may take after that, 0 to 1 h; default 20 s.
     *
     * @return the value in effect
     */
    public Duration drainTimeout() {
        return settings.drainTimeout();
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
