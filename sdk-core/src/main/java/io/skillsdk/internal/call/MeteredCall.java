package io.skillsdk.internal.call;

import io.skillsdk.call.CallMeter.ActionMeter;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.failure.FatalErrors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call and what measures it. It exists only where something does. */
final class MeteredCall {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private final ActionMeters meters;

    private final Action action;

    private final long arrived = System.nanoTime();

    private MeteredCall(ActionMeters meters, Action action) {
        this.meters = meters;
        this.action = action;
    }

    /** A call, or null where nothing measures. */
    static @Nullable MeteredCall of(PipelineOptions options, Action action) {
        return options.meters().isEmpty() ? null : new MeteredCall(options.meters(), action);
    }

    /** The answer is there. */
    void end(ActionAnswer answer) {
        long took = System.nanoTime() - arrived;
        try {
            for (ActionMeter each : meters.of(action)) {
                each.ended(answer.status(), answer.outcome(), took);
            }
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            LOG.warn("A meter of the calls of {} failed", action.name(), e);
        }
    }
}
