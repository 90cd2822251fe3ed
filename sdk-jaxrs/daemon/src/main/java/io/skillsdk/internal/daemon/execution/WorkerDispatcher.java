package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.daemon.settings.ServerSettings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the calls, all within the same limits, and knows how many there are, and how long their likes take. */
public final class WorkerDispatcher {

    /** Threads that may be given up to actions that do not end, however few calls may run at a time. */
    private static final int LEAST_GIVEN_UP = 256;

    private final CallLimits limits;

    private final Map<Object, AverageDuration> averageDurations = new ConcurrentHashMap<>();

    public WorkerDispatcher(DaemonExecutors threads, ServerSettings settings, CallsInFlight inFlight) {
        this(new CallLimits(
                threads,
                settings.maxConcurrency(),
                Math.max(LEAST_GIVEN_UP, settings.maxConcurrency()),
                settings.timeout(),
                settings.maxWait(),
                inFlight));
    }

    WorkerDispatcher(CallLimits limits) {
        this.limits = limits;
    }

    /** A call that has not begun. */
    public Call call(Work work) {
        Call call = new Call(work, limits);
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
        return limits.limiter().running();
    }

    /** How many calls wait for their turn. */
    public int waiting() {
        return limits.limiter().waiting();
    }

    /** How many calls may run at a time. */
    public int mostRunning() {
        return limits.limiter().most();
    }

    /** How many threads are given up. */
    public int givenUp() {
        return limits.givenUp();
    }
}
