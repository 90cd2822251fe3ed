package io.skillsdk.daemon;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.LoggerFactory;

/** Runs the requests that go through JAX-RS, whose components may block: so many at a time, the others when their turn comes. */
final class ResourceThreads implements Executor {

    private final Executor threads;

    private final CallGate gate;

    ResourceThreads(Executor threads, int most) {
        this.threads = threads;
        this.gate = new CallGate(most);
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
            LoggerFactory.getLogger(ResourceThreads.class).error("No thread can be started for a request", e);
            request.run();
            return false;
        }
    }
}
