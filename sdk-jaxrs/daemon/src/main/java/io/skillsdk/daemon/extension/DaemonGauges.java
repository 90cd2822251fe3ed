package io.skillsdk.daemon.extension;

import io.skillsdk.call.RefusalReason;

/** How busy a daemon is. Each value is of the moment; reading it costs a call nothing. Thread-safe. */
public interface DaemonGauges {

    /**
     * Returns how many calls have a slot: they run, or wait for their stage.
     *
     * @return 0 to {@link #maxConcurrency}
     */
    int callsInFlight();

    /**
     * Returns how many calls wait for a slot.
     *
     * @return 0 or more
     */
    int callsWaiting();

    /**
     * Returns {@code daemon.max-concurrency}.
     *
     * @return 1 to 10000
     */
    int maxConcurrency();

    /**
     * Returns how many threads still run an action whose caller was told of a time-out.
     *
     * @return 0 or more
     */
    int threadsGivenUp();

    /**
     * Returns how many connections are open.
     *
     * @return 0 to {@link #maxConnections}
     */
    int openConnections();

    /**
     * Returns {@code daemon.max-connections}.
     *
     * @return 1 to 100000
     */
    int maxConnections();

    /**
     * Returns how many background tasks run.
     *
     * @return 0 to {@link #maxBackgroundTasks}
     */
    int backgroundTasksRunning();

    /**
     * Returns how many background tasks wait for their turn, or for the answer of their call.
     *
     * @return 0 or more
     */
    int backgroundTasksWaiting();

    /**
     * Returns {@code daemon.max-background-tasks}.
     *
     * @return 1 to 1000
     */
    int maxBackgroundTasks();

    /**
     * Returns how many requests were refused for a reason since the start.
     *
     * @param reason the reason
     * @return 0 or more
     */
    long refused(RefusalReason reason);
}
