package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.Invocation;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs calls on threads of their own: so many at a time, each for so long. */
public final class WorkerDispatcher {

    /** Threads that may be given up to actions that do not end, however few calls may run at a time. */
    private static final int LEAST_FORSAKEN = 256;

    private final DaemonExecutors threads;

    private final ConcurrencyLimiter gate;

    private final Duration timeout;

    private final Duration maxWait;

    private final int mostForsaken;

    private final AtomicInteger forsaken = new AtomicInteger();

    private final Map<Action, AverageDuration> paces = new ConcurrentHashMap<>();

    public WorkerDispatcher(DaemonExecutors threads, ServerSettings settings) {
        this.threads = threads;
        this.gate = new ConcurrencyLimiter(settings.maxConcurrency());
        this.timeout = settings.timeout();
        this.maxWait = settings.maxWait();
        this.mostForsaken = Math.max(LEAST_FORSAKEN, settings.maxConcurrency());
    }

    /** Runs a call when its turn comes; it is answered in any case. */
    public void run(Invocation invocation) {
        new DispatchedCall(invocation, this).start();
    }

    /** Calls the action on this thread. */
    public void invoke(Invocation invocation) {
        try {
            invocation.run();
        } catch (OutOfMemoryError fatal) {
            FatalErrorExit.end(fatal);
        }
    }

    public AverageDuration pace(Action action) {
        AverageDuration pace = paces.get(action);
        return pace != null ? pace : paces.computeIfAbsent(action, unknown -> new AverageDuration());
    }

    DaemonExecutors threads() {
        return threads;
    }

    public ConcurrencyLimiter gate() {
        return gate;
    }

    public Duration timeout() {
        return timeout;
    }

    Duration maxWait() {
        return maxWait;
    }

    /** Ends the wait for an answer when the time is up; to be cancelled when there is one. */
    public ScheduledFuture<?> deadline(Runnable expire) {
        return threads.after(timeout.toMillis(), expire);
    }

    /**
     * Gives up a thread whose action goes on after its time. Its place is free for others, but not endlessly often: an action
     * that never ends would take all memory with it.
     */
    boolean forsake() {
        if (forsaken.incrementAndGet() <= mostForsaken) {
            return true;
        }
        forsaken.decrementAndGet();
        return false;
    }

    void returned() {
        forsaken.decrementAndGet();
    }
}
