package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.SkillDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Named types of a skill, and the references to them. */
class TypeChecksTest {

    private static final String SKILL = """
            camel: 1.0.0
            name: things
            inputs:
              - name: get
                parameters: PARAMETERS
                routing: {all: {action: things, runtime: cortex/jobs, output: thing}}
            outputs: [{name: thing}]
            actions: [{name: things, type: job, image: things}]
            """;

    @TempDir
    Path workspace;

    private Path types;

    @BeforeEach
    void layOut() throws IOException {
        types = Files.createDirectories(workspace.resolve("types/things"));
        skill("{$ref: Thing}");
    }

    private void skill(String parameters) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("skills/things"));
        Files.writeString(folder.resolve("skill.yaml"), SKILL.replace("PARAMETERS", parameters));
    }

    private void type(String file, String text) throws IOException {
        Files.writeString(types.resolve(file), text.translateEscapes());
    }

    private List<String> find() {
        return SkillDefinitions.check(workspace).stream()
                .map(finding -> finding.file().getFileName() + ":" + finding.line() + " " + finding.id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: Thing\\nparameters: [{name: a, type: string}] |",
                "types: [{name: Thing, parameters: []}] |",
                "types:\\n- name: Thing\\n- name: default/Other |",
                "name: Thing\\nparameters: [{name: a, type: text}] | T.yaml:2 parameter-type",
                "name: Thing\\nparameters:\\n- {name: a, type: string}\\n- {name: a, type: string} | T.yaml:4 parameter-twice",
                "name: Thing\\nparameters: [{type: string}] | T.yaml:2 name-missing",
                "name: Thing\\nparameters: text | T.yaml:2 value-malformed",
                "name: Thing\\nparametrs: [] | T.yaml:2 key-misspelt",
                "types:\\n- name: Thing\\n- name: Thing | T.yaml:3 type-twice",
                "name: [ | T.yaml:1 unreadable",
            })
    void aFileOfTypesIsHeldAgainstTheFormat(String text, String finding) throws IOException {
        type("T.yaml", text);
        assertThat(find()).containsExactly(finding == null ? new String[0] : new String[] {finding});
    }

    @Test
    void aReferenceThatLeadsNowhereIsFoundWhereItIs() throws IOException {
        type("T.yaml", "name: Thing\\nparameters: [{name: a, type: object, $ref: Inner}]");
        assertThat(find()).containsExactly("T.yaml:2 type-unknown");
        type("Inner.yaml", "name: default/Inner\\nparameters: [{name: b, type: object, $ref: Thing}]");
        assertThat(find()).isEmpty();
        skill("{$ref: Thingg}");
        assertThat(find()).containsExactly("skill.yaml:5 type-unknown");
        skill("[{name: a, type: array, $ref: Ineer}]");
        assertThat(find()).containsExactly("skill.yaml:5 type-unknown");
    }

    @Test
    void whatIsOnThePlatformPerhapsIsNotFoundMissing() throws IOException {
        skill("{$ref: default/SReq}");
        assertThat(find()).isEmpty();
        skill("{$ref: '{{type}}'}");
        type("T.yaml", "name: Thing");
        assertThat(find()).isEmpty();
    }

    @Test
    void aTypeOfAnotherSkillIsNeitherTakenNorFoundMissing() throws IOException {
        Path other = Files.createDirectories(workspace.resolve("types/other"));
        Files.writeString(other.resolve("T.yaml"), "name: Thing\nparameters: [{name: a, type: nope}]\n");
        Path folder = Files.createDirectories(workspace.resolve("skills/other"));
        Files.writeString(
                folder.resolve("skill.yaml"),
                SKILL.replace("name: things\n", "name: other\n").replace("PARAMETERS", "{$ref: Thing}"));
        assertThat(SkillDefinitions.check(workspace.resolve("skills/things")))
                .extracting(Finding::id)
                .isEmpty();
        assertThat(find()).containsExactly("T.yaml:1 parameter-type".replace(":1", ":2"));
    }

    @Test
    void aFieldThatChoosesIsOneOfTheParameters() throws IOException {
        type("T.yaml", "name: Thing\\nparameters: [{name: kind, type: string}]");
        String rules = "rules: [{match: a, action: things, runtime: cortex/jobs, output: thing}],"
                + " default: {action: things, runtime: cortex/jobs, output: thing}}";
        Path file = workspace.resolve("skills/things/skill.yaml");
        String text = SKILL.replace("PARAMETERS", "{$ref: Thing}");
        String all = "{all: {action: things, runtime: cortex/jobs, output: thing}}";
        Files.writeString(file, text.replace(all, "{field: kind, " + rules));
        assertThat(find()).isEmpty();
        Files.writeString(file, text.replace(all, "{field: kid, " + rules));
        assertThat(find()).containsExactly("skill.yaml:6 routing-field-unknown");
    }
}
