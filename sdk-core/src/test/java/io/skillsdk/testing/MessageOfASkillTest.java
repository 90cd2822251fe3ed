package io.skillsdk.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a skill.yaml at hand, a message goes where the platform would send it. */
class MessageOfASkillTest {

    static final class Prediction {
        @SkillAction
        Map<String, Object> init(SkillProperties properties) {
            return Map.of("did", "init", "model", properties.getString("model-id", "none"));
        }

        @SkillAction
        Map<String, Object> predict(SkillProperties properties) {
            return Map.of("did", "predict", "threads", properties.getInt("threads"), "names", properties.names());
        }
    }

    @TempDir
    private Path skill;

    private final SkillTester tester = SkillTester.of(new Prediction());

    @BeforeEach
    void write() throws IOException {
        Files.writeString(skill.resolve("skill.yaml"), """
                camel: 1.0.0
                name: prediction
                inputs:
                  - name: init
                    routing: {all: {action: prediction, runtime: cortex/daemons, output: init}}
                  - name: score
                    routing: {all: {action: prediction, runtime: cortex/daemons, output: predict}}
                  - name: odd
                    routing: {all: {action: prediction, runtime: cortex/daemons, output: response}}
                  - name: train
                    routing: {all: {action: train, runtime: cortex/jobs, output: predict}}
                outputs: [{name: init}, {name: predict}, {name: response}]
                properties:
                  - {name: daemon.port, defaultValue: 5000}
                  - {name: daemon.path, defaultValue: invoke}
                  - {name: threads, defaultValue: "4"}
                """);
    }

    private Path message(String input, String json) throws IOException {
        Path folder = Files.createDirectories(skill.resolve("invoke").resolve(input));
        return Files.writeString(folder.resolve("message.json"), json);
    }

    @Test
    void theFolderOfTheInputChoosesTheAction() throws IOException {
        assertThat(tester.invokeMessage(message("init", "{\"payload\":{}}")).json())
                .contains("\"did\":\"init\"");
        assertThat(tester.invokeMessage(message("score", "{\"payload\":{}}")).json())
                .contains("\"did\":\"predict\"");
        assertThat(tester.invokeMessage(message("odd", "{\"payload\":{}}"))
                        .error()
                        .detail())
                .contains("The outputName 'response' belongs to no action. There are: init, predict.");
    }

    @Test
    void defaultsApplyAndUndeclaredPropertiesAreDropped() throws IOException {
        Path score = message("score", "{\"payload\":{},\"properties\":{\"other\":1}}");
        assertThat(tester.invokeMessage(score).json()).contains("\"threads\":4").doesNotContain("other");
        assertThat(tester.property("threads", 2).invokeMessage(score).json()).contains("\"threads\":2");
        assertThat(tester.property("model-id", "m")
                        .invokeMessage(message("init", "{}"))
                        .json())
                .contains("\"model\":\"none\"");
    }

    @Test
    void theMessagesOwnPathIsHeeded() throws IOException {
        assertThat(tester.invokeMessage(message("score", "{\"properties\":{\"daemon.path\":\"init\"}}"))
                        .json())
                .contains("\"did\":\"init\"");
        assertThat(tester.invokeMessage(message("score", "{\"properties\":{\"daemon.path\":\"nowhere\"}}"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMessageThatIsNotForADaemonIsTold() throws IOException {
        Path train = message("train", "{}");
        assertThatThrownBy(() -> tester.invokeMessage(train))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("routed to the runtime 'cortex/jobs', and not to a daemon");
        Path unknown = message("unknown", "{}");
        assertThatThrownBy(() -> tester.invokeMessage(unknown)).hasMessageContaining("has no input 'unknown'");
        assertThat(tester.action("predict").invokeMessage(unknown).json()).contains("\"did\":\"predict\"");
    }

    @Test
    void withoutASkillYamlTheOutputOfTheBodyChooses() {
        assertThat(tester.invokeJson("{\"outputName\":\"init\"}").json()).contains("\"did\":\"init\"");
        assertThat(tester.invokeJson("{\"outputName\":\"x\"}").status()).isEqualTo(400);
        assertThatThrownBy(() -> tester.invokeJson("{}")).hasMessageContaining("There are several actions");
    }
}
