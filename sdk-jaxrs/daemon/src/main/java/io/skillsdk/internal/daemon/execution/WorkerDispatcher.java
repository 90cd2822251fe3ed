package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all calls share: the threads, the limit of how many run at a time, each for how long, and of how many threads may be given up. */
public final class WorkerDispatcher {

    /** Threads that may be given up to actions that do not end, however few calls may run at a time. */
    private static final int LEAST_GIVEN_UP = 256;

    private final CallThreads threads;

    private final ConcurrencyLimiter limiter;

    private final Duration timeout;

    private final Duration maxWait;

    private final int mostGivenUp;

    private final AtomicInteger givenUp = new AtomicInteger();

    private final Map<Object, AverageDuration> averageDurations = new ConcurrentHashMap<>();

    public WorkerDispatcher(DaemonExecutors threads, ServerSettings settings) {
        this(
                threads,
                settings.maxConcurrency(),
                Math.max(LEAST_GIVEN_UP, settings.maxConcurrency()),
                settings.timeout(),
                settings.maxWait());
    }

    WorkerDispatcher(CallThreads threads, int mostRunning, int mostGivenUp, Duration timeout, Duration maxWait) {
        this.threads = threads;
        this.limiter = new ConcurrencyLimiter(mostRunning);
        this.mostGivenUp = mostGivenUp;
        this.timeout = timeout;
        this.maxWait = maxWait;
    }

    /** A call that has not begun. */
    public Call call(Work work) {
        Call call = new Call(work, this);
        work.joins(call);
        return call;
    }

    /** How long calls of one kind take: those of an action, or those at one address. */
    public AverageDuration averageDuration(Object kind) {
        AverageDuration averageDuration = averageDurations.get(kind);
        return averageDuration != null
                ? averageDuration
                : averageDurations.computeIfAbsent(kind, unknown -> new AverageDuration());
    }

    /** How many calls run, or have run and wait for their answer. */
    public int running() {
        return limiter.running();
    }

    /** How many calls wait for their turn. */
    public int waiting() {
        return limiter.waiting();
    }

    /** How many calls may run at a time. */
    public int mostRunning() {
        return limiter.most();
    }

    CallThreads threads() {
        return threads;
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
    public int givenUp() {
        return givenUp.get();
    }

    /** A thread that was given up is back. */
    void returned() {
        givenUp.decrementAndGet();
    }
}
