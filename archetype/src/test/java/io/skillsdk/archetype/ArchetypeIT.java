package io.skillsdk.archetype;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.skillsdk.archetype.Maven.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchetypeIT {

    private static final String VERSION = System.getProperty("it.sdkVersion");

    private static final String[] WORKSPACE = {
        ".gitignore",
        "README.md",
        "docs/counter/README.md",
        "pom.xml",
        "skills/counter/actions/counter/.dockerignore",
        "skills/counter/actions/counter/Dockerfile",
        "skills/counter/actions/counter/jvm.options",
        "skills/counter/actions/counter/pom.xml",
        "skills/counter/actions/counter/src/main/java/com/acme/WordCount.java",
        "skills/counter/actions/counter/src/main/resources/daemon.properties",
        "skills/counter/actions/counter/src/main/resources/logback.xml",
        "skills/counter/actions/counter/src/test/java/com/acme/WordCountTest.java",
        "skills/counter/invoke/request/message.json",
        "skills/counter/skill.yaml",
    };

    @TempDir
    private static Path first;

    @TempDir
    private Path directory;

    /** With the network, once: it brings the plugins of a generated project, so that all that follows is offline. */
    @BeforeAll
    static void pluginsAreFetched() {
        assertThat(generate(false, first, "-DartifactId=counter")).satisfies(ArchetypeIT::succeeded);
        assertThat(Maven.run(first.resolve("counter"), List.of("verify"))).satisfies(ArchetypeIT::succeeded);
    }

    @Test
    void theDefaultsMakeAWorkspaceThatVerifiesServesAndChecks() throws Exception {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(ArchetypeIT::succeeded);
        Path workspace = directory.resolve("counter");
        assertThat(files(workspace).keySet()).containsExactly(WORKSPACE);
        verifiesServesAndChecks(workspace, "counter", "/invoke");
    }

    @Test
    void everyPropertyIsHonoured() throws Exception {
        String javaVersion = Runtime.version().feature() >= 25 ? "25" : "17";
        assertThat(generate(
                        directory,
                        "-DartifactId=space",
                        "-Dversion=3",
                        "-DskillName=Fast_One-2",
                        "-Dpackage=zeta.x_1.y",
                        "-DjavaVersion=" + javaVersion,
                        "-DdaemonPort=5050",
                        "-DdaemonPath=v1/count",
                        "-Dtitle='A title': <1> & more",
                        "-Ddescription=It's 100% plain: " + "a long text, ".repeat(12)))
                .satisfies(ArchetypeIT::succeeded);
        Path workspace = directory.resolve("space");
        Path action = workspace.resolve("skills/fast_one-2/actions/fast_one-2");
        assertThat(action.resolve("Dockerfile"))
                .content()
                .contains("FROM eclipse-temurin:" + javaVersion + "-jre", "EXPOSE 5050", "\"zeta.x_1.y.WordCount\"");
        assertThat(workspace.resolve("skills/fast_one-2/skill.yaml"))
                .content()
                .contains("title: \"'A title': <1> & more\"", "port: 5050", "defaultValue: \"v1/count\"");
        verifiesServesAndChecks(workspace, "fast_one-2", "/v1/count");
    }

    @Test
    void anotherSkillIsAddedFromOutsideAndFromInsideAndNothingElseIsTouched() {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(ArchetypeIT::succeeded);
        Path workspace = directory.resolve("counter");
        Map<String, String> before = files(workspace);

        assertThat(generate(directory, "-DartifactId=counter", "-DskillName=second"))
                .satisfies(ArchetypeIT::succeeded);
        assertThat(generate(workspace, "-DartifactId=third")).satisfies(ArchetypeIT::succeeded);

        Map<String, String> after = files(workspace);
        assertThat(after).containsAllEntriesOf(before);
        assertThat(after.keySet())
                .filteredOn(file -> !before.containsKey(file))
                .allMatch(file -> file.matches("(skills|docs)/(second|third)/.*"))
                .contains("skills/second/skill.yaml", "skills/third/skill.yaml");
        assertThat(Maven.run(workspace, List.of("--offline", "verify"))).satisfies(outcome -> {
            succeeded(outcome);
            assertThat(outcome.output().split("Running com.acme.WordCountTest", -1))
                    .hasSize(4);
        });
    }

    @Test
    void aSkillThatIsThereIsRefusedAndLeftAsItIs() {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(ArchetypeIT::succeeded);
        Map<String, String> before = files(directory);

        Outcome outcome = generate(directory, "-DartifactId=counter");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("skills/counter already. Give another name with -DskillName=", "BUILD FAILURE");
        assertThat(files(directory)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -DartifactId=Bad.Name                   | skillName is 'Bad.Name', but must have 2 to 20 characters
                    -DskillName=abcdefghijklmnopqrstu       | skillName is 'abcdefghijklmnopqrstu', but must have 2 to 20
                    -DskillName=../evil                     | skillName is '../evil', but must have
                    -DartifactId=../evil                    | artifactId is '../evil', but must have
                    -DgroupId=a<b                           | groupId is 'a<b', but must have
                    -DdaemonPort=99999                      | daemonPort is '99999', but must be a number from 1 to 65535.
                    -DdaemonPath=/invoke                    | daemonPath is '/invoke', but must be a path such as invoke
                    -DjavaVersion=11                        | javaVersion is '11', but must be 17, 21 or 25.
                    -Dpackage=com.class                     | package is 'com.class', which is no package of Java.
                    -Dpackage=../../x                       | package is '../../x', which is no package of Java.
                    -Dtitle=say "hi"                        | title must be one line of text without quotes
                    """)
    void aBadPropertyIsRefusedWithASentenceAndNothingIsLeft(String property, String sentence) {
        Outcome outcome = generate(directory, "-DartifactId=counter", property);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains(sentence);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theTemplateOfThePlatformsGeneratorMakesTheSameSkill() throws Exception {
        Path template = Path.of(System.getProperty("it.directory")).resolveSibling("cli-template/java-skill-daemon");
        Path workspace = directory.resolve("rendered");
        files(template).forEach((file, text) -> {
            if (!file.equals("metadata.json")) {
                assertThat(file).doesNotContain("/.");
                assertThat(text.replace("{{skillname}}", "")).doesNotContain("{{", "}}", "<%", "%>");
                write(
                        workspace.resolve(file.replace("__skillname__", "rendered")),
                        text.replace("{{skillname}}", "rendered"));
            }
        });
        assertThat(generate(
                        directory.resolve("generated"),
                        "-DgroupId=com.example",
                        "-DartifactId=skills",
                        "-Dpackage=skill",
                        "-DskillName=rendered"))
                .satisfies(ArchetypeIT::succeeded);
        Map<String, String> generated = files(directory.resolve("generated/skills"));
        generated.keySet().removeIf(file -> file.matches("(.*/)?\\.(docker|git)ignore"));
        assertThat(files(workspace)).isEqualTo(generated);
        verifiesServesAndChecks(workspace, "rendered", "/invoke");
    }

    private static void verifiesServesAndChecks(Path workspace, String skill, String path) throws Exception {
        assertThat(Maven.run(workspace, List.of("--offline", "verify"))).satisfies(outcome -> {
            succeeded(outcome);
            assertThat(outcome.output()).contains("Tests run: 4, Failures: 0, Errors: 0, Skipped: 0");
        });
        Path folder = workspace.resolve("skills").resolve(skill);
        Path jar = folder.resolve("actions").resolve(skill).resolve("target/app.jar");
        try (Daemon daemon = Daemon.start(jar)) {
            given().port(daemon.port())
                    .contentType("application/json")
                    .body(folder.resolve("invoke/request/message.json").toFile())
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("payload.words", equalTo(6));
            assertThat(daemon.stop()).isZero();
        }
        assertThat(Maven.run(workspace, Daemon.java(), "-jar", jar.toString(), "check", workspace.toString()))
                .satisfies(outcome -> assertThat(outcome.output()).startsWith("0 errors, 0 warnings"));
    }

    private static Outcome generate(Path directory, String... properties) {
        return generate(true, directory, properties);
    }

    private static Outcome generate(boolean offline, Path directory, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("it.archetypePlugin")
                        + ":generate",
                "-DinteractiveMode=false",
                "-DarchetypeGroupId=io.skillsdk",
                "-DarchetypeArtifactId=skill-archetype",
                "-DarchetypeVersion=" + VERSION,
                "-DarchetypeCatalog=local",
                "-DgroupId=com.acme"));
        if (offline) {
            arguments.add("--offline");
        }
        arguments.addAll(List.of(properties));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Maven.run(directory, arguments);
    }

    private static void succeeded(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    /** All files below a folder, by path, without what a build makes. */
    private static Map<String, String> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !("/" + folder.relativize(path)).contains("/target/"))
                    .collect(Collectors.toMap(
                            path -> folder.relativize(path).toString(), ArchetypeIT::read, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
