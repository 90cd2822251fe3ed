package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.answer.ActionAnswer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The end of one call, as meters and listeners are told of it, once: when the answer is there, or, where a route sends it and may change it, when it
 * is sent. It exists only where there is somebody to tell.
 */
final class CallEnd {

    private final Action action;

    private final ActionMeters meters;

    private final @Nullable CallObservation observation;

    private final long arrived = System.nanoTime();

    // set before the call runs
    private boolean whenSent;

    // all guarded by this
    private @Nullable ActionAnswer answer;
    private long answered;
    private boolean ended;

    private CallEnd(Action action, ActionMeters meters, @Nullable CallObservation observation) {
        this.action = action;
        this.meters = meters;
        this.observation = observation;
    }

    /** The end of a call; null where nobody is told of it. */
    static @Nullable CallEnd of(PipelineOptions options, Action action, ActionCall call, TraceIds trace) {
        CallObservation observation = CallObservation.of(options, action, call, trace);
        return observation == null && options.meters().isEmpty()
                ? null
                : new CallEnd(action, options.meters(), observation);
    }

    /** The action is about to be called. */
    void begin() {
        if (observation != null) {
            observation.begin();
        }
    }

    /** Has the end told when it is sent, and not when it is answered. */
    void tellWhenSent() {
        whenSent = true;
    }

    /** Completes once the listeners were told; never fails. */
    CompletableFuture<@Nullable Void> told() {
        return observation == null ? CompletableFuture.completedFuture(null) : observation.told();
    }

    /** The answer is there. */
    void answered(ActionAnswer first, @Nullable SkillRequest<?> request) {
        synchronized (this) {
            answer = first;
            answered = System.nanoTime();
        }
        if (!whenSent) {
            sent(first.status(), first.body().length, request);
        }
    }

    /** The answer is sent, which the route may have changed. */
    void sent(int status, int bytes, @Nullable SkillRequest<?> request) {
        CallOutcome outcome;
        long end;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            outcome = outcome(status);
            end = answer == null ? System.nanoTime() : answered;
        }
        meters.ended(action, status, outcome, end - arrived);
        if (observation != null) {
            observation.end(status, outcome, bytes, end, request);
        }
    }

    /** The answer's own, unless it was sent as something else: by a response filter, or by the daemon that could not send it. */
    private CallOutcome outcome(int status) {
        if (answer != null && answer.status() / 100 == status / 100) {
            return answer.outcome();
        }
        if (status >= 500) {
            return status == 504 ? CallOutcome.TIMED_OUT : CallOutcome.FAILED;
        }
        return status >= 400 ? CallOutcome.REFUSED : CallOutcome.SUCCEEDED;
    }
}
