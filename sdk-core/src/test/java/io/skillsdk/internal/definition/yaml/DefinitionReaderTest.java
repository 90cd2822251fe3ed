package io.skillsdk.internal.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.Tag;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.write.DefinitionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionReaderTest {

    /** The oddities of real files. */
    private static final String ODD = """
            camel: 1.0.0
            name: hw/odd
            title: Odd
            unknown: {a: 1}
            inputs:
              - name: request
                title: Request
                parameters:
                  $ref: default/Req
                routing:
                  all:
                    action  : odd
                    runtime: cortex/daemons
                    output: response
              - name: by-property
                title: By property
                parameters:
                  - name: params
                    type: String
                    required: "true"
                    format: x
                    more: y
                routing:
                  property: kind
                  rules:
                    - match: A
                      action: odd
                      runtime: cortex/daemons
                      output: response
                  default:
                    action: odd
                    runtime: cortex/daemons
                    output: other
            outputs:
              - name: response
                title: Response
            properties:
              - name: daemon.port
                required: true
                type: String
                defaultValue: 5000
              - name: daemon.port
                type: Number
                defaultValue: "5000"
              - name: daemon.path
                type: Enum
                defaultValue: start
                validValues:
                  - start
                  - stop
              - name: key
                secure: true
                defaultValue: '#SECURE.key'
                qualifiedBy: other
            actions:
              - name: odd
                type: daemon
                image: registry/odd
                command: ["python", "-m", "app"]
                port: "5000"
                environmentVariables: '"K"="v","K2"="v2"'
                podSpec:
                  - path: /containers/0/imagePullPolicy
                    value: Always
                scaleCount: 1
              - name: bare
                type: job
                image: registry/bare
                environmentVariables:
                podSpec: ""
            tags:
                - label: a
                  value: b
            """;

    @Test
    void theOdditiesOfRealFilesAreTaken() {
        SkillDefinition skill = DefinitionReader.parse(ODD);
        assertThat(skill.name()).isEqualTo("hw/odd");
        assertThat(skill.camel()).isEqualTo("1.0.0");
        assertThat(skill.other()).isEqualTo(Map.of("unknown", Map.of("a", 1)));
        assertThat(skill.inputs().get(0).parameters()).isEqualTo(new Parameters.Reference("default/Req", Map.of()));
        assertThat(skill.inputs().get(0).routing().all().action()).isEqualTo("odd");
        assertThat(skill.inputs().get(1).parameters())
                .isEqualTo(new Parameters.Listed(
                        List.of(new Parameter("params", "String", null, null, "x", true, Map.of("more", "y")))));
        assertThat(skill.inputs().get(1).routing().rules().get(0).match()).isEqualTo("A");
        assertThat(skill.inputs().get(1).routing().byDefault().output()).isEqualTo("other");
        assertThat(skill.properties())
                .extracting(Property::defaultValue)
                .containsExactly(5000, "5000", "start", "#SECURE.key");
        assertThat(skill.properties().get(2).validValues()).containsExactly("start", "stop");
        assertThat(skill.properties().get(3).secure()).isTrue();
        assertThat(skill.actions().get(0).port()).isEqualTo("5000");
        assertThat(skill.actions().get(0).environmentVariables()).isEqualTo("\"K\"=\"v\",\"K2\"=\"v2\"");
        assertThat(skill.actions().get(0).other()).isEqualTo(Map.of("scaleCount", 1));
        assertThat(skill.actions().get(1).podSpec()).isEqualTo("");
        assertThat(skill.actions().get(1).environmentVariables()).isNull();
        assertThat(skill.tags()).containsExactly(new Tag("a", "b"));
    }

    @Test
    void writingAndReadingAgainIsTheIdentity() {
        SkillDefinition skill = DefinitionReader.parse(ODD);
        assertThat(DefinitionReader.parse(DefinitionWriter.write(skill))).isEqualTo(skill);
    }

    static Stream<Path> corpus() {
        Path skills = Path.of("../../shared/corpus/skills");
        if (!Files.isDirectory(skills)) {
            return Stream.of(Path.of("src/test/resources/definitions/template.yaml"));
        }
        try (Stream<Path> files = Files.list(skills)) {
            return Stream.concat(
                    files.filter(file -> !file.toString().endsWith(".types.yaml")),
                    Stream.of(Path.of("src/test/resources/definitions/template.yaml")))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void realFilesAreReadAndWrittenWithoutLoss(Path file) {
        SkillDefinition skill = DefinitionReader.read(file).definition();
        assertThat(skill.name()).isNotBlank();
        assertThat(skill.inputs()).isNotEmpty();
        assertThat(DefinitionReader.parse(DefinitionWriter.write(skill))).isEqualTo(skill);
    }

    @Test
    void everyPartHasItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("skill.yaml"), ODD);
        DefinitionFile read = DefinitionReader.read(file);
        assertThat(read.line("name")).isEqualTo(2);
        assertThat(read.line("inputs[0].routing.all.action")).isEqualTo(12);
        assertThat(read.line("inputs[1].routing.rules[0].match")).isEqualTo(26);
        assertThat(read.line("inputs[0].nothing")).isEqualTo(6);
        assertThat(read.line("nothing")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~a: [1~ | 1 | is not valid YAML",
                "~name: a\n  title: b~ | 2 | is not valid YAML",
                "~name: a\nname: b~ | 2 | the key 'name' is there twice",
                "~- a~ | 1 | is not a definition: keys and values",
                "~just text~ | 1 | is not a definition",
                "~name: !java.lang.Object {}~ | 1 | has the tag !java.lang.Object. Only plain values are expected",
                "~name: {}~ | 1 | name has keys and values, but text is expected",
                "~name: !!java.util.Date x~ | 1 | Only plain values are expected",
                "~name: [a]~ | 1 | name has a list, but text is expected",
                "~name: a\ninputs: text~ | 2 | inputs has text, but a list is expected",
                "~name: a\ninputs:\n  - text~ | 3 | inputs[0] has text, but keys and values is expected",
                "~inputs:\n  - parameters:\n      - required: maybe~ | 3 | required is 'maybe', but true or false is expected",
            })
    void aBrokenFileIsNamedWithItsLineAndWhatIsExpected(String text, int line, String expected, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("skill.yaml"), text);
        assertThatThrownBy(() -> DefinitionReader.read(file))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(expected);
    }

    @Test
    void anAliasBombIsRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatThrownBy(() -> DefinitionReader.parse(bomb.toString())).isInstanceOf(DefinitionException.class);
    }

    @Test
    void aCycleAndEndlessNestingAreRefused() {
        assertThatThrownBy(() -> DefinitionReader.parse("a: &a\n  b: *a\n")).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> DefinitionReader.parse("a: " + "[".repeat(10_000) + "]".repeat(10_000)))
                .isInstanceOf(DefinitionException.class);
    }

    @Test
    void anEmptyFileAndAMissingOneAreNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("skill.yaml"), "");
        assertThatThrownBy(() -> DefinitionReader.read(empty)).hasMessageContaining("is empty");
        assertThatThrownBy(() -> DefinitionReader.read(folder.resolve("none.yaml")))
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed(@TempDir Path folder) throws IOException {
        Path latin = Files.write(folder.resolve("skill.yaml"), new byte[] {'n', ':', ' ', (byte) 0xE4, '\n'});
        assertThatThrownBy(() -> DefinitionReader.read(latin)).hasMessageContaining("is not encoded in UTF-8");
    }

    @Test
    void typesAreReadAloneAndInAList(@TempDir Path folder) throws IOException {
        String type =
                "camel: 1.0.0\nname: %s\ntitle: T\nparameters:\n  - name: a\n    type: string\n    required: true\n";
        Path alone = Files.writeString(folder.resolve("a.yaml"), type.formatted("A"));
        Path list =
                Files.writeString(folder.resolve("b.yaml"), "types:\n  - name: B\n    parameters: []\n  - name: C\n");
        assertThat(DefinitionReader.readTypes(alone)).singleElement().satisfies(read -> {
            assertThat(read.name()).isEqualTo("A");
            assertThat(read.parameters())
                    .containsExactly(new Parameter("a", "string", null, null, null, true, Map.of()));
        });
        assertThat(DefinitionReader.readTypes(list))
                .extracting(TypeDefinition::name)
                .containsExactly("B", "C");
    }
}
