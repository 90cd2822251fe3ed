package io.skillsdk.internal.background;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the tasks of all calls: those of so many calls at a time, the others in the order in which their answers were sent. Thread-safe. */
public final class BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    /** How many calls' tasks may run at a time, unless a setting says otherwise. */
    public static final int DEFAULT_MOST = 16;

    /** Tasks that may wait: who adds more is refused. */
    static final int MOST_WAITING = 10_000;

    private final int most;

    private final Executor threads;

    private final AtomicInteger reserved = new AtomicInteger();

    // all guarded by this
    private final Queue<CallTasks> waiting = new ArrayDeque<>();
    private final Set<CallTasks> active = new LinkedHashSet<>();
    private final Set<RunningTask> running = new LinkedHashSet<>();
    private boolean stopped;

    /**
     * Makes one.
     *
     * @param most how many calls' tasks may run at a time
     * @param threads runs them; each task may block
     */
    public BackgroundRunner(int most, Executor threads) {
        this.most = most;
        this.threads = threads;
    }

    /** One with a few threads of its own, for where there is no daemon. */
    public static BackgroundRunner onOwnThreads() {
        return new BackgroundRunner(DEFAULT_MOST, task -> {
            Thread thread = new Thread(task, "skill-background");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** The tasks of a call, none yet. */
    public CallTasks of(TaskOwner owner) {
        return new CallTasks(this, owner);
    }

    boolean reserve() {
        if (reserved.incrementAndGet() <= MOST_WAITING) {
            return true;
        }
        reserved.decrementAndGet();
        return false;
    }

    void release(int tasks) {
        reserved.addAndGet(-tasks);
    }

    void begin(CallTasks tasks) {
        boolean late;
        synchronized (this) {
            late = stopped;
            if (!late && active.size() == most) {
                waiting.add(tasks);
                return;
            }
            active.add(tasks);
        }
        try {
            if (!late) {
                threads.execute(() -> runAll(tasks));
                return;
            }
        } catch (RejectedExecutionException e) {
            // the daemon has stopped
        }
        List<String> lost = tasks.abandon();
        LOG.error("The daemon has stopped: these background tasks do not run: {}", lost);
        next(tasks);
    }

    private void runAll(CallTasks first) {
        for (CallTasks tasks = first; tasks != null; tasks = next(tasks)) {
            tasks.run();
        }
    }

    /** The next that waits, whose turn it is now that these have ended; null when none does. */
    private @Nullable CallTasks next(CallTasks ended) {
        CallTasks next;
        synchronized (this) {
            active.remove(ended);
            next = waiting.poll();
            if (next != null) {
                active.add(next);
            }
        }
        ended.end();
        return next;
    }

    synchronized RunningTask running(String name, TaskOwner owner) {
        RunningTask task = new RunningTask(name, owner);
        running.add(task);
        return task;
    }

    synchronized void ended(RunningTask task) {
        running.remove(task);
        Thread.interrupted(); // it was meant for this task
    }

    /** How many tasks run. */
    public synchronized int running() {
        return running.size();
    }

    /** How many tasks wait for their turn, or for the answer of their call. */
    public int waiting() {
        return reserved.get();
    }

    /** Whether the tasks of no call run or wait for their turn. */
    public synchronized boolean isIdle() {
        return active.isEmpty() && waiting.isEmpty();
    }

    /** Ends what runs, by an interrupt, and forgets the rest; returns the names of both, for the log. */
    public List<String> stop() {
        List<CallTasks> left;
        synchronized (this) {
            stopped = true;
            left = Stream.concat(active.stream(), waiting.stream()).toList();
            waiting.clear();
        }
        // first, as a call whose task is interrupted would begin its next one
        List<String> notBegun =
                left.stream().flatMap(each -> each.abandon().stream()).toList();
        synchronized (this) {
            running.forEach(RunningTask::interrupt);
            return Stream.concat(running.stream().map(RunningTask::toString), notBegun.stream())
                    .toList();
        }
    }
}
