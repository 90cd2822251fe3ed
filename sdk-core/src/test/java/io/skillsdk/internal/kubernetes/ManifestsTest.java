package io.skillsdk.internal.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.knative.serving.v1.RevisionSpec;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.skillsdk.internal.definition.derive.PodPatches;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests, read into the types of a client library of others. */
class ManifestsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Manifests MANIFESTS = new Manifests(new Workload(
            "word-count",
            "registry/word-count:1",
            5000,
            new PodPatches("health", Duration.ofSeconds(3), Duration.ofSeconds(40)),
            Duration.ofSeconds(30),
            256));

    private static List<JsonNode> documents(String text) throws IOException {
        return new ArrayList<>(
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(text).readAll());
    }

    /** Reads a document into a type of its own, and refuses what the type does not know. */
    private static <T> T typed(JsonNode document, Class<T> type) throws Exception {
        T value = YAML.convertValue(document, type);
        refuseUnknown(value, new IdentityHashMap<>());
        return value;
    }

    private static void refuseUnknown(Object value, Map<Object, Object> seen) throws Exception {
        if (value instanceof Iterable<?> all) {
            for (Object each : all) {
                refuseUnknown(each, seen);
            }
        } else if (value != null
                && (value.getClass().getName().startsWith("io.fabric8."))
                && !value.getClass().isEnum()
                && seen.put(value, value) == null) {
            for (Method method : value.getClass().getMethods()) {
                boolean getter =
                        method.getParameterCount() == 0 && method.getName().startsWith("get");
                if (getter && method.getName().equals("getAdditionalProperties")) {
                    assertThat((Map<?, ?>) method.invoke(value))
                            .as("unknown in %s", value.getClass().getSimpleName())
                            .isEmpty();
                } else if (getter && method.getDeclaringClass() != Object.class) {
                    refuseUnknown(method.invoke(value), seen);
                }
            }
        }
    }

    @Test
    void theFourDocumentsAreOfTheirTypesAndHangTogether() throws Exception {
        List<JsonNode> all = documents(MANIFESTS.kubernetes());
        assertThat(all).hasSize(4);
        Deployment deployment = typed(all.get(0), Deployment.class);
        io.fabric8.kubernetes.api.model.Service service =
                typed(all.get(1), io.fabric8.kubernetes.api.model.Service.class);
        HorizontalPodAutoscaler autoscaler = typed(all.get(2), HorizontalPodAutoscaler.class);
        PodDisruptionBudget budget = typed(all.get(3), PodDisruptionBudget.class);

        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        assertThat(labels).isNotEmpty();
        assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(service.getSpec().getSelector()).isEqualTo(labels);
        assertThat(budget.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        assertThat(autoscaler.getSpec().getScaleTargetRef().getName())
                .isEqualTo(deployment.getMetadata().getName());
        assertThat(autoscaler
                        .getSpec()
                        .getMetrics()
                        .get(0)
                        .getPods()
                        .getMetric()
                        .getName())
                .isEqualTo("skill_calls_utilization_ratio");
        assertThat(service.getSpec().getPorts().get(0).getTargetPort().getStrVal())
                .isEqualTo("http");
        assertThat(deployment.getSpec().getReplicas()).isNull();
    }

    @Test
    void thePodHasProbesTimeToEndInAndNoMoreRightsThanItNeeds() throws Exception {
        PodSpec pod = typed(documents(MANIFESTS.kubernetes()).get(0), Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(48);
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/health/ready");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/live");
        assertThat(container.getStartupProbe().getFailureThreshold()).isEqualTo(60);
        assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(5000);
        assertThat(container.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    }

    @Test
    void theServiceOfKnativeHasThePodWithWhatItAllows() throws Exception {
        List<JsonNode> all = documents(MANIFESTS.knative());
        assertThat(all).hasSize(1);
        io.fabric8.knative.serving.v1.Service service = typed(all.get(0), io.fabric8.knative.serving.v1.Service.class);
        assertThat(service.getApiVersion()).isEqualTo("serving.knative.dev/v1");
        RevisionSpec revision = service.getSpec().getTemplate().getSpec();

        assertThat(revision.getContainerConcurrency()).isEqualTo(256);
        assertThat(revision.getTimeoutSeconds()).isEqualTo(31);
        assertThat(revision.getContainers()
                        .get(0)
                        .getReadinessProbe()
                        .getHttpGet()
                        .getPath())
                .isEqualTo("/health/ready");
        assertThat(revision.getContainers().get(0).getPorts()).hasSize(1);
        assertThat(revision.getSecurityContext()).isNull();
    }

    /** The keys that Knative lets through (its field masks, and what releases after 1.0 added to them); it refuses any other. */
    @Test
    void theServiceOfKnativeHasNoKeyThatItsSchemaHasNot() throws Exception {
        JsonNode service = documents(MANIFESTS.knative()).get(0);
        assertThat(keys(service)).isSubsetOf("apiVersion", "kind", "metadata", "spec");
        assertThat(keys(service.at("/spec"))).isSubsetOf("template", "traffic");
        assertThat(keys(service.at("/spec/template"))).isSubsetOf("metadata", "spec");
        assertThat(keys(service.at("/spec/template/spec")))
                .isSubsetOf(
                        "containerConcurrency",
                        "timeoutSeconds",
                        "responseStartTimeoutSeconds",
                        "idleTimeoutSeconds",
                        "containers",
                        "volumes",
                        "serviceAccountName",
                        "imagePullSecrets",
                        "enableServiceLinks");
        JsonNode container = service.at("/spec/template/spec/containers/0");
        assertThat(keys(container))
                .isSubsetOf(
                        "name",
                        "image",
                        "imagePullPolicy",
                        "command",
                        "args",
                        "workingDir",
                        "ports",
                        "env",
                        "envFrom",
                        "resources",
                        "volumeMounts",
                        "livenessProbe",
                        "readinessProbe",
                        "startupProbe",
                        "securityContext",
                        "terminationMessagePath",
                        "terminationMessagePolicy");
        assertThat(keys(container.at("/securityContext")))
                .isSubsetOf(
                        "allowPrivilegeEscalation",
                        "capabilities",
                        "readOnlyRootFilesystem",
                        "runAsGroup",
                        "runAsNonRoot",
                        "runAsUser",
                        "seccompProfile");
        // the only names that a port may have, and volumes that are on without a flag
        assertThat(container.at("/ports/0/name").asText("")).isIn("", "h2c", "http1");
        service.at("/spec/template/spec/volumes")
                .forEach(volume ->
                        assertThat(keys(volume)).isSubsetOf("name", "configMap", "secret", "projected", "emptyDir"));
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void thePodAsksForTheSameAsThePatchesOfSkillYaml() throws Exception {
        PodPatches pod = new PodPatches("health", Duration.ofSeconds(3), Duration.ofSeconds(40));
        JsonNode container = documents(MANIFESTS.kubernetes()).get(0).at("/spec/template/spec/containers/0");

        assertThat(YAML.convertValue(container.get("readinessProbe"), Object.class))
                .isEqualTo(pod.readiness("http"));
        assertThat(pod.patches("http").toString())
                .contains(pod.readiness("http").toString());
    }

    @ParameterizedTest
    @CsvSource({"word-count, word-count", "acme/Word_Count, word-count", "1st, st", "--, skill", "a.b.c-, a-b-c"})
    void aSkillsNameBecomesALabelOfDns(String skill, String name) {
        assertThat(Workload.nameOf(skill)).isEqualTo(name);
    }
}
