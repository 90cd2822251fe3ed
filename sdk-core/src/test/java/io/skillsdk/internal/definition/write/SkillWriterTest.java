package io.skillsdk.internal.definition.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.derive.PodPatches;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code describe --write} makes of files as people write them. */
class SkillWriterTest {

    private static final DaemonEndpoint ENDPOINT = DaemonEndpoint.ofClassPath();

    record Text(@SkillParameter(required = true) String text, Integer limit) {}

    record Count(int words) {}

    static final class Counts {
        @SkillAction
        Count count(Text payload) {
            return new Count(1);
        }
    }

    static final class CountsAndStops {
        @SkillAction
        Count count(Text payload) {
            return new Count(1);
        }

        @SkillAction
        void stop() {}
    }

    @TempDir
    Path workspace;

    private Path put(String file, String text) throws IOException {
        Path path = workspace.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private static SkillWriter writer(Object actions) {
        return new SkillWriter(ActionCatalog.of(ENDPOINT.defaults(), List.of(actions)), ENDPOINT);
    }

    /** Writes, and proves that a second run has nothing to do. */
    private static WritePlan write(Path skillYaml, Object actions) {
        WritePlan plan = writer(actions).plan(skillYaml);
        plan.apply();
        assertThat(writer(actions).plan(skillYaml).files()).isEmpty();
        return plan;
    }

    private static String skill(String parameters) {
        return skill(parameters, "    port: 5000\n");
    }

    private static String skill(String parameters, String ofAction) {
        return """
                camel: 1.0.0
                name: counter
                inputs:
                  - name: request
                    title: Request
                %s
                    routing:
                      all: {action: counter, runtime: cortex/daemons, output: response}
                outputs:
                  - name: response
                    title: Response
                    parameters:
                      - {name: words, type: integer, required: true}
                properties:
                  - {name: daemon.method, type: String, defaultValue: POST}
                  - {name: daemon.path, type: String, defaultValue: invoke}
                  - {name: daemon.port, type: String, defaultValue: 5000}
                actions:
                  - name: counter
                    type: daemon
                    image: counter
                %s""".formatted(parameters.indent(4).stripTrailing(), ofAction);
    }

    private static final String PARAMETERS = """
            parameters:
              - name: text
                type: string
                required: true
              - name: limit
                type: integer
            """;

    private Path counter(String text) throws IOException {
        return put("skills/counter/skill.yaml", text);
    }

    private void becomes(String before, String after) throws IOException {
        Path skillYaml = counter(before);
        WritePlan plan = write(skillYaml, new Counts());
        assertThat(skillYaml).hasContent(after);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void aFileInSyncIsNotTouched() throws IOException {
        assertThat(write(counter(skill(PARAMETERS)), new Counts()).files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    port:\n",
                "    port:  # which?\n",
                "    port: |-\n      80\n",
                "    port: >\n      80\n\n",
                "    port: &p 80\n    x-port: *p\n",
                "    {}\n",
                "",
                "    x-last: |+\n      kept\n\n",
                "    podSpec: \"\"",
                "    port: \"80\" # a text",
                "    port: !!str 80\n",
            })
    void aPortOfAnyWritingBecomesTheDaemons(String port) throws IOException {
        Path skillYaml = counter(skill(PARAMETERS, port.equals("    {}\n") ? "    port: {}\n" : port));
        Map<String, Object> before =
                YamlReader.read("f", Files.readString(skillYaml)).plain();
        write(skillYaml, new Counts());
        Map<String, Object> after =
                YamlReader.read("f", Files.readString(skillYaml)).plain();
        Map<?, ?> action = (Map<?, ?>) ((List<?>) after.get("actions")).get(0);
        assertThat(String.valueOf(action.get("port"))).isEqualTo("5000");
        Map<?, ?> was = (Map<?, ?>) ((List<?>) before.get("actions")).get(0);
        was.forEach((key, value) -> {
            if (!key.equals("port")) {
                assertThat(action.get(key)).isEqualTo(value);
            }
        });
    }

    @Test
    void actionsThatAreLastAndPropertiesThatAreMissingDoNotMixUp() throws IOException {
        Path skillYaml = counter("""
                camel: 1.0.0
                name: counter
                inputs:
                  - name: request
                    routing:
                      all: {action: counter, runtime: cortex/daemons, output: response}
                    parameters:
                      - {name: text, type: string, required: true}
                      - {name: limit, type: integer}
                outputs:
                  - name: response
                    parameters: [{name: words, type: integer, required: true}]
                actions:
                  - name: counter
                    type: daemon
                    image: counter""");
        write(skillYaml, new Counts());
        assertThat(Files.readString(skillYaml)).contains("""
                    parameters: [{name: words, type: integer, required: true}]
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
                  - name: counter
                    type: daemon
                    image: counter
                    port: 5000""");
    }

    @Test
    void aParameterInBracesGetsItsKeyWithinThem() throws IOException {
        becomes(
                skill("parameters:\n  - {name: text, type: string}\n  - {name: limit, type: integer, own: key}\n"),
                skill("parameters:\n  - {name: text, type: string, required: true}\n"
                        + "  - {name: limit, type: integer, own: key}\n"));
    }

    @Test
    void aListInBracketsKeepsDescriptionsAndKeysOfItsOwnWhereAParameterIsRenamed() throws IOException {
        becomes(
                skill("parameters: [{name: txt, type: string, description: Mine, own: key, required: true},"
                        + " {name: limit, type: integer}]"),
                skill("parameters: [{name: text, type: string, description: Mine, own: key, required: true},"
                        + " {name: limit, type: integer}]"));
    }

    @Test
    void flowSectionsTakeWhatIsMissingWithinTheirBrackets() throws IOException {
        Path skillYaml = counter("""
                camel: 1.0.0
                name: counter
                inputs: [{name: request, parameters: [{name: text, type: string, required: true}, {name: limit, type: integer}], routing: {all: {action: counter, runtime: cortex/daemons, output: response}}}]
                outputs: [{name: response, parameters: [{name: words, type: integer, required: true}]}]
                properties: [{name: daemon.port, defaultValue: 5000}]
                actions: [{name: counter, type: daemon, image: counter}]
                """);
        write(skillYaml, new Counts());
        assertThat(Files.readString(skillYaml))
                .contains("properties: [{name: daemon.port, defaultValue: 5000}, {name: daemon.method, ")
                .endsWith("actions: [{name: counter, type: daemon, image: counter, port: 5000}]\n");
    }

    @Test
    void aRemovedAndAnAddedParameterAreNoRenameWhereTypeOrPlaceDiffer() throws IOException {
        becomes(skill("""
                        parameters:
                          - name: notes
                            type: object
                            description: Of the notes
                          - name: text
                            type: string
                            required: true
                        """), skill("""
                        parameters:
                          - name: text
                            type: string
                            required: true
                          - name: limit
                            type: integer
                            required: false
                        """));
        becomes(skill("""
                        parameters:
                          - name: text
                            type: string
                            required: true
                          - name: notes
                            type: string
                            description: Of the notes
                        """), skill("""
                        parameters:
                          - name: text
                            type: string
                            required: true
                          - name: limit
                            type: integer
                            required: false
                        """));
    }

    @Test
    void aFlagInAnotherWordIsPutRight() throws IOException {
        becomes(
                skill(PARAMETERS.replace("required: true", "required: yes # always")),
                skill(PARAMETERS.replace("required: true", "required: true # always")));
    }

    @Test
    void whatIsOfAnotherKindThanExpectedIsNotGuessedAt() throws IOException {
        Path skillYaml = counter(skill("parameters: several"));
        assertThatThrownBy(() -> writer(new Counts()).plan(skillYaml))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("skill.yaml:6: inputs[0].parameters has text, but a list is expected.");
    }

    @Test
    void ofAParameterThatIsThereTwiceTheFirstStays() throws IOException {
        becomes(skill("""
                        parameters:
                          - name: text
                            type: string
                            required: true
                          - name: limit
                            type: integer
                          - name: text
                            type: number
                          - name: text
                            type: object
                        """), skill(PARAMETERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n"})
    void everyNewLineEndsAsTheOthersDo(String end) throws IOException {
        String before =
                skill("parameters:\n  - name: text\n    type: string\n", "").stripTrailing();
        String after = skill("""
                parameters:
                  - name: text
                    type: string
                    required: true
                  - name: limit
                    type: integer
                    required: false
                """).stripTrailing();
        Path skillYaml = counter("\uFEFF" + before.replace("\n", end));
        write(skillYaml, new Counts());
        assertThat(Files.readString(skillYaml)).isEqualTo("\uFEFF" + after.replace("\n", end));
    }

    @Test
    void whatWasDeletedIsThereAgain() throws IOException {
        Path skillYaml = counter(skill(PARAMETERS)
                .replaceAll("(?s)    routing:.*?\n(?=outputs)", "")
                .replaceAll("(?s)actions:.*", "")
                .replace("name: counter\n", ""));
        WritePlan plan = write(skillYaml, new Counts());
        Map<String, Object> tree =
                YamlReader.read("f", Files.readString(skillYaml)).plain();
        assertThat(tree).containsEntry("name", "counter").containsKey("actions");
        assertThat(tree.get("inputs").toString())
                .contains("routing={all={action=counter, runtime=cortex/daemons, output=count}}");
        assertThat(plan.notes()).anyMatch(note -> note.contains("the container 'counter' is new"));
    }

    @Test
    void jobsAndExternalApisBesideTheDaemonStayAsTheyAre() throws IOException {
        String others = """
                  - name: train
                    parameters:
                      - {name: rows, type: integer}
                    routing:
                      all: {action: trainer, runtime: cortex/jobs, output: trained}
                  - name: elsewhere
                    routing:
                      all: {runtime: cortex/external-api, output: answered}
                """;
        String job = """
                  - name: trainer
                    type: job
                    image: trainer
                """;
        String text = skill("parameters:\n  - name: text\n    type: string\n")
                        .replace(
                                "outputs:\n",
                                others + "outputs:\n  - {name: trained, parameters: [{name: run, type: string}]}\n"
                                        + "  - {name: answered}\n")
                + job;
        Path skillYaml = counter(text);
        write(skillYaml, new Counts());
        assertThat(Files.readString(skillYaml))
                .contains(others)
                .contains("  - {name: trained, parameters: [{name: run, type: string}]}\n  - {name: answered}\n")
                .endsWith(job);
    }

    @Test
    void anotherDaemonsInputsStayAsTheyAre() throws IOException {
        String other = """
                  - name: translate
                    parameters:
                      - {name: language, type: string}
                    routing:
                      all: {action: translator, runtime: cortex/daemons, output: translated}
                """;
        Path skillYaml = counter(skill(PARAMETERS.replace("integer", "string"))
                .replace("  - name: request", "  - name: count")
                .replace(
                        "outputs:\n",
                        other + "outputs:\n  - {name: translated, parameters: [{name: text, type: string}]}\n"));
        write(skillYaml, new Counts());
        assertThat(Files.readString(skillYaml))
                .contains(other)
                .contains("  - {name: translated, parameters: [{name: text, type: string}]}\n")
                .contains("- name: limit\n        type: integer");
    }

    @Test
    void anInputOfAnActionThatIsGoneIsForTheAuthorToDecide() throws IOException {
        Path skillYaml = counter(skill("parameters:\n  - {name: other, type: string}\n"));
        WritePlan plan = write(skillYaml, new CountsAndStops());
        assertThat(plan.notes())
                .anyMatch(note -> note.contains("inputs[0]")
                        && note.contains("routes to the output 'response', which chooses none of the actions"));
        assertThat(Files.readString(skillYaml))
                .contains("- {name: other, type: string}", "output: count", "output: stop");
    }

    @Test
    void anInputThatTakesWhatOneActionTakesIsThatActionsWhereThereAreSeveralNow() throws IOException {
        Path skillYaml = counter(skill(PARAMETERS));
        WritePlan plan = write(skillYaml, new CountsAndStops());
        assertThat(Files.readString(skillYaml))
                .contains(
                        "all: {action: counter, runtime: cortex/daemons, output: count}",
                        "  - name: count\n    title: Response")
                .doesNotContain("output: response");
        assertThat(plan.notes()).anyMatch(note -> note.contains("Agents that map the output need the new name"));
    }

    @Test
    void whatSeveralActionsDeriveNeverLeadsAnInputToAnotherAction() throws IOException {
        Path skillYaml = counter("""
                camel: 1.0.0
                name: counter
                inputs:
                  - name: count
                    routing: {all: {action: counter, runtime: cortex/daemons, output: count-response}}
                  - name: stop
                    routing: {all: {action: counter, runtime: cortex/daemons, output: stop-response}}
                outputs: [{name: count-response}, {name: stop-response}]
                properties:
                  - {name: daemon.path, type: Enum, defaultValue: stop, validValues: [count, stop]}
                """);
        write(skillYaml, new CountsAndStops());
        assertThat(Files.readString(skillYaml))
                .contains("output: count}", "output: stop}", "{name: count", "{name: stop}")
                .contains("{name: daemon.path, type: Enum, defaultValue: invoke, validValues: [count, stop, invoke]}");
    }

    record Inner(String a) {}

    record Nesting(Inner inner) {}

    static final class Nests {
        @SkillAction
        void nest(Nesting payload) {}
    }

    @Test
    void aTypeOfAnotherSkillIsNeverWritten() throws IOException {
        put("skills/other/skill.yaml", "camel: 1.0.0\nname: other\ninputs: [{name: a, parameters: {$ref: Inner}}]\n");
        String others = "camel: 1.0.0\nname: Inner\nparameters: [{name: b, type: string}]\n";
        Path type = put("types/other/Inner.yaml", others);
        Path skillYaml = workspace.resolve("skills/counter/skill.yaml");
        write(skillYaml, new Nests());
        assertThat(type).hasContent(others);
        assertThat(workspace.resolve("types/counter/counter-Inner.yaml")).exists();
        Files.writeString(skillYaml, Files.readString(skillYaml).replace("$ref: counter-Inner", "$ref: Inner"));
        WritePlan plan = write(skillYaml, new Nests());
        assertThat(type).hasContent(others);
        assertThat(plan.notes()).anyMatch(note -> note.contains("the type is another skill's, and is left as it is"));
    }

    @Test
    void aTypeThatOtherSkillsReferToIsLeftAndOneOfThisSkillAloneIsNot() throws IOException {
        put("skills/other/skill.yaml", "camel: 1.0.0\nname: other\n");
        String shared = "types:\n  - name: Inner\n    parameters: [{name: b, type: string}]\n";
        Path type = put("types/shared/all.yaml", shared);
        Path skillYaml = put("skills/counter/skill.yaml", """
                camel: 1.0.0
                name: counter
                inputs:
                  - name: nest
                    parameters: [{name: inner, type: object, $ref: ns/Inner}]
                    routing: {all: {action: counter, runtime: cortex/daemons, output: nest}}
                """);
        put("skills/other/skill.yaml", "name: other\ninputs: [{name: a, parameters: [{name: b, $ref: Inner}]}]\n");
        WritePlan plan = write(skillYaml, new Nests());
        assertThat(type).hasContent(shared);
        assertThat(plan.notes())
                .anyMatch(note -> note.contains("the type differs from the code, and is left as it is"));
        put("skills/other/skill.yaml", "camel: 1.0.0\nname: other\n");
        write(skillYaml, new Nests());
        assertThat(type).hasContent(shared.replace("name: b", "name: a").replace("string}", "string}"));
    }

    @Test
    void aTypeOfItsOwnWithSomethingElseThanAListGetsTheList() throws IOException {
        Path type = put("types/counter/a.yaml", "name: counter-Inner\nparameters: {a: b}\n");
        write(workspace.resolve("skills/counter/skill.yaml"), new Nests());
        assertThat(YamlReader.read("f", Files.readString(type)).plain().get("parameters"))
                .isEqualTo(List.of(Map.of("name", "a", "type", "string", "required", false)));
    }

    @Test
    void typesAreInTheFolderOfTheSkillsNameWhereTheCliLooks() throws IOException {
        put("skills/folder/skill.yaml", "camel: 1.0.0\nname: shop/order\n");
        write(workspace.resolve("skills/folder/skill.yaml"), new Nests());
        assertThat(workspace.resolve("types/shop/order/shop--order-Inner.yaml")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../..", "a/../../../b", "/etc"})
    void aNameNeverLeadsOutOfTheTypes(String name) throws IOException {
        Path skillYaml = put("skills/counter/skill.yaml", "camel: 1.0.0\nname: " + name + "\n");
        assertThatThrownBy(() -> writer(new Nests()).plan(skillYaml).apply())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("cannot be the name of a folder");
        assertThat(skillYaml).hasContent("camel: 1.0.0\nname: " + name + "\n");
    }

    @Test
    void aBrokenTypeStopsTheWriteBeforeAnythingIsWritten() throws IOException {
        Path skillYaml = workspace.resolve("skills/counter/skill.yaml");
        write(skillYaml, new Nests());
        Files.writeString(workspace.resolve("types/counter/counter-Inner.yaml"), "name: [");
        String before = Files.readString(skillYaml).replace("port: 5000", "port: 80");
        Files.writeString(skillYaml, before);
        assertThatThrownBy(() -> writer(new Nests()).plan(skillYaml).apply())
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("counter-Inner.yaml");
        assertThat(skillYaml).hasContent(before);
    }

    @Test
    void aDeletedTypeIsWrittenAgain() throws IOException {
        Path skillYaml = workspace.resolve("skills/counter/skill.yaml");
        write(skillYaml, new Nests());
        Files.delete(workspace.resolve("types/counter/counter-Inner.yaml"));
        assertThat(write(skillYaml, new Nests()).files())
                .extracting(change -> change.file().getFileName().toString())
                .containsExactly("counter-Inner.yaml");
    }

    @Test
    void aFileOfAnotherTypeInItsPlaceIsNotOverwritten() throws IOException {
        Path taken = put("types/counter/counter-Inner.yaml", "camel: 1.0.0\nname: Mine\nparameters: []\n");
        write(workspace.resolve("skills/counter/skill.yaml"), new Nests());
        assertThat(taken).hasContent("camel: 1.0.0\nname: Mine\nparameters: []\n");
        assertThat(workspace.resolve("types/counter/counter-Inner-2.yaml")).exists();
    }

    @Test
    void aWorkspaceOfOneSkillMeansThatSkillAndOneOfSeveralIsAsked() throws IOException {
        counter(skill(PARAMETERS));
        assertThat(writer(new Counts()).plan(workspace).files()).isEmpty();
        put("skills/other/skill.yaml", "camel: 1.0.0\nname: other\n");
        assertThatThrownBy(() -> writer(new Counts()).plan(workspace))
                .hasMessageContaining("is a workspace of 2 skills");
        assertThat(workspace.resolve("skill.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"apiVersion: v1\nkind: Pod\n", "types: [{name: A}]\n", "name: A\nparameters: []\n", "a: b\n"})
    void aFileThatIsNoDefinitionIsRefused(String text) throws IOException {
        Path file = put("skills/counter/skill.yaml", text);
        assertThatThrownBy(() -> writer(new Counts()).plan(file)).isInstanceOf(DefinitionException.class);
        assertThat(file).hasContent(text);
    }

    @Test
    void anEmptyFileIsWrittenAsANewOne() throws IOException {
        Path file = put("skills/counter/skill.yaml", "\n");
        write(file, new Counts());
        assertThat(Files.readString(file)).startsWith("camel: 1.0.0\nname: counter\n");
    }

    enum Kind {
        YES,
        NO
    }

    record Rich(Instant at, Kind kind, long number) {}

    @SkillProperty(name = "model", defaultValue = "on", description = "Which: one?")
    @SkillProperty(name = "threshold", type = SkillProperty.Type.NUMBER, defaultValue = "0.50")
    @SkillProperty(name = "key", secure = true, defaultValue = "#SECURE.key")
    static final class IsRich {
        @SkillAction(title = "yes", path = "things/{id}")
        void rich(Rich payload) {}
    }

    @Test
    void formatsValuesPathNamesAndPropertiesAreDerivedAndQuotedForEveryReader() throws IOException {
        Path skillYaml = workspace.resolve("skills/rich/skill.yaml");
        write(skillYaml, new IsRich());
        assertThat(Files.readString(skillYaml))
                .contains("""
                  - name: rich
                    title: 'yes'
                    parameters:
                      - name: id
                        type: string
                        required: true
                      - name: at
                        type: string
                        format: date-time
                        required: false
                      - name: kind
                        type: string
                        required: false
                        validValues:
                          - 'YES'
                          - 'NO'
                """)
                .contains("""
                  - name: model
                    title: model
                    description: 'Which: one?'
                    required: false
                    type: String
                    defaultValue: 'on'
                  - name: threshold
                    title: threshold
                    required: false
                    type: Number
                    defaultValue: 0.5
                """)
                .contains("defaultValue: '#SECURE.key'\n    secure: true")
                .doesNotContain("command");
    }

    @Test
    void probesAndTimeToEndInAreWrittenOnRequest() throws IOException {
        PodPatches pod = new PodPatches("health", Duration.ofSeconds(3), Duration.ofSeconds(40));
        SkillWriter writer = new SkillWriter(
                ActionCatalog.of(ENDPOINT.defaults(), List.of(new Counts())), new WriteSettings(ENDPOINT, pod));
        Path skillYaml = counter(skill(PARAMETERS, """
                    port: 5000
                    podSpec:
                      - path: /containers/0/livenessProbe
                        value: {own: probe}
                      - path: /terminationGracePeriodSeconds
                        value: 30
                """.indent(2).indent(-2).replace("podSpec", "podSpec")));
        writer.write(skillYaml);
        assertThat(Files.readString(skillYaml)).contains("""
                      - path: /containers/0/livenessProbe
                        value: {own: probe}
                      - path: /terminationGracePeriodSeconds
                        value: 48
                      - path: /containers/0/readinessProbe
                        value:
                          httpGet:
                            path: /health/ready
                            port: 5000
                          periodSeconds: 5
                          failureThreshold: 2
                """);
        assertThat(writer.plan(skillYaml).files()).isEmpty();
    }
}
