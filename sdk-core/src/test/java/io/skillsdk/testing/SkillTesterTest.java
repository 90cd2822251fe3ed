package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.testing.junit.MessageFiles;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class SkillTesterTest {

    record Text(String text) {}

    record Count(int words, String session, Object limit) {}

    static final class Actions {
        @SkillAction
        SkillResponse<Count> count(SkillRequest<Text> request) {
            int words = request.payload().text().split(" ").length;
            return SkillResponse.to(
                    "counted",
                    new Count(
                            words,
                            request.sessionId().orElse("none"),
                            request.properties().find("limit").orElse("none")));
        }

        @SkillAction
        Object refuse() {
            throw new SkillException(422, "No.");
        }
    }

    private final SkillTester tester = SkillTester.of(new Actions()).action("count");

    @Test
    void aPayloadObjectGoesInAndATypedPayloadComesOut() {
        TestResponse answer = tester.invoke(new Text("a b"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.isError()).isFalse();
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(2, "none", "none"));
        assertThat(answer.outputName()).contains("counted");
        assertThat(answer.bytes()).isEqualTo(answer.json().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sessionAndPropertiesAreSet() {
        TestResponse answer = tester.sessionId("s-1").property("limit", 5).invoke(new Text("a"));
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(1, "s-1", 5));
    }

    @Test
    void whatIsSetIsAddedToAMessage() {
        TestResponse answer = tester.sessionId("s-1")
                .property("limit", 5)
                .invokeJson("{\"payload\":{\"text\":\"a\"},\"properties\":{\"limit\":1},\"sessionId\":\"s-2\"}");
        assertThat(answer.payload(Count.class)).isEqualTo(new Count(1, "s-1", 5));
    }

    @Test
    void aTesterIsLeftAsItIsByItsOtherSettings() {
        tester.sessionId("s-1").property("limit", 5);
        assertThat(tester.invoke(new Text("a")).payload(Count.class)).isEqualTo(new Count(1, "none", "none"));
    }

    @Test
    void anErrorComesOutAsOne() {
        TestResponse answer = tester.action("refuse").invoke(null);
        assertThat(answer.isError()).isTrue();
        assertThat(answer.error().detail()).isEqualTo("No.");
        assertThat(answer.violations()).isEmpty();
    }

    @Test
    void aPayloadAskedOfAnErrorFailsTheTestWithTheError() {
        assertThatThrownBy(() -> tester.action("refuse").invoke(null).payload(Map.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("422")
                .hasMessageContaining("No.");
    }

    @Test
    void anErrorAskedOfAResultFailsTheTestWithTheResult() {
        assertThatThrownBy(() -> tester.invoke(new Text("a")).error())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"words\":1");
    }

    @Test
    void oneOfSeveralActionsHasToBeNamed() {
        assertThatThrownBy(() -> SkillTester.of(new Actions()).invoke(null))
                .hasMessage("There are several actions: count, refuse. Say which one is meant.");
        assertThatThrownBy(() -> tester.action("cuont"))
                .hasMessage("There is no action 'cuont'. There are: count, refuse.");
    }

    @Test
    void aMessageFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> tester.invokeMessage(Path.of("none.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.json");
    }

    @ParameterizedTest
    @MessageFiles("src/test/resources/messages")
    void everyMessageFileOfAFolderIsAnswered(Path message) {
        assertThat(tester.invokeMessage(message).payload(Count.class).words()).isEqualTo(2);
    }
}
