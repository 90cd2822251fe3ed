package io.skillsdk.internal.metrics;

import io.skillsdk.call.CallMeter.ActionMeter;
import io.skillsdk.call.CallOutcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one action. Its few series are an array, in the order in which they arose, which is looked through without a lock: the
 * first is nearly always the one of the calls that succeed.
 */
final class ActionSeries implements ActionMeter {

    final String action;

    final String method;

    final String route;

    private volatile CallSeries[] series = {};

    ActionSeries(String action, String method, String route) {
        this.action = action;
        this.method = method;
        this.route = "/" + route;
    }

    @Override
    public void ended(int status, CallOutcome outcome, long nanos) {
        CallSeries known = known(status, outcome);
        (known != null ? known : added(status, outcome)).add(nanos);
    }

    private @Nullable CallSeries known(int status, CallOutcome outcome) {
        for (CallSeries each : series) {
            if (each.status == status && each.outcome == outcome) {
                return each;
            }
        }
        return null;
    }

    private synchronized CallSeries added(int status, CallOutcome outcome) {
        CallSeries known = known(status, outcome);
        if (known != null) {
            return known; // another thread was quicker
        }
        CallSeries[] there = series;
        CallSeries[] more = Arrays.copyOf(there, there.length + 1);
        CallSeries one = new CallSeries(status, outcome);
        more[there.length] = one;
        series = more;
        return one;
    }

    List<CallSeries> all() {
        return List.of(series);
    }
}
