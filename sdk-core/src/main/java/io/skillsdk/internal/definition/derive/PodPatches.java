package io.skillsdk.internal.definition.derive;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a daemon asks of its pod, as patches for {@code podSpec} that add to it: probes, which the platform knows none of,
 * and time to end in.
 *
 * @param healthPath where the daemon tells its health, without slashes at its ends; {@code live} and {@code ready} are
 *     below it
 * @param settleTime how long it still takes calls after it was told to end
 * @param drainTimeout how long calls in flight have after that
 */
public record PodPatches(String healthPath, Duration settleTime, Duration drainTimeout) {

    /** The path of the patch that says how many seconds a pod has to end in. */
    public static final String GRACE_PERIOD = "/terminationGracePeriodSeconds";

    /** What Kubernetes gives where nothing is said, in seconds. */
    private static final long USUAL_GRACE_PERIOD = 30;

    /** For what comes after the drain, in seconds: actions are closed, and the JVM ends. */
    private static final long MARGIN = 5;

    /** The least seconds that a pod needs to end in. */
    public long gracePeriod() {
        long needed = settleTime.plus(drainTimeout).toSeconds() + MARGIN;
        return Math.max(USUAL_GRACE_PERIOD, needed);
    }

    /** The patches of a container that listens on this port. */
    public List<Map<String, @Nullable Object>> patches(Object port) {
        return List.of(
                patch("/containers/0/readinessProbe", readiness(port)),
                patch("/containers/0/livenessProbe", liveness(port)),
                patch(GRACE_PERIOD, Math.toIntExact(gracePeriod())));
    }

    /** Whether calls may come: a number or name of the container's port is asked. */
    public Map<String, Object> readiness(Object port) {
        return probe("ready", port, 5, 2);
    }

    /** Whether the daemon is to be ended and started again. */
    public Map<String, Object> liveness(Object port) {
        return probe("live", port, 10, 3);
    }

    private static Map<String, @Nullable Object> patch(String path, Object value) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        patch.put("path", path);
        patch.put("value", value);
        return patch;
    }

    private Map<String, Object> probe(String kind, Object port, int period, int failures) {
        Map<String, Object> get = new LinkedHashMap<>();
        get.put("path", "/" + healthPath + "/" + kind);
        get.put("port", port);
        Map<String, Object> probe = new LinkedHashMap<>();
        probe.put("httpGet", get);
        probe.put("periodSeconds", period);
        probe.put("failureThreshold", failures);
        return probe;
    }
}
