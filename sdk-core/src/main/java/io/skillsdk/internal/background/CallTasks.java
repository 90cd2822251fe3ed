package io.skillsdk.internal.background;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallContext;
import io.skillsdk.internal.failure.FatalErrors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tasks of one call. They are added until the call is answered, and run when its answer is sent. */
public final class CallTasks implements BackgroundTasks {

    /** One of them. */
    private record Added(String name, Task task, CallContext context) {}

    private final BackgroundRunner runner;

    private final TaskOwner owner;

    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();

    // all guarded by this
    private final Queue<Added> waiting = new ArrayDeque<>();
    private boolean answered;
    private boolean sent;
    private boolean begun;
    private @Nullable String running;

    private volatile @Nullable Throwable failure;

    CallTasks(BackgroundRunner runner, TaskOwner owner) {
        this.runner = runner;
        this.owner = owner;
    }

    @Override
    public synchronized void add(String name, Task task) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(task, "task");
        if (answered) {
            throw new IllegalStateException("The background task '" + name
                    + "' comes too late: the call is answered. Add it before the action returns.");
        }
        if (!runner.reserve()) {
            throw new SkillException(
                    429, "The daemon is busy: as many background tasks wait as it can hold. Try again later.");
        }
        waiting.add(new Added(name, task, CallContext.capture()));
    }

    /** The call is answered: nothing is added any more. Without a result, all are dropped. Only the first time counts. */
    public void answered(boolean withResult) {
        synchronized (this) {
            if (answered) {
                return;
            }
            answered = true;
            if (!withResult) {
                drop();
            }
        }
        beginIfDue();
    }

    /** The answer is sent, or its client has gone: they run, soon. */
    public void sent() {
        synchronized (this) {
            sent = true;
        }
        beginIfDue();
    }

    private void beginIfDue() {
        boolean any;
        synchronized (this) {
            if (!answered || !sent || begun) {
                return;
            }
            begun = true;
            any = !waiting.isEmpty();
        }
        if (any) {
            runner.begin(this);
        } else {
            ended.complete(null);
        }
    }

    /** Completes when all have run, or are dropped; never fails. */
    public CompletableFuture<@Nullable Void> ended() {
        return ended;
    }

    /** What the first one that failed has thrown, or null. */
    public @Nullable Throwable failure() {
        return failure;
    }

    private void drop() {
        runner.release(waiting.size());
        waiting.clear();
    }

    /** Forgets those that have not begun; returns their names. */
    synchronized List<String> abandon() {
        List<String> names = waiting.stream().map(this::named).toList();
        drop();
        return names;
    }

    /** The names of those that have not ended. */
    public synchronized List<String> left() {
        List<String> names = new ArrayList<>();
        if (running != null) {
            names.add("'" + running + "' of " + owner.name());
        }
        waiting.forEach(each -> names.add(named(each)));
        return names;
    }

    private String named(Added task) {
        return "'" + task.name() + "' of " + owner.name() + " (not begun)";
    }

    /** Runs all of them on this thread. */
    void run() {
        for (Added next = next(); next != null; next = next()) {
            run(next);
        }
    }

    void end() {
        ended.complete(null);
    }

    private synchronized @Nullable Added next() {
        Added next = waiting.poll();
        running = next == null ? null : next.name();
        if (next != null) {
            runner.release(1);
        }
        return next;
    }

    private void run(Added next) {
        next.context.run(() -> owner.within(() -> {
            RunningTask running = runner.running(next.name, owner);
            try {
                next.task.run();
            } catch (Throwable e) {
                FatalErrors.rethrow(e);
                failure = failure == null ? e : failure;
                owner.failed(next.name, e);
            } finally {
                runner.ended(running);
            }
        }));
    }
}
