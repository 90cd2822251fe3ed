package io.skillsdk.internal.daemon.settings;

import java.time.Duration;

/** The settings of a daemon, read and checked. {@code DaemonSettings} of the public API documents each. */
public record ServerSettings(
        String host,
        int port,
        String method,
        String path,
        String healthPath,
        Duration timeout,
        int maxConcurrency,
        Duration maxWait,
        int maxConnections,
        int maxBackgroundTasks,
        RequestLimits limits,
        Duration settleTime,
        Duration drainTimeout) {

    /** What a request may be: bytes of its body, bytes of its line and headers, levels of its JSON, and the time until it has arrived. */
    public record RequestLimits(int maxRequestSize, int maxHeaderSize, int maxDepth, Duration requestTimeout) {}
}
