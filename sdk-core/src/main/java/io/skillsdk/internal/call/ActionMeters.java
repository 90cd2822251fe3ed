package io.skillsdk.internal.call;

import io.skillsdk.call.CallMeter;
import io.skillsdk.call.CallMeter.ActionMeter;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.failure.FatalErrors;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What measures the calls of each action: looked up once for an action, and then kept. Thread-safe. */
final class ActionMeters {

    /** Nobody measures. */
    static final ActionMeters NONE = new ActionMeters(List.of());

    private static final ActionMeter[] NOBODY = {};

    private final List<CallMeter> meters;

    /** By identity: an action has no equal but itself. */
    private final Map<Action, ActionMeter[]> kept = new ConcurrentHashMap<>();

    ActionMeters(List<CallMeter> meters) {
        this.meters = meters;
    }

    List<CallMeter> all() {
        return meters;
    }

    boolean isEmpty() {
        return meters.isEmpty();
    }

    /** Tells them of a call that has ended; what one of them throws costs the call nothing. */
    void ended(Action action, int status, CallOutcome outcome, long nanos) {
        try {
            for (ActionMeter each : of(action)) {
                each.ended(status, outcome, nanos);
            }
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            log().warn("A meter of the calls of {} failed", action.name(), e);
        }
    }

    private ActionMeter[] of(Action action) {
        if (meters.isEmpty()) {
            return NOBODY;
        }
        ActionMeter[] found = kept.get(action); // without the lock that computeIfAbsent may take
        return found != null ? found : kept.computeIfAbsent(action, this::make);
    }

    private ActionMeter[] make(Action action) {
        return meters.stream()
                .map(meter -> meter.of(action.name(), action.method(), action.path()))
                .toArray(ActionMeter[]::new);
    }

    /** Looked up when it is needed: a program is described before its logging is known to work. */
    private static Logger log() {
        return LoggerFactory.getLogger("io.skillsdk.calls");
    }
}
