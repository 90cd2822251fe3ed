package io.skillsdk.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageExamplesTest {

    record Text(String text) {}

    static final class Actions {
        @SkillAction
        Text upper(Text text) {
            return text;
        }

        @SkillAction
        Text lower(Text text) {
            return text;
        }
    }

    @TempDir
    private Path skill;

    private final ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(new Actions()));

    @BeforeEach
    void writeTheSkill() throws IOException {
        Files.writeString(skill.resolve("skill.yaml"), """
                camel: "1.0.0"
                name: s
                inputs:
                  - name: big
                    routing: {all: {action: s, runtime: cortex/daemons, output: upper}}
                  - name: elsewhere
                    routing: {all: {action: s, runtime: cortex/jobs, output: lower}}
                outputs: [{name: upper}, {name: lower}]
                properties:
                  - {name: daemon.method, defaultValue: POST}
                  - {name: daemon.path, defaultValue: invoke}
                  - {name: daemon.port, defaultValue: "5000"}
                actions: [{name: s, type: daemon, image: s}]
                """);
    }

    private void message(String input, String text) throws IOException {
        Files.createDirectories(skill.resolve("invoke").resolve(input));
        Files.writeString(skill.resolve("invoke").resolve(input).resolve("message.json"), text);
    }

    private Examples read() throws IOException {
        return MessageExamples.beside(skill.resolve("skill.yaml"), catalog);
    }

    @Test
    void aMessageIsAnExampleOfTheActionThatItsInputReaches() throws IOException {
        message("big", "{\"payload\":{\"text\":\"to be\"}}");

        assertThat(read().messages())
                .isEqualTo(Map.of("upper", Map.of("big", Map.of("payload", Map.of("text", "to be")))));
        assertThat(OpenApi.json(catalog, ActionDefaults.PLATFORM, new ApiInfo("s", "1"), read()))
                .contains("to be", "\"upper-big\"");
    }

    @Test
    void aMessageThatReachesNoActionOrIsNoObjectIsNone() throws IOException {
        message("elsewhere", "{\"payload\":{}}");
        message("big", "[]");
        message("unknown", "{}");

        assertThat(read().messages()).isEmpty();
    }

    @Test
    void anActionWithoutAMessageHasAnExampleMadeUp() throws IOException {
        message("big", "{\"payload\":{\"text\":\"to be\"}}");

        assertThat(read().of(catalog.named("lower")))
                .isEqualTo(Map.of("example", Map.of("payload", Map.of("text", "text"))));
    }
}
