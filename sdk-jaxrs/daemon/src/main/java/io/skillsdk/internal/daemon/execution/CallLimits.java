package io.skillsdk.internal.daemon.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What holds for each call: the threads, how many run at a time, how long each may wait and take, and how many threads may be given up. */
final class CallLimits {

    private final CallThreads threads;

    private final ConcurrencyLimiter limiter;

    private final Duration timeout;

    private final Duration maxWait;

    private final int mostGivenUp;

    private final AtomicInteger givenUp = new AtomicInteger();

    private final CallsInFlight inFlight;

    CallLimits(
            CallThreads threads,
            int mostRunning,
            int mostGivenUp,
            Duration timeout,
            Duration maxWait,
            CallsInFlight inFlight) {
        this.inFlight = inFlight;
        this.threads = threads;
        this.limiter = new ConcurrencyLimiter(mostRunning);
        this.mostGivenUp = mostGivenUp;
        this.timeout = timeout;
        this.maxWait = maxWait;
    }

    CallThreads threads() {
        return threads;
    }

    CallsInFlight inFlight() {
        return inFlight;
    }

    ConcurrencyLimiter limiter() {
        return limiter;
    }

    Duration timeout() {
        return timeout;
    }

    Duration maxWait() {
        return maxWait;
    }

    /**
     * Gives up a thread whose action goes on after its time. Its place is free for others, but not endlessly often: an action
     * that never ends would take all memory with it.
     *
     * @return whether it may be given up
     */
    boolean giveUp() {
        if (givenUp.incrementAndGet() <= mostGivenUp) {
            return true;
        }
        givenUp.decrementAndGet();
        return false;
    }

    /** How many threads are given up. */
    int givenUp() {
        return givenUp.get();
    }

    /** A thread that was given up is back. */
    void returned() {
        givenUp.decrementAndGet();
    }
}
