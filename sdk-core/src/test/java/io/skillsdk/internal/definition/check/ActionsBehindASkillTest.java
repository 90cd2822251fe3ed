package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillProperty;
import io.skillsdk.definition.Finding;
import io.skillsdk.definition.SkillDefinitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A definition held against the actions behind it. */
class ActionsBehindASkillTest {

    record Key(@SkillParameter(required = true) String key) {}

    record Item(String name, int count) {}

    record Order(List<Item> items) {}

    @SkillProperty(
            name = "region",
            validValues = {"eu", "us"},
            defaultValue = "eu")
    static final class Store {
        @SkillAction
        Map<String, Object> get(Key payload) {
            return Map.of();
        }

        @SkillAction
        void delete(Key payload) {}

        @SkillAction
        Item order(Order payload) {
            return new Item("a", 1);
        }
    }

    @TempDir
    Path workspace;

    private Path derived() throws IOException {
        Path file = workspace.resolve("skills/store/skill.yaml");
        SkillDefinitions.write(file, new Store());
        return file;
    }

    private List<Finding> check() {
        return SkillDefinitions.check(workspace, new Store());
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), with));
    }

    @Test
    void whatIsDerivedHasNoFinding() throws IOException {
        derived();
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~        output: delete~ | ~        output: get~ | routing-wrong-action",
                "~defaultValue: invoke~ | ~defaultValue: delete~ | routing-wrong-action",
                "~name: region~ | ~name: regoin~ | property-undeclared",
                "~    type: Enum~ | ~    type: String~ | property-differs",
                "~defaultValue: eu~ | ~defaultValue: us~ | property-differs",
                "~      - name: key\n~ | ~      - name: id\n~ | parameter-renamed",
            })
    void eachDriftIsFound(String what, String with, String ids) throws IOException {
        replace(derived(), what.replace("\\n", "\n"), with.replace("\\n", "\n"));
        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(","));
        assertThat(check()).extracting(Finding::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anOutputOfNoActionIsFound() throws IOException {
        Path file = derived();
        replace(file, "outputs:\n", "outputs:\n  - name: response\n");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("output: get", "output: response"));
        assertThat(check()).extracting(Finding::id).containsExactly("output-action-unknown");
    }

    @Test
    void aPathChosenPerCallReachesAnyOfItsActions() throws IOException {
        Path file = Files.createDirectories(workspace.resolve("skills/store")).resolve("skill.yaml");
        Files.writeString(file, """
                camel: 1.0.0
                name: store
                inputs:
                  - name: request
                    parameters: [{name: key, type: string}, {name: items, type: array}]
                    routing: {all: {action: store, runtime: cortex/daemons, output: response}}
                outputs: [{name: response}]
                properties:
                  - {name: daemon.method, type: String, defaultValue: POST}
                  - {name: daemon.path, type: Enum, defaultValue: get, validValues: [get, delete, order]}
                  - {name: daemon.port, type: String, defaultValue: 5000}
                  - {name: region, type: Enum, defaultValue: eu, validValues: [eu, us]}
                """);
        assertThat(check()).isEmpty();
        replace(file, "name: items", "name: itmes");
        assertThat(check()).extracting(Finding::id).containsExactly("parameter-unknown");
    }

    @Test
    void anotherDaemonOfTheSkillIsNoBusinessOfTheseActions() throws IOException {
        Path file = derived();
        String text = Files.readString(file)
                .replace("outputs:\n", "outputs:\n  - name: report\n")
                .replace("actions:\n", "actions:\n  - {name: reports, type: daemon, image: reports, port: 5000}\n")
                .replaceFirst("inputs:\n", """
                        inputs:
                          - name: report
                            parameters: [{name: month, type: integer}]
                            routing: {all: {action: reports, runtime: cortex/daemons, output: report}}
                        """);
        Files.writeString(file, text);
        assertThat(check()).isEmpty();
    }

    @Test
    void whereNoneOfSeveralDaemonsFitsTheActionsHaveNoInput() throws IOException {
        Path file = derived();
        String text = Files.readString(file)
                .replaceAll("- name: (get|delete|order)\n    title", "- name: far-from-$1\n    title")
                .replaceAll("output: (get|delete|order)\n", "output: far-from-$1\n")
                .replace("- name: key\n", "- name: clue\n")
                .replace("- name: items\n", "- name: things\n")
                .replaceFirst("action: store", "action: other")
                .replaceFirst("action: store", "action: third")
                .replace("action: store", "action: fourth")
                .replaceFirst(
                        "- name: store\n",
                        "- {name: other, type: daemon, image: o}\n"
                                + "  - {name: third, type: daemon, image: t}\n  - name: fourth\n");
        Files.writeString(file, text);
        assertThat(check()).extracting(Finding::id).contains("input-of-action-missing");
        assertThat(check()).extracting(Finding::id).doesNotContain("output-action-unknown", "parameter-missing");
    }

    @Test
    void aFaultInATypeIsPlacedInItsFile() throws IOException {
        derived();
        Path type;
        try (var files = Files.walk(workspace.resolve("types"))) {
            type = files.filter(file -> file.toString().endsWith(".yaml"))
                    .findFirst()
                    .orElseThrow();
        }
        replace(type, "name: count", "name: cuont");
        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.id()).isEqualTo("parameter-renamed");
            assertThat(finding.file().toAbsolutePath().normalize()).isEqualTo(type.toAbsolutePath());
            assertThat(Files.readAllLines(type).get(finding.line() - 1)).contains("cuont");
        });
    }

    @Test
    void neighboursAreNoneOfTheseActionsBusiness() throws IOException {
        derived();
        for (String name : List.of("python", "java")) {
            Path folder = Files.createDirectories(workspace.resolve("skills/" + name));
            Files.writeString(folder.resolve("skill.yaml"), """
                    camel: 1.0.0
                    name: %s
                    inputs:
                      - name: request
                        parameters: [{name: params, type: object}]
                        routing: {all: {action: other, runtime: cortex/daemons, output: response}}
                    outputs: [{name: response}]
                    properties: [{name: daemon.port, defaultValue: 8000}]
                    """.formatted(name));
        }
        assertThat(check()).isEmpty();
        SkillDefinitions.assertInSync(workspace, new Store());
    }
}
