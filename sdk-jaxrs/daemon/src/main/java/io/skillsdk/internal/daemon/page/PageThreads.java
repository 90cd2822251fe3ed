package io.skillsdk.internal.daemon.page;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The threads that pages are made on: a few at a time, so that pages take no threads from calls. Others wait; there are
 * no more of them than connections, as a connection waits for its answer.
 */
public final class PageThreads {

    private static final int MOST = 8;

    private final Executor threads;

    // guarded by this
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    // guarded by this
    private int running;

    public PageThreads(Executor threads) {
        this.threads = threads;
    }

    /**
     * Runs a task now or later. It has to catch what it throws.
     *
     * @throws RejectedExecutionException when the daemon has stopped
     */
    void execute(Runnable task) {
        synchronized (this) {
            if (running == MOST) {
                waiting.add(task);
                return;
            }
            running++;
        }
        try {
            threads.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            synchronized (this) {
                running--;
            }
            throw e;
        }
    }

    private void run(Runnable first) {
        for (Runnable next = first; next != null; next = next()) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
