package io.skillsdk.daemon;

import java.util.concurrent.Executor;

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
        gate.enterOrWait(() -> {
            threads.execute(() -> {
                try {
                    request.run();
                } finally {
                    gate.leave();
                }
            });
            return true;
        });
    }
}
