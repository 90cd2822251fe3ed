package io.skillsdk.internal.daemon.execution;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.LoggerFactory;

/** Runs the requests that go through JAX-RS, whose components may block: so many at a time, the others when their turn comes. */
public final class BoundedExecutor implements Executor {

    private final Executor threads;

    private final ConcurrencyLimiter gate;

    public BoundedExecutor(Executor threads, int most) {
        this.threads = threads;
        this.gate = new ConcurrencyLimiter(most);
    }

    @Override
    public void execute(Runnable request) {
        gate.enterOrWait(() -> enter(request));
    }

    /** Returns whether it holds its place for longer. */
    private boolean enter(Runnable request) {
        try {
            threads.execute(() -> {
                try {
                    request.run();
                } finally {
                    gate.leave();
                }
            });
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // no thread to be had: the limit of the container is lower than ours
            LoggerFactory.getLogger(BoundedExecutor.class).error("No thread can be started for a request", e);
            request.run();
            return false;
        }
    }
}
