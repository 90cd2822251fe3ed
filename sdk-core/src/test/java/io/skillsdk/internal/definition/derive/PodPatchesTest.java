package io.skillsdk.internal.definition.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodPatchesTest {

    private static PodPatches patches(Duration settle, Duration drain) {
        return new PodPatches("health", settle, drain);
    }

    /** A pod has the time that the daemon needs, and never less than Kubernetes gives by itself. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S, 30",
        "PT5S, PT20S, 30",
        "PT5S, PT21S, 31",
        "PT10S, PT60S, 75",
        "PT0.9S, PT29.9S, 35",
        "PT1H, PT1H, 7205"
    })
    void aPodHasTheTimeThatTheDaemonNeeds(Duration settle, Duration drain, long seconds) {
        assertThat(patches(settle, drain).gracePeriod()).isEqualTo(seconds);
    }

    @Test
    void probesAskTheDaemonsPortAndPaths() {
        List<Map<String, Object>> all = List.copyOf(
                        patches(Duration.ZERO, Duration.ZERO).patches(5000))
                .stream()
                .map(Map::copyOf)
                .toList();
        assertThat(all)
                .extracting(patch -> patch.get("path"))
                .containsExactly(
                        "/containers/0/readinessProbe",
                        "/containers/0/livenessProbe",
                        "/terminationGracePeriodSeconds");
        assertThat(all.get(0).get("value"))
                .isEqualTo(Map.of(
                        "httpGet",
                        Map.of("path", "/health/ready", "port", 5000),
                        "periodSeconds",
                        5,
                        "failureThreshold",
                        2));
        assertThat(all.get(1).get("value"))
                .isEqualTo(Map.of(
                        "httpGet",
                        Map.of("path", "/health/live", "port", 5000),
                        "periodSeconds",
                        10,
                        "failureThreshold",
                        3));
        assertThat(all.get(2).get("value")).isEqualTo(30);
    }

    @Test
    void aPortMayHaveAName() {
        assertThat(patches(Duration.ZERO, Duration.ZERO).readiness("http").get("httpGet"))
                .isEqualTo(Map.of("path", "/health/ready", "port", "http"));
    }
}
