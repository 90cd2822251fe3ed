package io.skillsdk.internal.kubernetes;

import static io.skillsdk.internal.kubernetes.PodTemplate.ordered;

import io.skillsdk.internal.definition.edit.YamlEditor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The manifests of a daemon. */
public final class Manifests {

    private static final int LEAST_REPLICAS = 2;

    private static final int MOST_REPLICAS = 10;

    private static final int SCALE_DOWN_SECONDS = 300;

    private final Workload workload;

    public Manifests(Workload workload) {
        this.workload = workload;
    }

    /** Deployment, Service, HorizontalPodAutoscaler and PodDisruptionBudget. */
    public String kubernetes() {
        return text(List.of(deployment(), service(), autoscaler(), disruptionBudget()));
    }

    /** A Service of Knative, which scales by itself, to none. */
    public String knative() {
        Map<String, Object> annotations = ordered("autoscaling.knative.dev/metric", "concurrency");
        annotations.put("autoscaling.knative.dev/target-utilization-percentage", "70");
        PodTemplate pod = new PodTemplate(workload);
        Map<String, Object> spec = ordered("containerConcurrency", workload.maxConcurrency());
        spec.put(
                "timeoutSeconds",
                Math.toIntExact(workload.timeout().plusSeconds(1).toSeconds()));
        Map<String, Object> container = pod.container();
        // Knative knows one port, and gives it to the program as PORT
        container.put("ports", List.of(ordered("containerPort", workload.port())));
        container.put("readinessProbe", workload.pod().readiness(workload.port()));
        spec.put("containers", List.of(container));
        spec.put("volumes", List.of(pod.volume()));
        Map<String, Object> template = ordered("metadata", ordered("annotations", annotations));
        template.put("spec", spec);
        return text(List.of(resource("serving.knative.dev/v1", "Service", ordered("template", template))));
    }

    private Map<String, Object> deployment() {
        Map<String, Object> rolling = ordered("maxUnavailable", 0);
        rolling.put("maxSurge", 1);
        Map<String, Object> strategy = ordered("type", "RollingUpdate");
        strategy.put("rollingUpdate", rolling);
        Map<String, Object> template = ordered("metadata", ordered("labels", labels()));
        template.put("spec", new PodTemplate(workload).spec());
        // no replicas: they are the autoscaler's, and applying the file again must not set them back
        Map<String, Object> spec = ordered("selector", ordered("matchLabels", labels()));
        spec.put("strategy", strategy);
        spec.put("template", template);
        return resource("apps/v1", "Deployment", spec);
    }

    private Map<String, Object> service() {
        Map<String, Object> port = ordered("name", "http");
        port.put("port", workload.port());
        port.put("targetPort", "http");
        Map<String, Object> spec = ordered("selector", labels());
        spec.put("ports", List.of(port));
        return resource("v1", "Service", spec);
    }

    /** By the slots in use, which an adapter for Prometheus gives as a metric of pods: blocking actions need no processor. */
    private Map<String, Object> autoscaler() {
        Map<String, Object> target = ordered("type", "AverageValue");
        target.put("averageValue", "700m");
        Map<String, Object> pods = ordered("metric", ordered("name", "skill_calls_utilization_ratio"));
        pods.put("target", target);
        Map<String, Object> metric = ordered("type", "Pods");
        metric.put("pods", pods);
        Map<String, Object> scaled = ordered("apiVersion", "apps/v1");
        scaled.put("kind", "Deployment");
        scaled.put("name", workload.name());
        Map<String, Object> spec = ordered("scaleTargetRef", scaled);
        spec.put("minReplicas", LEAST_REPLICAS);
        spec.put("maxReplicas", MOST_REPLICAS);
        spec.put("metrics", List.of(metric));
        spec.put("behavior", ordered("scaleDown", ordered("stabilizationWindowSeconds", SCALE_DOWN_SECONDS)));
        return resource("autoscaling/v2", "HorizontalPodAutoscaler", spec);
    }

    private Map<String, Object> disruptionBudget() {
        Map<String, Object> spec = ordered("maxUnavailable", 1);
        spec.put("selector", ordered("matchLabels", labels()));
        return resource("policy/v1", "PodDisruptionBudget", spec);
    }

    private Map<String, Object> resource(String version, String kind, Map<String, Object> spec) {
        Map<String, Object> metadata = ordered("name", workload.name());
        metadata.put("labels", labels());
        Map<String, Object> resource = ordered("apiVersion", version);
        resource.put("kind", kind);
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }

    private Map<String, Object> labels() {
        return new LinkedHashMap<>(Map.of("app.kubernetes.io/name", workload.name()));
    }

    private static String text(List<Map<String, Object>> resources) {
        StringBuilder text = new StringBuilder();
        resources.forEach(resource -> text.append("---\n").append(YamlEditor.write("manifest.yaml", resource)));
        return text.toString();
    }
}
