package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all calls share: the threads, the limit of how many run at a time, each for how long, and of how many threads may be given up. */
public final class WorkerDispatcher {

    /** Threads that may be given up to actions that do not end, however few calls may run at a time. */
    private static final int LEAST_GIVEN_UP = 256;

    private final DaemonExecutors threads;

    private final ConcurrencyLimiter limiter;

    private final Duration timeout;

    private final Duration maxWait;

    private final int mostGivenUp;

    private final AtomicInteger givenUp = new AtomicInteger();

    private final Map<Action, AverageDuration> paces = new ConcurrentHashMap<>();

    public WorkerDispatcher(DaemonExecutors threads, ServerSettings settings) {
        this.threads = threads;
        this.limiter = new ConcurrencyLimiter(settings.maxConcurrency());
        this.timeout = settings.timeout();
        this.maxWait = settings.maxWait();
        this.mostGivenUp = Math.max(LEAST_GIVEN_UP, settings.maxConcurrency());
    }

    /** A call that has not begun. */
    public Call call(Work work) {
        Call call = new Call(work, this);
        work.joins(call);
        return call;
    }

    /** How long calls of an action take. */
    public AverageDuration pace(Action action) {
        AverageDuration pace = paces.get(action);
        return pace != null ? pace : paces.computeIfAbsent(action, unknown -> new AverageDuration());
    }

    public DaemonExecutors threads() {
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

    /** A thread that was given up is back. */
    void returned() {
        givenUp.decrementAndGet();
    }
}
