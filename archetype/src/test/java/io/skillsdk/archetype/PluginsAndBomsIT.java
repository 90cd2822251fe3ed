package io.skillsdk.archetype;

import static io.restassured.RestAssured.given;
import static io.skillsdk.archetype.Archetype.ACTION;
import static io.skillsdk.archetype.Archetype.files;
import static io.skillsdk.archetype.Archetype.generate;
import static io.skillsdk.archetype.Archetype.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.skillsdk.archetype.Maven.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated skill beside what teams add to its POM: plugins that make one jar of all, and BOMs of frameworks. Needs the network the first time. */
@Tag("one-jdk")
class PluginsAndBomsIT {

    private static final Pattern DEPENDENCY = Pattern.compile("<dependency>.*</dependency>");

    @TempDir
    private static Path generated;

    private static Path template;

    @TempDir
    private Path directory;

    private Path pom;

    @BeforeAll
    static void aSkillIsGenerated() throws IOException {
        Archetype.fetchPlugins();
        assertThat(generate(generated, "-DartifactId=counter")).satisfies(Archetype::succeeded);
        template = generated.resolve("counter").resolve(ACTION.formatted("counter"));
    }

    @Test
    void aJarOfAllClassesServesAndTellsTheVersionOfTheSdk() throws Exception {
        edit("</plugins>", snippet("maven-shade-plugin") + "</plugins>");
        servesAndTellsTheVersionOfTheSdk(Files.move(build(), directory.resolve("alone.jar")));
    }

    /** As Spring's users put it together: with its BOM, and into a jar of jars. */
    @Test
    void theBomOfSpringBootIsToldWithWhatHelpsAndThenAJarOfJarsServes() throws Exception {
        importBom("org.springframework.boot", "spring-boot-dependencies", "3.5.7");
        takeWhatTheRefusalNames();
        edit("</plugins>", snippet("spring-boot-maven-plugin") + "</plugins>");
        servesAndTellsTheVersionOfTheSdk(Files.move(build(), directory.resolve("alone.jar")));
    }

    @Test
    void theBomOfQuarkusIsToldWithWhatHelpsAndThenTheSkillServes() throws Exception {
        importBom("io.quarkus", "quarkus-bom", "3.33.2");
        takeWhatTheRefusalNames();
        servesAndTellsTheVersionOfTheSdk(build());
    }

    private void importBom(String group, String artifact, String version) throws IOException {
        edit(
                "  <dependencies>",
                "<dependencyManagement><dependencies><dependency><groupId>" + group + "</groupId><artifactId>"
                        + artifact
                        + "</artifactId><version>" + version
                        + "</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>"
                        + "  <dependencies>");
    }

    /** One line tells that the annotations are too old, and has the dependency to add. */
    private void takeWhatTheRefusalNames() throws IOException {
        Outcome refused = Maven.run(directory, Daemon.java(), "-jar", build().toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output().lines())
                .singleElement()
                .asString()
                .startsWith("The daemon cannot start: The class path has jackson-annotations 2.");
        Matcher dependency = DEPENDENCY.matcher(refused.output());
        assertThat(dependency.find()).isTrue();
        edit("</dependencies>\n\n  <build>", dependency.group() + "</dependencies>\n\n  <build>");
    }

    @BeforeEach
    void aCopyOfTheSkill() {
        files(template).forEach((file, text) -> write(directory.resolve(file), text));
        pom = directory.resolve("pom.xml");
    }

    /** What docs/versions.md shows for a plugin. */
    private static String snippet(String plugin) throws IOException {
        Matcher block = Pattern.compile("(?s)```xml\\n(<plugin>(?:(?!```).)*" + plugin + ".*?)```")
                .matcher(Files.readString(Path.of("../docs/versions.md")));
        assertThat(block.find()).as("docs/versions.md shows %s", plugin).isTrue();
        return block.group(1);
    }

    private void edit(String place, String text) throws IOException {
        String before = Files.readString(pom);
        assertThat(before).containsOnlyOnce(place);
        Files.writeString(pom, before.replace(place, text));
    }

    private Path build() {
        assertThat(Maven.run(directory, List.of("package", "-Dmaven.test.skip=true")))
                .satisfies(Archetype::succeeded);
        return directory.resolve("target/app.jar");
    }

    private void servesAndTellsTheVersionOfTheSdk(Path jar) throws Exception {
        assertThat(Maven.run(directory, Daemon.java(), "-jar", jar.toString(), "--version"))
                .satisfies(Archetype::succeeded)
                .extracting(Outcome::output)
                .asString()
                .startsWith("Skill SDK for Java " + System.getProperty("it.sdkVersion"));
        try (Daemon daemon = Daemon.start(jar)) {
            given().port(daemon.port())
                    .contentType("application/json")
                    .body("{\"payload\": {\"text\": \"to be or not to be\"}}")
                    .post("/invoke")
                    .then()
                    .statusCode(200)
                    .body("payload.words", equalTo(6));
            assertThat(daemon.stop()).isZero();
        }
    }
}
