package io.skillsdk.examples.chained;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.chained.Chained.Routed;
import io.skillsdk.examples.chained.Chained.Text;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ChainedTest {

    private final SkillTester tester = SkillTester.of(new Chained());

    private TestResponse sent(String text) {
        return tester.invoke(Map.of("activationId", "a-1", "payload", Map.of("text", text)));
    }

    @Test
    void theRouteDependsOnTheLength() {
        assertThat(sent("inner").outputName()).contains("short");
        assertThat(sent("inner, and much more of it").outputName()).contains("long");
        assertThat(sent(" ").outputName()).contains(SkillResponse.IGNORE);
    }

    @Test
    void theEnvelopeWithinIsReadLikeAnyOther() {
        SkillRequest<Text> inner = SkillRequest.builder(new Text("inner"))
                .field("activationId", "a-1")
                .property("headers.skill1-yaml-header", "x")
                .build();
        assertThat(new Chained().route(SkillRequest.of(inner)))
                .isEqualTo(
                        SkillResponse.to("short", new Routed("inner", "a-1", List.of("headers.skill1-yaml-header"))));
    }

    @Test
    void aFaultWithinIsNamedWithItsWholePath() {
        assertThat(tester.invokeJson("{\"payload\":{\"payload\":{}}}").violations())
                .containsExactly(new Violation("payload.payload.text", "is required, and must be a string"));
    }

    @Test
    void theTokenWithinIsNotPassedOn() {
        assertThat(tester.invokeJson("{\"payload\":{\"payload\":{\"text\":\"a\"},\"token\":\"the.token\"}}")
                        .json())
                .doesNotContain("the.token");
    }

    @ParameterizedTest
    @MessageFiles("skills/chained/invoke")
    void everyMessageIsRouted(Path message) {
        assertThat(tester.invokeMessage(message).outputName()).isPresent();
    }

    @Test
    void theDefinitionIsInSync() {
        SkillDefinitions.assertInSync(Path.of("."), new Chained());
    }
}
