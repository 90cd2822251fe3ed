package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.SkillDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places in a {@code daemon.path}: what the gateway escapes, and where it fails. */
class PathTemplateChecksTest {

    private static final String SKILL = """
            camel: 1.0.0
            name: things
            inputs:
              - name: get
                parameters:
                  - {name: id, type: string, required: true}
                  - {name: note, type: string}
                routing: {all: {action: things, runtime: cortex/daemons, output: thing}}
            outputs: [{name: thing}]
            properties:
              - {name: daemon.port, type: String, defaultValue: 5000}
              - {name: daemon.path, type: String, defaultValue: PATH}
              - {name: tenant, type: String}
            actions: [{name: things, type: daemon, image: things}]
            """;

    @TempDir
    Path folder;

    private List<Finding> check(String yaml) throws IOException {
        return SkillDefinitions.check(Files.writeString(folder.resolve("skill.yaml"), yaml));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "things |",
                "things/{{{payload.id}}} |",
                "things/{{&payload.id}} |",
                "'{{outputName}}' |",
                "things/{{properties.tenant}} |",
                "things/{{sessionId}}/{{activationId}} |",
                "things/{{{payload.id.key}}} |",
                "things/{{{payload}}} |",
                "things/{{payload.id}} | is escaped for HTML",
                "things/{{{payload.note}}} | does not declare as required",
                "things/{{{payload.none}}} | does not declare as required",
                "things/{{{id}}} | The envelope has no 'id'",
                "things/{{sesionId}} | did you mean 'sessionId'?",
                "things/{{properties.tenat}} | did you mean 'tenant'?",
                "things/{{#payload}}x{{/payload}} | is not one of text and {{key}}",
                "things/{{payload.id | is not one of text and {{key}}",
                "things/{id} | is called as it is, braces and all",
                "things/{id}/{other} | is called as it is, braces and all",
                "things/{} |",
                "things/}{ |",
            })
    void eachPlaceIsHeldAgainstTheEnvelope(String path, @Nullable String message) throws IOException {
        String quoted = path.startsWith("'") ? path : "'" + path + "'";
        assertThat(check(SKILL.replace("PATH", quoted))).satisfies(findings -> {
            assertThat(findings).hasSize(message == null ? 0 : 1);
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.id()).isEqualTo("daemon-path-template");
                assertThat(finding.message()).contains(String.valueOf(message));
                assertThat(finding.line()).isEqualTo(12);
            });
        });
    }

    @Test
    void aSkillWithoutADaemonHasNoPath() throws IOException {
        assertThat(check(SKILL.replace("PATH", "'things/{id}'")
                        .replace("cortex/daemons", "cortex/jobs")
                        .replace("type: daemon", "type: job")))
                .isEmpty();
    }
}
