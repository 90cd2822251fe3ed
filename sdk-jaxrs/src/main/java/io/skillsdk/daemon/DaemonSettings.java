package io.skillsdk.daemon;

import java.time.Duration;

/**
 * The settings of a daemon, checked. Read once at start: the command line counts over what the program sets, over
 * system properties, over environment variables, over {@code daemon.properties} on the class path, over the defaults.
 *
 * @param host {@code daemon.host}: the name or address to listen on; default {@code 0.0.0.0}, as the platform needs
 *     (documentation)
 * @param port {@code daemon.port}: 0 to 65535, 0 for any free one; default 5000 (documentation)
 * @param method {@code daemon.method}: the HTTP method of actions that name none; default {@code POST} (documentation)
 * @param path {@code daemon.path}: the path of the one action that names none; default {@code invoke} (documentation)
 * @param healthPath {@code daemon.health-path}: where health is told, with {@code /live} and {@code /ready} below it; default
 *     {@code health}
 * @param timeout {@code daemon.timeout}: how long a call may take; 1 ms to 1 h, default 30 s (documentation: longer work is a
 *     job)
 * @param maxConcurrency {@code daemon.max-concurrency}: how many calls may run at a time; 1 to 10000, default 256
 * @param maxWait {@code daemon.max-wait}: how long a call waits to run before it is refused with 429; 0 to 1 h, default 5 s
 * @param maxConnections {@code daemon.max-connections}: how many connections may be open; 1 to 100000, default 4096
 * @param limits what a request may be
 * @param settleTime {@code daemon.settle-time}: how long new calls are still taken after SIGTERM; 0 to 1 h, default 3 s
 * @param drainTimeout {@code daemon.drain-timeout}: how long calls in flight have after that; 0 to 1 h, default 20 s
 */
public record DaemonSettings(
        String host,
        int port,
        String method,
        String path,
        String healthPath,
        Duration timeout,
        int maxConcurrency,
        Duration maxWait,
        int maxConnections,
        RequestLimits limits,
        Duration settleTime,
        Duration drainTimeout) {

    /**
     * What a request may be.
     *
     * @param maxRequestSize {@code daemon.max-request-size}: the most bytes of a body, 1 to 2147483647; default 1 MiB, twice
     *     of what the platform sends
     * @param maxHeaderSize {@code daemon.max-header-size}: the most bytes of a request's line and headers, 1024 to 1 MiB;
     *     default 16 KiB
     * @param requestTimeout {@code daemon.request-timeout}: how long a request may take to arrive whole; 1 ms to 1 h, default
     *     10 s
     */
    public record RequestLimits(int maxRequestSize, int maxHeaderSize, Duration requestTimeout) {}
}
