package io.skillsdk.examples.chained;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.examples.chained.Chained.Routed;
import io.skillsdk.examples.chained.Chained.Text;
import io.skillsdk.testing.InMemoryFabric;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ChainedTest {

    private final InMemoryFabric platform = new InMemoryFabric().skill("word-count", ChainedTest::counted);

    private final SkillTester tester = SkillTester.of(new Chained()).fabric(platform);

    /** In place of the other skill. */
    static Object counted(Object payload) {
        String text = String.valueOf(((Map<?, ?>) payload).get("text"));
        return Map.of("words", text.split(" ").length);
    }

    private TestResponse sent(String text) {
        return tester.invoke(Map.of("activationId", "a-1", "payload", Map.of("text", text)));
    }

    @Test
    void theRouteDependsOnTheNumberOfWords() {
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
        SkillRequest<SkillRequest<Text>> outer = SkillRequest.builder(inner)
                .property("counting-skill", "word-count")
                .build();
        assertThat(new Chained().route(outer, platform.fabric()))
                .isEqualTo(SkillResponse.to(
                        "short", new Routed("inner", 1, "a-1", List.of("headers.skill1-yaml-header"))));
    }

    @Test
    void theOtherSkillIsCalledOnThePlatform() {
        assertThat(sent("inner").payload(Routed.class).words()).isEqualTo(1);
        sent(" ");
        assertThat(platform.calls()).containsExactly("POST skillinvoke/word-count/inputs/request");
    }

    @Test
    void anotherSkillThatFailsIsABadGateway() {
        SkillTester failing = tester.property("counting-skill", "failing");
        platform.skill("failing", payload -> {
            throw new IllegalStateException("out of words");
        });
        TestResponse answer = failing.invoke(Map.of("payload", Map.of("text", "a")));
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.json()).doesNotContain("out of words");
        assertThat(tester.property("counting-skill", "unknown")
                        .invoke(Map.of("payload", Map.of("text", "a")))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void withoutAPlatformTheWorkspaceHasTheAnswer() {
        assertThat(SkillTester.of(new Chained())
                        .invoke(Map.of("payload", Map.of("text", "a b")))
                        .payload(Routed.class)
                        .words())
                .isEqualTo(2);
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
