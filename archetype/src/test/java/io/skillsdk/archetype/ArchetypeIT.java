package io.skillsdk.archetype;

import static io.restassured.RestAssured.given;
import static io.skillsdk.archetype.Archetype.ACTION;
import static io.skillsdk.archetype.Archetype.files;
import static io.skillsdk.archetype.Archetype.generate;
import static io.skillsdk.archetype.Archetype.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchetypeIT {

    private static final String[] WORKSPACE = {
        ".gitignore",
        "README.md",
        "docs/counter/README.md",
        "pom.xml",
        "skills/counter/actions/counter/.dockerignore",
        "skills/counter/actions/counter/Dockerfile",
        "skills/counter/actions/counter/jvm.options",
        "skills/counter/actions/counter/pin-images.sh",
        "skills/counter/actions/counter/pom.xml",
        "skills/counter/actions/counter/settings.xml",
        "skills/counter/actions/counter/src/main/java/com/acme/WordCount.java",
        "skills/counter/actions/counter/src/main/resources/daemon.properties",
        "skills/counter/actions/counter/src/main/resources/logback.xml",
        "skills/counter/actions/counter/src/test/java/com/acme/WordCountTest.java",
        "skills/counter/invoke/request/message.json",
        "skills/counter/skill.yaml",
    };

    @TempDir
    private Path directory;

    @BeforeAll
    static void pluginsAreFetched() throws IOException {
        Archetype.fetchPlugins();
    }

    @Test
    void theDefaultsMakeAWorkspaceThatVerifiesServesAndChecks() throws Exception {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(Archetype::succeeded);
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
                .satisfies(Archetype::succeeded);
        Path workspace = directory.resolve("space");
        Path action = workspace.resolve("skills/fast_one-2/actions/fast_one-2");
        assertThat(action.resolve("Dockerfile"))
                .content()
                .contains(
                        "ARG RUN_IMAGE=eclipse-temurin:" + javaVersion + "-jre\n",
                        "EXPOSE 5050",
                        "\"zeta.x_1.y.WordCount\"");
        assertThat(workspace.resolve("skills/fast_one-2/skill.yaml"))
                .content()
                .contains("title: \"'A title': <1> & more\"", "port: 5050", "defaultValue: \"v1/count\"");
        verifiesServesAndChecks(workspace, "fast_one-2", "/v1/count");
    }

    @Test
    void aNameThatYamlTakesForAnotherValueStaysText() {
        assertThat(generate(directory, "-DartifactId=space", "-DskillName=on")).satisfies(Archetype::succeeded);
        assertThat(directory.resolve("space/skills/on/skill.yaml"))
                .content()
                .contains("name: \"on\"", "action: \"on\"", "image: \"on\"");
    }

    @Test
    void anotherSkillIsAddedFromOutsideAndFromInsideAndNothingElseIsTouched() {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(Archetype::succeeded);
        Path workspace = directory.resolve("counter");
        Map<String, String> before = files(workspace);

        assertThat(generate(directory, "-DartifactId=counter", "-DskillName=second"))
                .satisfies(Archetype::succeeded);
        assertThat(generate(workspace, "-DartifactId=third")).satisfies(Archetype::succeeded);

        Map<String, String> after = files(workspace);
        assertThat(after).containsAllEntriesOf(before);
        assertThat(after.keySet())
                .filteredOn(file -> !before.containsKey(file))
                .allMatch(file -> file.matches("(skills|docs)/(second|third)/.*"))
                .contains("skills/second/skill.yaml", "skills/third/skill.yaml");
        assertThat(Maven.run(workspace, List.of("--offline", "verify"))).satisfies(outcome -> {
            Archetype.succeeded(outcome);
            assertThat(outcome.output().split("Running com.acme.WordCountTest", -1))
                    .hasSize(4);
        });
    }

    @Test
    void theTemplateOfThePlatformsGeneratorMakesTheSameSkillAndWritesNothingAtTheRoot() throws Exception {
        Path template = Path.of(System.getProperty("it.directory")).resolveSibling("cli-template/java-skill-daemon");
        Path workspace = directory.resolve("rendered");
        files(template).forEach((file, text) -> {
            if (!file.equals("metadata.json")) {
                assertThat(file).matches("(skills|docs)/__skillname__/.*").doesNotContain("/.");
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
                .satisfies(Archetype::succeeded);
        Map<String, String> generated = files(directory.resolve("generated/skills"));
        String ignored = generated.remove(ACTION.formatted("rendered") + "/.dockerignore");
        assertThat(generated.get(".gitignore")).contains("\nfabric/\n");
        assertThat(ignored).contains("\n**\n").doesNotContain("!fabric");
        generated.keySet().removeIf(file -> !file.contains("/"));
        Map<String, String> rendered = files(workspace);
        assertThat(rendered.remove(ACTION.formatted("rendered") + "/Dockerfile.dockerignore"))
                .startsWith("# BuildKit reads this file.")
                .endsWith(ignored);
        assertThat(rendered).isEqualTo(generated);
        verifiesServesAndChecks(workspace, workspace.resolve(ACTION.formatted("rendered")), "rendered", "/invoke");
    }

    private static void verifiesServesAndChecks(Path workspace, String skill, String path) throws Exception {
        verifiesServesAndChecks(workspace, workspace, skill, path);
    }

    private static void verifiesServesAndChecks(Path workspace, Path project, String skill, String path)
            throws Exception {
        assertThat(Maven.run(project, List.of("--offline", "verify"))).satisfies(outcome -> {
            Archetype.succeeded(outcome);
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
}
