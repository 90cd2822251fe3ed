package io.skillsdk.internal.definition.platform;

import static io.skillsdk.internal.definition.platform.PlatformFindings.of;
import static io.skillsdk.internal.definition.platform.PlatformFindings.parts;
import static io.skillsdk.internal.definition.platform.PlatformFindings.skill;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The patches of {@code podSpec}, as Kubernetes takes what they add (core/v1 PodSpec and Container). */
class PodSpecChecksTest {

    private static String pod(String podSpec) {
        return skill("actions:\n  - name: orders\n    type: daemon\n    image: orders\n    podSpec:" + podSpec);
    }

    private static String patch(String path, String value) {
        return pod("\n      - path: " + path + "\n        value: " + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ''", " []", " null"})
    void nothingIsAPodSpecToo(String podSpec) {
        assertThat(parts(pod(podSpec))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/containers/0/resources | {limits: {cpu: 500m, memory: 1.5Gi}, requests: {cpu: 1, memory: 512Mi}}",
                "/containers/0/resources/limits | {nvidia.com/gpu: 1, memory: 1e9, ephemeral-storage: 2G}",
                "/containers/0/resources/limits/nvidia.com~1gpu | 1",
                "/containers/0/resources/requests/cpu | 0.25",
                "/containers/0/resources/requests/cpu | '.5'",
                "/containers/0/env/- | {name: A, value: b}",
                "/containers/- | {name: side, image: a}",
                "/initContainers/0/image | a",
                "/terminationGracePeriodSeconds | 60",
                "/terminationGracePeriodSeconds | '{{grace}}'",
                "/nodeSelector | {disk: ssd}",
                "/tolerations/0 | {key: gpu, tolerationSeconds: 3}",
                "/schedulingGates | [{name: a}]",
                "/resourceClaims | [{name: gpu}]",
                "/volumes | []",
                "/containers/0/livenessProbe | {httpGet: {path: /live, port: 5000}, periodSeconds: 5}",
                "/containers/0/startupProbe | {exec: {command: [a]}, failureThreshold: '30'}",
                "/containers/0/readinessProbe | {grpc: {port: 5000}}",
            })
    void whatAPodHasIsTaken(String path, String value) {
        assertThat(parts(patch(path, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "containers/0/image | a | .path",
                "/spec/containers/0/image | a | .path",
                "/container/0/image | a | .path",
                "/containers/first/image | a | .path",
                "/containers/0/imagePolicy | Always | .path",
                "/containers/0/resource | {} | .path",
                "'' | {} | .path",
                "5 | {} | .path",
                "/containers/0/resources | {limits: {memory: 512MB}} | .value.limits.memory",
                "/containers/0/resources | {requests: {cpu: half}} | .value.requests.cpu",
                "/containers/0/resources/limits | {memory: 1 Gi} | .value.memory",
                "/containers/0/resources/limits/memory | 1GiB | .value",
                "/containers/0/resources/limits/memory | -1 | .value",
                "/terminationGracePeriodSeconds | 60s | .value",
                "/terminationGracePeriodSeconds | -1 | .value",
                "/terminationGracePeriodSeconds | 1.5 | .value",
                "/activeDeadlineSeconds | | .value",
                "/containers/0/livenessProbe | {periodSeconds: 5} | .value",
                "/containers/0/livenessProbe | {tcpSocket: {port: 5000}, periodSeconds: 5s} | .value.periodSeconds",
            })
    void whatKubernetesRefusesIsFoundWhereItIs(String path, String value, String at) {
        assertThat(parts(patch(path, value == null ? "" : value)))
                .containsExactly("actions[0].podSpec[0]" + at + " pod-spec-malformed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{containers: []} | podSpec",
                "text | podSpec",
                "[text] | podSpec[0]",
                "[[]] | podSpec[0]",
                "[{path: /volumes}] | podSpec[0].value",
                "[{value: 1}] | podSpec[0].path",
                "[{path: /volumes, value: [], op: replace}] | podSpec[0].op",
                "[{path: /volumes, valeu: []}] | podSpec[0].valeu",
                "[{pth: /volumes, value: []}] | podSpec[0].pth",
            })
    void whatIsNoListOfPatchesIsFound(String podSpec, String part) {
        assertThat(parts(pod(" " + podSpec))).containsExactly("actions[0]." + part + " pod-spec-malformed");
    }

    @Test
    void eachPatchHasItsOwnFindingAtItsOwnLine() {
        List<Finding> findings = of(pod("""

                      - path: /volumes
                        value: []
                      - path: /volume
                        value: []
                      - op: add
                        path: /containers/0/tty
                        value:
                      - path: /containers/0/ttyy
                        value: true
                """.stripTrailing()));
        assertThat(findings)
                .extracting(Finding::part)
                .containsExactly("actions[0].podSpec[1].path", "actions[0].podSpec[3].path");
        assertThat(findings.get(1).line() - findings.get(0).line()).isEqualTo(5);
    }

    @Test
    void thePortsOfProbesAreThoseOfTheFirstContainer() {
        assertThat(PodSpecChecks.probePorts(
                        "podSpec",
                        List.of(
                                probe("/containers/0/livenessProbe", Map.of("httpGet", Map.of("port", 1))),
                                probe("/containers/1/livenessProbe", Map.of("httpGet", Map.of("port", 2))),
                                probe("/containers/0/readinessProbe", Map.of("tcpSocket", Map.of("port", "3"))),
                                probe("/containers/0/startupProbe", Map.of("exec", Map.of("port", 4))),
                                probe("/containers/0/lifecycle", Map.of("httpGet", Map.of("port", 5))),
                                "text")))
                .containsExactly(
                        Map.entry("podSpec[0].value.httpGet.port", "1"),
                        Map.entry("podSpec[2].value.tcpSocket.port", "3"));
        assertThat(PodSpecChecks.probePorts("podSpec", "text")).isEmpty();
        assertThat(PodSpecChecks.probePorts("podSpec", null)).isEmpty();
    }

    private static Map<String, Object> probe(String path, Object value) {
        return Map.of("path", path, "value", value);
    }

    @Test
    void aProbeThatAsksAnotherPortIsFound() {
        assertThat(parts(patch("/containers/0/livenessProbe", "{httpGet: {port: 5001}}")))
                .containsExactly("actions[0].podSpec[0].value.httpGet.port daemon-port-differs");
        assertThat(parts(patch("/containers/0/livenessProbe", "{httpGet: {port: http}}")))
                .isEmpty();
    }
}
