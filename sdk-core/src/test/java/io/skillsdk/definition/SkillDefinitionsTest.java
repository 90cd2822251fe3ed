package io.skillsdk.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillResponse;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.DerivedDefinition;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.write.DefinitionWriter;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.routing.ActionCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillDefinitionsTest {

    private static final Path TEMPLATE = Path.of("src/test/resources/definitions/template.yaml");

    record Text(
            @SkillParameter(required = true, description = "The text to count", example = "to be")
            String text,

            Double limit) {}

    record Count(int words) {}

    static final class WordCount {
        @SkillAction(title = "Word count", description = "Counts the words of a text")
        Count count(Text payload) {
            return new Count(payload.text().length());
        }
    }

    record Renamed(@SkillParameter(required = true) String text, Double maximum) {}

    static final class RenamedCount {
        @SkillAction
        Count count(Renamed payload) {
            return new Count(1);
        }
    }

    @TempDir
    Path workspace;

    private Path skillYaml;

    @BeforeEach
    void layOut() throws IOException {
        Path skill = Files.createDirectories(workspace.resolve("skills/word-count"));
        Path action = Files.createDirectories(skill.resolve("actions/word-count"));
        Files.writeString(action.resolve("Dockerfile"), "FROM eclipse-temurin:17\nEXPOSE 5000\n");
        Files.createDirectories(skill.resolve("invoke/request"));
        Files.writeString(skill.resolve("invoke/request/message.json"), "{\"payload\": {\"text\": \"a b\"}}");
        skillYaml = Files.copy(TEMPLATE, skill.resolve("skill.yaml"));
    }

    private void replace(String what, String with) throws IOException {
        String text = Files.readString(skillYaml);
        assertThat(text).contains(what);
        Files.writeString(skillYaml, text.replace(what, with));
    }

    private static DerivedDefinition derive(String name, Object... actions) {
        DaemonEndpoint endpoint = DaemonEndpoint.ofClassPath();
        return new DefinitionDeriver(ActionCatalog.of(endpoint.defaults(), List.of(actions)), endpoint, name).derive();
    }

    @Test
    void aSoundWorkspaceHasNoFinding() {
        assertThat(SkillDefinitions.check(workspace, new WordCount())).isEmpty();
        assertThat(SkillDefinitions.check(skillYaml, new WordCount())).isEmpty();
        assertThat(SkillDefinitions.check(skillYaml.getParent(), new WordCount()))
                .isEmpty();
        assertThat(SkillDefinitions.check(workspace)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~        action: word-count~ | ~        action: word-cuont~ | routing-action-unknown | 24",
                "~output: response~ | ~output: respnse~ | routing-output-unknown | 26",
                "~defaultValue: POST~ | ~defaultValue: PUT~ | daemon-method-differs | 41",
                "~defaultValue: POST~ | ~defaultValue: FETCH~ | daemon-method-invalid | 41",
                "~defaultValue: invoke~ | ~defaultValue: invoice~ | daemon-path-differs | 46",
                "~    defaultValue: 5000~ | ~    defaultValue: 6000~ | daemon-port-differs | 51",
                "~    port: 5000~ | ~    port: 6000~ | daemon-port-differs | 65",
                "~    port: 5000~ | ~    port: many~ | port-invalid | 65",
                "~name: daemon.port~ | ~name: daemon.prot~ | daemon-port-missing | 47",
                "~name: daemon.method~ | ~name: daemon.methd~ | daemon-method-missing | 37",
                "~name: daemon.path~ | ~name: daemon.pth~ | daemon-path-missing | 42",
                "~\nname: word-count~ | ~\nname: 1word~ | name-invalid | 3",
                "~\nname: word-count~ | ~\nname: a-word-count-that-has-a-long-name~ | name-long | 3",
                "~  - name: word-count\n~ | ~  - name: word-counter\n~ | action-folder-missing | 58",
                "~com/word-count~ | ~com/word-count:1.2~ | image-tag | 60",
                "~image: private~ | ~imgae: private~ | key-misspelt | 60",
                "~- name: text~ | ~- name: txt~ | parameter-renamed | 13",
                "~- name: limit~ | ~- name: limit\n        type: Number\n      - name: extra~ | parameter-unknown | 19",
                "~        type: string~ | ~        type: boolean~ | parameter-type | 14",
                "~        required: true\n      - name: limit~ | ~        required: false\n      - name: limit~ | parameter-required | 16",
                "~- name: words~ | ~- name: word~ | parameter-renamed | 32",
                "~    own-key: kept~ | ~    environmentVariables: K=v~ | environment-malformed | 66",
                "~    own-key: kept~ | ~    podSpec: {path: /a, value: b}~ | pod-spec-malformed | 66",
                "~    own-key: kept~ | ~    podSpec: [{path: a, value: b}]~ | pod-spec-malformed | 66",
                "~    defaultValue: kept~ | ~    defaultValue: hush\n    secure: true~ | secure-default | 55",
                "~    defaultValue: kept~ | ~    defaultValue: x\n    validValues: [a, b]~ | property-default | 55",
                "~name: own~ | ~name: daemon.path~ | property-twice | 52",
                "~  - name: request~ | ~  - name: reqest~ | message-input-unknown | 1",
            })
    void eachSingleFaultIsFoundWhereItIs(String what, String with, String id, int line) throws IOException {
        replace(what, with);
        assertThat(SkillDefinitions.check(workspace, new WordCount())).anySatisfy(finding -> {
            assertThat(finding.id()).isEqualTo(id);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.message()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"payload\": {}} | message-payload",
                "{\"payload\": {\"text\": 5}} | message-payload",
                "{\"payload\": {\"text\": \"a\"}, \"token\": \"t\"} | message-key",
                "[] | message-malformed",
                "{ | message-malformed",
                "null | message-malformed",
                "\uFEFF{} | message-malformed",
            })
    void aMessageThatWouldBeRefusedIsFound(String json, String id) throws IOException {
        Path message = Files.writeString(skillYaml.resolveSibling("invoke/request/message.json"), json);
        assertThat(SkillDefinitions.check(workspace, new WordCount()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo(id);
                    assertThat(finding.file().getFileName()).isEqualTo(message.getFileName());
                });
    }

    @Test
    void aFolderWithoutItsMessageIsFound() throws IOException {
        Files.delete(skillYaml.resolveSibling("invoke/request/message.json"));
        assertThat(SkillDefinitions.check(workspace)).extracting(Finding::id).containsExactly("message-missing");
    }

    @Test
    void inSyncIsOneLineInATest() {
        assertThatCode(() -> SkillDefinitions.assertInSync(workspace, new WordCount()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> SkillDefinitions.assertInSync(workspace, new RenamedCount()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("error [parameter-renamed]")
                .hasMessageContaining("skill.yaml:17: ");
    }

    @Test
    void aFolderWithoutDefinitionsIsNamed(@TempDir Path empty) {
        assertThatThrownBy(() -> SkillDefinitions.check(empty)).hasMessageContaining("has no skill.yaml");
    }

    record Nested(@SkillParameter(required = true) String name, List<Nested> children) {}

    record Everything(
            String text,
            int whole,
            double number,
            boolean flag,
            Nested nested,
            List<Nested> list,
            Map<String, Integer> map,
            Optional<String> maybe,
            Instant at) {}

    static final class Several {
        @SkillAction
        Everything start(Everything payload) {
            return payload;
        }

        @SkillAction
        boolean stop() {
            return true;
        }

        @SkillAction(outputs = {"good", "bad"})
        SkillResponse<Nested> route(List<Nested> payload) {
            return SkillResponse.to("good", null);
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Map<String, Object> get(@PathParameter("id") String id) {
            return Map.of();
        }
    }

    @Test
    void whatIsDerivedIsInTheTemplatesStyle() {
        assertThat(DefinitionWriter.write(derive("word-count", new WordCount()).definition()))
                .isEqualTo("""
                        camel: 1.0.0
                        name: word-count
                        title: Word count
                        description: Counts the words of a text

                        inputs:
                          - name: count
                            title: Word count
                            description: Counts the words of a text
                            parameters:
                              - name: text
                                type: string
                                description: 'The text to count. Example: to be'
                                required: true
                              - name: limit
                                type: number
                                required: false
                            routing:
                              all:
                                action: word-count
                                runtime: cortex/daemons
                                output: count

                        outputs:
                          - name: count
                            title: count
                            parameters:
                              - name: words
                                type: integer
                                required: true

                        properties:
                          - name: daemon.method
                            title: Daemon method
                            description: The HTTP method of the endpoint
                            required: true
                            type: String
                            defaultValue: POST
                          - name: daemon.path
                            title: Daemon path
                            description: The path of the endpoint
                            required: true
                            type: String
                            defaultValue: invoke
                          - name: daemon.port
                            title: Daemon port
                            description: The port the daemon listens on
                            required: true
                            type: String
                            defaultValue: 5000

                        actions:
                          - name: word-count
                            type: daemon
                            image: word-count
                            port: 5000
                        """);
    }

    static List<Object> actions() {
        return Arrays.asList(new WordCount(), new RenamedCount(), new Several());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void whatIsDerivedIsAlwaysInSyncAndReadsBackTheSame(Object actions) throws IOException {
        Path fresh = workspace.resolve("skills/fresh/skill.yaml");
        List<Path> written = SkillDefinitions.write(fresh, actions);
        assertThat(written).contains(fresh);
        assertThat(SkillDefinitions.check(fresh, actions)).isEmpty();
        SkillDefinition derived = derive("fresh", actions).definition();
        assertThat(DefinitionReader.read(fresh).definition()).isEqualTo(derived);
        assertThat(SkillDefinitions.write(fresh, actions)).isEmpty();
    }

    @Test
    void nestedRecordsBecomeTypesOfTheWorkspace() {
        Path fresh = workspace.resolve("skills/fresh/skill.yaml");
        SkillDefinitions.write(fresh, new Several());
        Path type = workspace.resolve("types/fresh/fresh-Nested.yaml");
        assertThat(type).hasContent("""
                camel: 1.0.0
                name: fresh-Nested
                title: Nested
                parameters:
                  - name: name
                    type: string
                    required: true
                  - name: children
                    type: array
                    required: false
                    $ref: fresh-Nested
                """);
    }

    @Test
    void aDriftWithinANestedTypeIsFoundAndFixed() throws IOException {
        Path fresh = workspace.resolve("skills/fresh/skill.yaml");
        SkillDefinitions.write(fresh, new Several());
        Path type = workspace.resolve("types/fresh/fresh-Nested.yaml");
        String sound = Files.readString(type);
        Files.writeString(type, sound.replace("type: string", "type: number"));
        assertThat(SkillDefinitions.check(fresh, new Several()))
                .extracting(Finding::id)
                .contains("parameter-type");
        assertThat(SkillDefinitions.write(fresh, new Several())).containsExactly(type.toAbsolutePath());
        assertThat(type).hasContent(sound);
    }

    @Test
    void aRenamedComponentChangesItsLineAlone() throws IOException {
        String before = Files.readString(skillYaml);
        SkillDefinitions.write(skillYaml, new RenamedCount());
        assertThat(Files.readString(skillYaml)).isEqualTo(before.replace("- name: limit", "- name: maximum"));
        assertThat(SkillDefinitions.check(workspace, new RenamedCount())).isEmpty();
    }

    @Test
    void aFileInSyncIsNotTouched() throws IOException {
        assertThat(SkillDefinitions.write(skillYaml, new WordCount())).isEmpty();
        assertThat(skillYaml).hasSameTextualContentAs(TEMPLATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    defaultValue: 5000|    defaultValue: 6000",
                "    port: 5000|    port: 6000",
                "defaultValue: POST|defaultValue: GET",
                "        type: string|        type: boolean",
                "        required: true\n      - name: limit|        required: \"false\"\n      - name: limit",
                "- name: words|- name: word",
            })
    void whatHasDriftedIsFixedAndNothingElse(String drift) throws IOException {
        String before = Files.readString(skillYaml);
        String[] parts = drift.split("\\|", -1);
        replace(parts[0], parts[1]);
        assertThat(SkillDefinitions.check(skillYaml, new WordCount())).isNotEmpty();
        SkillDefinitions.write(skillYaml, new WordCount());
        assertThat(Files.readString(skillYaml)).isEqualTo(before);
    }

    record Other(@SkillParameter(required = true) String first, String text, String second, int third) {}

    static final class OtherCount {
        @SkillAction
        Count count(Other payload) {
            return new Count(1);
        }
    }

    @Test
    void severalNewParametersTakeTheirPlacesAmongCommentsThatStay() throws IOException {
        SkillDefinitions.write(skillYaml, new OtherCount());
        assertThat(SkillDefinitions.check(skillYaml, new OtherCount()))
                .extracting(Finding::id)
                .containsExactly("message-payload");
        assertThat(Files.readString(skillYaml)).contains("""
                    parameters:
                      - name: first
                        type: string
                        required: true
                      # the text itself
                      - name: text
                        type: string
                        description: "The text, in any language"   # people like this one
                        required: false
                      - name: second
                        type: string
                        required: false
                      - name: third
                        type: integer
                        required: true

                      # below the last parameter
                    routing:
                """.indent(0));
    }

    @Test
    void listsInBracesAreFixedToo() throws IOException {
        String flow = """
                camel: 1.0.0
                name: word-count
                inputs:
                - {name: request, parameters: [{name: text, type: string}], routing: {all: {action: word-count, runtime: cortex/daemons, output: response}}}
                outputs:
                - name: response
                  parameters:
                  - name: words
                    type: number
                    required: true
                """;
        Files.writeString(skillYaml, flow);
        SkillDefinitions.write(skillYaml, new WordCount());
        assertThat(SkillDefinitions.check(skillYaml, new WordCount()))
                .extracting(Finding::id)
                .isEmpty();
        assertThat(Files.readString(skillYaml))
                .startsWith("camel: 1.0.0\nname: word-count\ninputs:\n- {name: request, parameters: [");
    }

    @Test
    void aTypeThatPeopleNamedIsFixedInItsOwnFile() throws IOException {
        Files.createDirectories(workspace.resolve("types/shared"));
        Path type = Files.writeString(workspace.resolve("types/shared/all.yaml"), """
                types:
                  - name: Req   # ours
                    parameters:
                      - name: text
                        type: string
                        required: true
                  - name: Other
                    parameters: []
                """);
        replace("""
                    parameters:
                      # the text itself
                      - name: text
                        type: string
                        description: "The text, in any language"   # people like this one
                        required: true
                      - name: limit
                        type: Number
                        required: false
                """, "    parameters:\n      $ref: default/Req\n");
        assertThat(SkillDefinitions.check(skillYaml, new WordCount()))
                .extracting(Finding::id)
                .containsExactly("parameter-missing");
        SkillDefinitions.write(skillYaml, new WordCount());
        assertThat(SkillDefinitions.check(skillYaml, new WordCount())).isEmpty();
        assertThat(Files.readString(type)).contains("- name: Req   # ours", "- name: limit");
    }
}
