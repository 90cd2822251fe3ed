package io.skillsdk.internal.fabric.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of skills and agents, and what became of them, as the gateway answers. */
class StandInInvokeTest {

    private static final String SKILL = "skillinvoke/ns%2Fecho/inputs/in?sync=true";

    private final Asking asking = new Asking(SessionForm.BARE);

    @BeforeEach
    void fill() {
        ProjectData project = asking.platform.project("p");
        project.skills().put("ns/echo", payload -> payload);
        project.skills().put("bad", payload -> {
            throw new IllegalStateException("no such row");
        });
        project.agents().put("agent", payload -> List.of(payload));
    }

    private Asking.Answer activation(Asking.Answer invoked) {
        return asking.get("activations/" + invoked.json().get("activationId").text());
    }

    private List<@Nullable String> listed(String query) {
        return asking.get("activations" + query).json().get("activations").elements().stream()
                .map(entry ->
                        entry.get("skillName").text() + entry.get("agentName").text())
                .toList();
    }

    @Test
    void aCallThatWaitsHasItsResponseAndOneThatDoesNotHasItLater() {
        Asking.Answer now = asking.post(SKILL, "{\"payload\":{\"n\":1}}");
        assertThat(now.json().members()).containsOnlyKeys("success", "activationId", "response");
        assertThat(now.json().get("response")).isEqualTo(JsonDocument.of(Map.of("n", 1)));
        Asking.Answer later = asking.post("skillinvoke/ns%2Fecho/inputs/in", "{\"payload\":{\"n\":1}}");
        assertThat(later.json().members()).containsOnlyKeys("success", "activationId");
        assertThat(activation(later).json().get("response")).isEqualTo(JsonDocument.of(Map.of("n", 1)));
        assertThat(activation(later).json().get("status").text()).isEqualTo("COMPLETE");
    }

    /** In the eyes of JavaScript, that is. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-0.0", "false", "\"\"", "1e-400"})
    void aResponseThatIsEmptyIsLeftOut(String payload) {
        Asking.Answer answer = asking.post(SKILL, "{\"payload\":" + payload + "}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().members()).containsOnlyKeys("success", "activationId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"0\"", "1", "true", "\" \"", "[0]"})
    void anyOtherResponseIsThere(String payload) {
        assertThat(asking.post(SKILL, "{\"payload\":" + payload + "}").json().members())
                .containsKey("response");
    }

    @Test
    void aFailureIsA500WithTheActivationAndItsMessage() {
        Asking.Answer failed = asking.post("skillinvoke/bad/inputs/in?sync=true", "{}");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.json().get("success").isFalse()).isTrue();
        assertThat(failed.json().get("message").text()).isEqualTo("no such row");
        assertThat(activation(failed).json().get("status").text()).isEqualTo("ERROR");
        assertThat(asking.post("skillinvoke/bad/inputs/in", "{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "skillinvoke/none/inputs/in, 404",
        "agentinvoke/ns%2Fecho/services/s, 404",
        "skillinvoke/ns%2Fecho/services/in, 404",
        "agentinvoke/agent/inputs/s, 404",
        "skillinvoke/ns%2Fecho, 404",
        "activations/none, 404",
        "activations/none/cancel, 404"
    })
    void whatIsNotThereIsNotFound(String call, int status) {
        assertThat(asking.post(call, "{}").status()).isEqualTo(status);
    }

    /** The gateway takes 512 kB of JSON. */
    @Test
    void aPayloadLargerThanTheGatewayTakesIsRefused() {
        String large = "{\"payload\":\"" + "x".repeat(512 * 1024) + "\"}";
        assertThat(asking.post(SKILL, large).status()).isEqualTo(413);
        assertThat(asking.post(SKILL, "{\"payload\":\"" + "x".repeat(500_000) + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void activationsAreListedTheLastFirstByWhatIsAskedForAndWithoutResponses() {
        asking.post(SKILL, "{\"payload\":1,\"sessionId\":\"s\"}");
        asking.clock.advance(Duration.ofSeconds(1));
        asking.post("agentinvoke/agent/services/s", "{\"payload\":1}");
        asking.clock.advance(Duration.ofSeconds(1));
        asking.post("skillinvoke/bad/inputs/in", "{}");
        assertThat(listed("?sort=desc")).containsExactly("bad", "agent", "ns/echo");
        assertThat(listed("?sort=asc")).containsExactly("ns/echo", "agent", "bad");
        assertThat(listed("?sort=desc&limit=1&skip=1")).containsExactly("agent");
        assertThat(listed("?filter=%7B%22status%22%3A%22ERROR%22%7D")).containsExactly("bad");
        assertThat(listed("?filter=%7B%22skillName%22%3A%22ns%2Fecho%22%7D")).containsExactly("ns/echo");
        assertThat(listed("?filter=%7B%22agentName%22%3A%22none%22%7D")).isEmpty();
        assertThat(asking.get("activations?filter=%7B").status()).isEqualTo(400);
        assertThat(asking.get("activations").json().get("activations").elements())
                .allSatisfy(entry -> assertThat(entry.members())
                        .containsKeys("activationId", "status", "start", "end")
                        .doesNotContainKeys("response", "payload"));
    }

    @Test
    void anActivationKnowsItsSessionAndItsTimes() {
        JsonDocument own = activation(asking.post(SKILL, "{\"payload\":1,\"sessionId\":\"s-1\"}"))
                .json();
        assertThat(own.get("sessionId").text()).isEqualTo("s-1");
        assertThat(own.get("success").text()).isEqualTo("true");
        assertThat(own.get("start").isNumber()).isTrue();
        JsonDocument none = activation(asking.post(SKILL, "{\"payload\":1}")).json();
        assertThat(none.get("sessionId")).isEqualTo(none.get("activationId"));
    }

    @Test
    void onlyWhatStillRunsIsCancelled() {
        Asking.Answer done = asking.post(SKILL, "{\"payload\":1}");
        String id = done.json().get("activationId").text();
        assertThat(asking.post("activations/" + id + "/cancel", "{}").status()).isEqualTo(200);
        assertThat(activation(done).json().get("status").text()).isEqualTo("COMPLETE");
        asking.platform
                .project("p")
                .activations()
                .put("running", JsonDocument.of(Map.of("activationId", "running", "status", "STARTED")));
        assertThat(asking.post("activations/running/other", "{}").status()).isEqualTo(404);
        assertThat(asking.post("activations/running/cancel?inFlight=true", "").status())
                .isEqualTo(200);
        assertThat(asking.get("activations/running").json().get("status").text())
                .isEqualTo("CANCELLED");
    }
}
