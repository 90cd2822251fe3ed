package io.skillsdk.internal.call;

import io.skillsdk.call.CallMeter;
import io.skillsdk.call.CallMeter.ActionMeter;
import io.skillsdk.internal.action.Action;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What measures the calls of each action: looked up once for an action, and then kept. Thread-safe. */
final class ActionMeters {

    /** Nobody measures. */
    static final ActionMeters NONE = new ActionMeters(List.of());

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

    ActionMeter[] of(Action action) {
        ActionMeter[] found = kept.get(action); // without the lock that computeIfAbsent may take
        return found != null ? found : kept.computeIfAbsent(action, this::make);
    }

    private ActionMeter[] make(Action action) {
        return meters.stream()
                .map(meter -> meter.of(action.name(), action.method(), action.path()))
                .toArray(ActionMeter[]::new);
    }
}
