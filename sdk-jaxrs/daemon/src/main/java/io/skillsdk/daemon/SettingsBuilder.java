package io.skillsdk.daemon;

import io.skillsdk.HttpMethod;
import java.time.Duration;

/**
 * The settings that a program gives to its daemon. Each is the same as {@link #set} with its name; a value that is not allowed is
 * refused when the daemon starts, with the name, the value and what is allowed.
 *
 * @param <B> the builder itself
 */
abstract sealed class SettingsBuilder<B extends SettingsBuilder<B>> permits SurroundingsBuilder {

    SettingsBuilder() {}

    /**
     * Sets what environment variables and files would set otherwise; the command line takes precedence over it.
     *
     * @param name the name of a setting, such as {@code daemon.port}, or of one of the skill's own
     * @param value its value, in the form that a file would give it
     * @return this builder
     */
    public abstract B set(String name, String value);

    /**
     * Sets {@code daemon.host}: the name or address to listen on; {@code 0.0.0.0} by default.
     *
     * @param value the name or address
     * @return this builder
     */
    public B host(String value) {
        return set("daemon.host", value);
    }

    /**
     * Sets {@code daemon.port}: the port to listen on; 5000 by default.
     *
     * @param value 0 to 65535; 0 for any free port
     * @return this builder
     */
    public B port(int value) {
        return set("daemon.port", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.method}: the HTTP method of actions that name none; {@code POST} by default.
     *
     * @param value any but {@code DEFAULT}
     * @return this builder
     */
    public B method(HttpMethod value) {
        return set("daemon.method", value.name());
    }

    /**
     * Sets {@code daemon.path}: the path of the one action that names none; {@code invoke} by default.
     *
     * @param value the path, with or without slashes at its ends
     * @return this builder
     */
    public B path(String value) {
        return set("daemon.path", value);
    }

    /**
     * Sets {@code daemon.health-path}: the path of the health page; {@code health} by default.
     *
     * @param value the path, with or without slashes at its ends
     * @return this builder
     */
    public B healthPath(String value) {
        return set("daemon.health-path", value);
    }

    /**
     * Sets {@code daemon.timeout}: how long a call may take, and is answered 504 then; 30 seconds by default.
     *
     * @param value 1 ms to 1 h
     * @return this builder
     */
    public B timeout(Duration value) {
        return set("daemon.timeout", millis(value));
    }

    /**
     * Sets {@code daemon.max-concurrency}: how many calls may run at a time; 256 by default.
     *
     * @param value 1 to 10000
     * @return this builder
     */
    public B maxConcurrency(int value) {
        return set("daemon.max-concurrency", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.max-wait}: how long a call may wait for a free slot, and is answered 429 then; 5 seconds by default.
     *
     * @param value 0 to 1 h
     * @return this builder
     */
    public B maxWait(Duration value) {
        return set("daemon.max-wait", millis(value));
    }

    /**
     * Sets {@code daemon.max-connections}: how many connections may be open; 4096 by default.
     *
     * @param value 1 to 100000
     * @return this builder
     */
    public B maxConnections(int value) {
        return set("daemon.max-connections", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.max-background-tasks}: how many {@link io.skillsdk.BackgroundTasks} may run at a time; 16 by default.
     *
     * @param value 1 to 1000
     * @return this builder
     */
    public B maxBackgroundTasks(int value) {
        return set("daemon.max-background-tasks", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.max-request-size}: the largest body, after uncompressing; 1 MiB by default.
     *
     * @param value bytes, 1 to 2147483646
     * @return this builder
     */
    public B maxRequestSize(int value) {
        return set("daemon.max-request-size", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.max-header-size}: the largest request line with headers; 16 KiB by default.
     *
     * @param value bytes, 1024 to 1048576
     * @return this builder
     */
    public B maxHeaderSize(int value) {
        return set("daemon.max-header-size", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.max-depth}: how many levels the JSON of a body may be nested; 100 by default.
     *
     * @param value 1 to 1000
     * @return this builder
     */
    public B maxDepth(int value) {
        return set("daemon.max-depth", Integer.toString(value));
    }

    /**
     * Sets {@code daemon.request-timeout}: how long a request may take to arrive; 10 seconds by default.
     *
     * @param value 1 ms to 1 h
     * @return this builder
     */
    public B requestTimeout(Duration value) {
        return set("daemon.request-timeout", millis(value));
    }

    /**
     * Sets {@code daemon.settle-time}: how long new calls are still accepted after SIGTERM; 3 seconds by default.
     *
     * @param value 0 to 1 h
     * @return this builder
     */
    public B settleTime(Duration value) {
        return set("daemon.settle-time", millis(value));
    }

    /**
     * Sets {@code daemon.drain-timeout}: how long calls and background tasks in flight may take after that; 20 seconds by default.
     *
     * @param value 0 to 1 h
     * @return this builder
     */
    public B drainTimeout(Duration value) {
        return set("daemon.drain-timeout", millis(value));
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }
}
