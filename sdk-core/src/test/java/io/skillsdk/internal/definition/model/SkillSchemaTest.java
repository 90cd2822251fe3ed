package io.skillsdk.internal.definition.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SkillSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SkillSchema.text());

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(
                JsonCodec.write(YamlReader.read("skill.yaml", yaml).plain()), InputFormat.JSON);
    }

    static Stream<Path> definitions() throws IOException {
        Stream<Path> own = Files.list(Path.of("src/test/resources/definitions"));
        Stream<Path> examples = Files.list(Path.of("../examples"))
                .map(example -> example.resolve("skills"))
                .filter(Files::isDirectory)
                .flatMap(SkillSchemaTest::skills);
        return Stream.concat(own, examples);
    }

    private static Stream<Path> skills(Path folder) {
        try {
            return Files.list(folder).map(skill -> skill.resolve("skill.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void realDefinitionsAreValid(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~inputs: [{name: a, routing: {all: {}, field: kind, rules: [{match: 1, action: a, runtime: cortex/jobs, output: o}]}}]~",
                "~inputs: [{name: a, parameters: {$ref: ns/Type}, routing: {all: {runtime: cortex/external-api, output: o}}}]~",
                "~properties: [{name: a, required: \"true\", type: string, defaultValue: 5}, {name: a, secure: true}]~",
                "~actions: [{name: a, type: Daemon, image: i, port: \"5000\", podSpec: '', environmentVariables: }]~",
                "~x-own: {a: 1}~",
            })
    void theOdditiesOfRealOnesAreTaken(String yaml) {
        assertThat(errors("camel: 1.0.0\nname: a\n" + yaml)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~inputs: [{name: a}]~ | /inputs/0",
                "~inputs: [{name: a, routing: {all: {action: x, output: o}}}]~ | /inputs/0/routing/all",
                "~outputs: [{title: a}]~ | /outputs/0",
                "~properties: [{name: a, required: maybe}]~ | /properties/0/required",
                "~actions: [{name: a, type: deamon, image: i}]~ | /actions/0/type",
                "~actions: [{name: a, type: job, image: i, port: 70000}]~ | /actions/0/port",
                "~actions: [{name: a, type: job, image: i, podSpec: [{path: a, value: 1}]}]~ | /actions/0/podSpec",
            })
    void whatThePlatformRefusesIsFound(String yaml, String place) {
        assertThat(errors("camel: 1.0.0\nname: a\n" + yaml))
                .anyMatch(error -> error.getInstanceLocation().toString().startsWith(place));
    }
}
