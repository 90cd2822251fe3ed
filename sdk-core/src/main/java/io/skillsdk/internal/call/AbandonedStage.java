package io.skillsdk.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stage of an asynchronous action whose call has ended. */
final class AbandonedStage {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private AbandonedStage() {}

    /**
     * Cancels it, so that its author can stop the work behind it. What the author has hung on it runs on a thread of the common
     * pool, as with every asynchronous stage, and not on this one, which may be the daemon's clock.
     */
    static void cancel(CompletionStage<?> stage) {
        try {
            var unused = CompletableFuture.runAsync(() -> cancelNow(stage));
        } catch (OutOfMemoryError | RuntimeException e) {
            LOG.debug("No thread can be started to cancel a stage", e);
        }
    }

    private static void cancelNow(CompletionStage<?> stage) {
        try {
            stage.toCompletableFuture().cancel(true);
        } catch (RuntimeException e) {
            // a stage need not be one that can be cancelled
            LOG.debug("The stage of an action cannot be cancelled", e);
        }
    }
}
