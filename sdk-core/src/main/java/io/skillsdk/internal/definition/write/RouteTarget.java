package io.skillsdk.internal.definition.write;

import static io.skillsdk.internal.definition.model.RoutingTarget.DAEMONS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A target of an input's routing, as the platform chooses: {@code all} where it has something in it, else the rules and the
 * default.
 *
 * @param keys the mapping with action, runtime and output
 */
record RouteTarget(Item keys) {

    static List<RouteTarget> of(Item input) {
        Item routing = input.item("routing");
        if (routing == null) {
            return List.of();
        }
        if (!routing.isEmpty("all")) {
            Item all = routing.item("all");
            return all == null ? List.of() : List.of(new RouteTarget(all));
        }
        List<RouteTarget> targets = new ArrayList<>();
        routing.items("rules").forEach(rule -> targets.add(new RouteTarget(rule)));
        Item otherwise = routing.item("default");
        if (otherwise != null && !routing.isEmpty("default")) {
            targets.add(new RouteTarget(otherwise));
        }
        return targets;
    }

    /** Whether a daemon is meant to answer: jobs and external APIs have runtimes of their own. */
    boolean isDaemon() {
        String runtime = keys.text("runtime");
        return runtime == null
                ? keys.has("action")
                : (runtime + "s").toLowerCase(Locale.ROOT).startsWith(DAEMONS);
    }

    /** Whether it names the runtime of daemons as the platform knows it. */
    boolean hasRuntime() {
        return DAEMONS.equals(keys.text("runtime"));
    }

    @Nullable String action() {
        return keys.text("action");
    }

    @Nullable String output() {
        return keys.text("output");
    }
}
