package io.skillsdk.internal.kubernetes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pod of a daemon: one container, which may do no more than it needs. */
final class PodTemplate {

    private static final int START_SECONDS = 60;

    private final Workload workload;

    PodTemplate(Workload workload) {
        this.workload = workload;
    }

    /** The spec of the pod of a Deployment. */
    Map<String, Object> spec() {
        Map<String, Object> container = container();
        container.put("startupProbe", startup());
        container.put("livenessProbe", workload.pod().liveness("http"));
        Map<String, Object> spec = ordered(
                "terminationGracePeriodSeconds", Math.toIntExact(workload.pod().gracePeriod()));
        spec.put("automountServiceAccountToken", false);
        Map<String, Object> security = ordered("runAsNonRoot", true);
        security.put("seccompProfile", ordered("type", "RuntimeDefault"));
        spec.put("securityContext", security);
        spec.put("containers", List.of(container));
        spec.put("volumes", List.of(volume()));
        return spec;
    }

    /** The container, as Knative takes it too. */
    Map<String, Object> container() {
        Map<String, Object> port = ordered("containerPort", workload.port());
        port.put("name", "http");
        Map<String, Object> container = ordered("name", "daemon");
        container.put("image", workload.image());
        container.put("ports", List.of(port));
        container.put(
                "env",
                List.of(variable("DAEMON_PORT", Integer.toString(workload.port())), variable("DAEMON_DOCS", "off")));
        Map<String, Object> requests = ordered("cpu", "250m");
        requests.put("memory", "256Mi");
        Map<String, Object> resources = ordered("requests", requests);
        resources.put("limits", ordered("memory", "512Mi"));
        container.put("resources", resources);
        Map<String, Object> security = ordered("allowPrivilegeEscalation", false);
        security.put("readOnlyRootFilesystem", true);
        security.put("runAsNonRoot", true);
        security.put("capabilities", ordered("drop", List.of("ALL")));
        container.put("securityContext", security);
        container.put("readinessProbe", workload.pod().readiness("http"));
        Map<String, Object> mount = ordered("name", "tmp");
        mount.put("mountPath", "/tmp");
        container.put("volumeMounts", List.of(mount));
        return container;
    }

    /** What the JVM writes goes into memory. */
    Map<String, Object> volume() {
        Map<String, Object> volume = ordered("name", "tmp");
        volume.put("emptyDir", ordered("medium", "Memory"));
        return volume;
    }

    /** A slow machine has a minute for the start; probed often, as a start takes less than a second. */
    private Map<String, Object> startup() {
        Map<String, Object> probe = new LinkedHashMap<>(workload.pod().liveness("http"));
        probe.put("periodSeconds", 1);
        probe.put("failureThreshold", START_SECONDS);
        return probe;
    }

    private static Map<String, Object> variable(String name, String value) {
        Map<String, Object> variable = ordered("name", name);
        variable.put("value", value);
        return variable;
    }

    static Map<String, Object> ordered(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
