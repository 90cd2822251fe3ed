package io.skillsdk.daemon;

import io.skillsdk.action.Action;
import io.skillsdk.action.Invocation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs calls on threads of their own: so many at a time, each for so long. */
final class CallRunner {

    /** Threads that may be given up to actions that do not end, however few calls may run at a time. */
    private static final int LEAST_FORSAKEN = 256;

    private final ActionThreads threads;

    private final CallGate gate;

    private final Duration timeout;

    private final Duration maxWait;

    private final int mostForsaken;

    private final AtomicInteger forsaken = new AtomicInteger();

    private final Map<Action, Pace> paces = new ConcurrentHashMap<>();

    CallRunner(ActionThreads threads, DaemonSettings settings) {
        this.threads = threads;
        this.gate = new CallGate(settings.maxConcurrency());
        this.timeout = settings.timeout();
        this.maxWait = settings.maxWait();
        this.mostForsaken = Math.max(LEAST_FORSAKEN, settings.maxConcurrency());
    }

    /** Runs a call when its turn comes; it is answered in any case. */
    void run(Invocation invocation) {
        new DispatchedCall(invocation, this).start();
    }

    /** Calls the action on this thread. */
    void invoke(Invocation invocation) {
        try {
            invocation.run();
        } catch (OutOfMemoryError fatal) {
            OutOfMemory.end(fatal);
        }
    }

    Pace pace(Action action) {
        Pace pace = paces.get(action);
        return pace != null ? pace : paces.computeIfAbsent(action, unknown -> new Pace());
    }

    ActionThreads threads() {
        return threads;
    }

    CallGate gate() {
        return gate;
    }

    Duration timeout() {
        return timeout;
    }

    Duration maxWait() {
        return maxWait;
    }

    /** Ends the wait for an answer when the time is up; to be cancelled when there is one. */
    ScheduledFuture<?> deadline(Runnable expire) {
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
