package io.skillsdk.internal.daemon.execution;

import java.util.concurrent.Future;

/** The threads and the clock that calls need. */
interface CallThreads {

    /**
     * Runs a task on a thread of its own.
     *
     * @return whether a thread has it already; false when none can be started, and it waits for one
     * @throws java.util.concurrent.RejectedExecutionException when the daemon has stopped
     */
    boolean executeOrWait(Runnable task);

    /** Forgets a task that still waits for a thread. */
    void forget(Runnable task);

    /** Runs something on a thread of its own after a while, unless it is cancelled, or the daemon stops before. */
    Future<?> after(long millis, Runnable task);
}
