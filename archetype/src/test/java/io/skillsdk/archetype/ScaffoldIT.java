package io.skillsdk.archetype;

import static io.skillsdk.archetype.Archetype.ACTION;
import static io.skillsdk.archetype.Archetype.generate;
import static io.skillsdk.archetype.Archetype.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.archetype.Maven.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a generated skill is made of: its jars, its JVM's options, its compiler's, and the images it is built from. */
class ScaffoldIT {

    @TempDir
    private static Path directory;

    private static Path action;

    @BeforeAll
    static void aSkillIsGeneratedAndBuilt() throws IOException {
        Archetype.fetchPlugins();
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(Archetype::succeeded);
        action = directory.resolve("counter").resolve(ACTION.formatted("counter"));
        write(action.resolve("src/test/java/com/acme/ClassPayloadTest.java"), """
                package com.acme;

                import static org.assertj.core.api.Assertions.assertThat;

                import io.skillsdk.SkillAction;
                import io.skillsdk.testing.SkillTester;
                import org.junit.jupiter.api.Test;

                class ClassPayloadTest {

                    static final class Name {
                        final String first;
                        final String last;

                        public Name(String first, String last) {
                            this.first = first;
                            this.last = last;
                        }
                    }

                    static final class Greeter {
                        @SkillAction
                        public String greet(Name name) {
                            return name.first + " " + name.last;
                        }
                    }

                    @Test
                    void aClassIsMadeByTheNamesOfItsConstructorsParameters() {
                        assertThat(SkillTester.of(new Greeter())
                                        .invokeJson("{\\"payload\\": {\\"last\\": \\"Lovelace\\", \\"first\\": \\"Ada\\"}}")
                                        .payload(String.class))
                                .isEqualTo("Ada Lovelace");
                    }
                }
                """);
        assertThat(Maven.run(action, List.of("--offline", "package"))).satisfies(outcome -> {
            Archetype.succeeded(outcome);
            assertThat(outcome.output()).contains("Running com.acme.ClassPayloadTest", "Tests run: 5, Failures: 0");
        });
    }

    @Test
    void itCarriesTwelveJarsOfADaemonWithoutJaxRsAndItsLoggingBackend() throws IOException {
        try (Stream<Path> jars = Files.list(action.resolve("target/lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString().replaceAll("-\\d.*", "")))
                    .containsExactlyInAnyOrder(
                            "grizzly-framework",
                            "grizzly-http",
                            "grizzly-http-server",
                            "jackson-annotations",
                            "jackson-core",
                            "jackson-databind",
                            "jspecify",
                            "picocli",
                            "skill-sdk-core",
                            "skill-sdk-daemon",
                            "slf4j-api",
                            "snakeyaml-engine",
                            // the backend
                            "logback-classic",
                            "logback-core");
        }
    }

    /** As its image starts it, but for the archive and the folder, beside options of an operator that make the JVM talk. */
    @Test
    void standardOutputHasJsonLinesOnlyWhateverTheOptionsOfTheJvm() throws Exception {
        Path options = directory.resolve("jvm.options");
        String own = Files.readString(action.resolve("jvm.options"));
        assertThat(own).contains("/app/logback.xml");
        Files.writeString(
                options,
                own.replace(
                        "/app/logback.xml",
                        action.resolve("src/main/resources/logback.xml").toString()));
        Path output = directory.resolve("output");
        Path errors = directory.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        Daemon.java(),
                        "@" + options,
                        "-cp",
                        action.resolve("target/app.jar") + ":" + action.resolve("target/lib/*"),
                        "com.acme.WordCount",
                        "--daemon.host=127.0.0.1",
                        "--daemon.port=0")
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "LOG_FORMAT",
                                "json",
                                "JAVA_TOOL_OPTIONS",
                                "-Xlog:gc*,safepoint -verbose:class -XX:+PrintCommandLineFlags -XX:SharedArchiveFile=/no/such.jsa"));
        Process process = builder.start();
        try {
            long end = System.nanoTime() + 60_000_000_000L;
            while (Files.size(output) == 0 && process.isAlive() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor(60, TimeUnit.SECONDS);
            while (!Files.readString(errors).contains("Full thread dump") && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(Files.readString(errors)).contains("Full thread dump", "-XX:+PrintCommandLineFlags");
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
        assertThat(Files.readAllLines(output))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
    }

    @Test
    void baseImagesArePinnedToDigestsAndTheseRenewed() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("pinned"));
        Files.copy(action.resolve("pin-images.sh"), folder.resolve("pin-images.sh"));
        Files.copy(action.resolve("Dockerfile"), folder.resolve("Dockerfile"));
        String before = Files.readString(folder.resolve("Dockerfile"));

        assertThat(pin(folder, "Digest:    sha256:0a1b").exitCode()).isZero();
        assertThat(folder.resolve("Dockerfile"))
                .content()
                .contains(
                        "ARG BUILD_IMAGE=maven:3-eclipse-temurin-17@sha256:0a1b\n",
                        "ARG RUN_IMAGE=eclipse-temurin:17-jre@sha256:0a1b\n");
        assertThat(pin(folder, "Digest:    sha256:2c3d").exitCode()).isZero();
        String renewed = Files.readString(folder.resolve("Dockerfile"));
        assertThat(renewed.replace("@sha256:2c3d", "")).isEqualTo(before);

        Outcome refused = pin(folder, "ERROR: no such image");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("docker gave no digest of maven:3-eclipse-temurin-17");
        assertThat(folder.resolve("Dockerfile")).hasContent(renewed);
    }

    /** With a docker that prints one line for each image. */
    private static Outcome pin(Path folder, String line) throws IOException {
        Path docker = folder.resolve("docker");
        Files.writeString(docker, "#!/bin/sh\n[ \"$1 $2 $3\" = 'buildx imagetools inspect' ] && echo '" + line + "'\n");
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        return Maven.run(
                folder,
                "sh",
                "-c",
                "PATH=\"" + folder + ":$PATH\" exec sh \"" + folder.resolve("pin-images.sh") + "\"");
    }
}
