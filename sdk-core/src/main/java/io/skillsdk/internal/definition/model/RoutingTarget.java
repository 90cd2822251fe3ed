package io.skillsdk.internal.definition.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param action the action's name
 * @param runtime {@code cortex/daemons} for a daemon
 * @param output the output that the answer goes to
 * @param other all other keys, as plain values
 */
public record RoutingTarget(
        @Nullable String action,
        @Nullable String runtime,
        @Nullable String output,
        Map<String, @Nullable Object> other) {

    /** The runtime of daemons. */
    public static final String DAEMONS = "cortex/daemons";

    /** The runtime of jobs. */
    public static final String JOBS = "cortex/jobs";

    /** The runtime of external APIs, which need no action. */
    public static final String EXTERNAL_API = "cortex/external-api";

    /** Whether it says nothing, which counts as no target (gateway). */
    public boolean isEmpty() {
        return action == null && runtime == null && output == null && other.isEmpty();
    }
}
