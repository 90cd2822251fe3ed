package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.dev.DevProject;
import io.skillsdk.internal.daemon.dev.SourceCompiler;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process prints where: one with Hibernate Validator, which logs as it starts, and a backend that logs to standard output. */
@Tag("one-jdk")
class CommandOutputTest {

    private static final String SHOP = """
            package demo;

            import io.skillsdk.SkillAction;
            import io.skillsdk.SkillSetting;
            import io.skillsdk.daemon.SkillDaemon;
            import jakarta.validation.constraints.Min;
            import java.net.URI;

            public final class Shop {

                public record Database(URI url, @Min(1) @SkillSetting(defaultValue = "10") int poolSize) {}

                public record Order(String id, @Min(1) int count) {}

                private final Database database;

                public Shop(Database database) {
                    this.database = database;
                }

                @SkillAction
                public String order(Order order) {
                    System.out.println("an author's print");
                    return order.id() + " " + database.url();
                }

                public static void main(String[] args) {
                    SkillDaemon.builder()
                            .settings("acme.db", Database.class)
                            .action(Shop.class, settings -> new Shop(settings.bind("acme.db", Database.class)))
                            .run(args);
                }
            }
            """;

    private static final String ENVELOPE = "{\"payload\":{\"id\":\"o-1\",\"count\":2}}";

    private static final String STARTED = "HV000001: Hibernate Validator";

    /** Copied by the build. */
    private static final Path VALIDATION = Path.of("target", "validation");

    private record Ended(int code, String out, String err) {}

    @TempDir
    private static Path folder;

    @BeforeAll
    static void compile() throws Exception {
        Path source = folder.resolve("src/main/java/demo/Shop.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, SHOP);
        Files.writeString(folder.resolve("message.json"), ENVELOPE);
        URL api = jar("jakarta.validation-api.jar").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {api}, CommandOutputTest.class.getClassLoader())) {
            assertThat(new SourceCompiler(new DevProject(folder), loader).compile(folder.resolve("target/classes")))
                    .isEmpty();
        }
    }

    private static Path jar(String name) {
        Path jar = VALIDATION.resolve(name).toAbsolutePath();
        assertThat(jar).exists();
        return jar;
    }

    /** Runs the program to its end, on a class path with expressions or not. */
    private static Ended run(boolean expressly, String... args) throws IOException, InterruptedException {
        Stream<Path> provider = Stream.of(
                        "jakarta.validation-api", "hibernate-validator", "jboss-logging", "classmate", "jakarta.el-api")
                .map(name -> jar(name + ".jar"));
        String classPath = Stream.of(
                        Stream.of(System.getProperty("java.class.path")),
                        Stream.of(folder.resolve("target/classes").toString()),
                        provider.map(Path::toString),
                        expressly ? Stream.of(jar("expressly.jar").toString()) : Stream.<String>empty())
                .flatMap(each -> each)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=logback-process.xml",
                "-cp",
                classPath,
                "demo.Shop"));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS))
                    .as(String.join(" ", args))
                    .isTrue();
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void invokePrintsTheAnswerAndNothingElse() throws Exception {
        Ended ended = run(true, "invoke", "--acme.db.url=a:x", "message.json");
        assertThat(ended.out()).isEqualTo("{\"payload\":\"o-1 a:x\"}\n");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains(STARTED, "an author's print");
    }

    @Test
    void aJobPrintsTheAnswerAndNothingElse() throws Exception {
        Ended ended = run(true, "--acme.db.url=a:x", "job", ENVELOPE);
        assertThat(ended.out()).isEqualTo("{\"payload\":\"o-1 a:x\"}\n");
        assertThat(ended.code()).isZero();
        assertThat(ended.err()).contains(STARTED, "INFO ");
    }

    @Test
    void aCommandThatChecksNothingStartsNoProvider() throws Exception {
        Ended ended = run(false, "describe", "--openapi");
        assertThat(ended.out()).startsWith("{\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
    }

    @Test
    void aDaemonWithoutExpressionsSaysWhichDependencyIsMissing() throws Exception {
        Ended ended = run(false, "--daemon.host=127.0.0.1", "--daemon.port=0", "--acme.db.url=a:x");
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("The daemon cannot start: The class path has a provider of Jakarta Validation without")
                .contains("<groupId>org.glassfish.expressly</groupId><artifactId>expressly</artifactId>");
        assertThat(ended.out()).doesNotContain("\tat ", "Exception");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void faultsOfConstraintsAreNamedWithAllOthers() throws Exception {
        Ended ended = run(true, "--daemon.port=abc", "--acme.db.pool-size=0", "--daemon.timeout=-1", "--acme.db.url=x");
        assertThat(ended.err().lines().toList())
                .hasSize(5)
                .satisfies(lines ->
                        assertThat(lines.get(0)).isEqualTo("The daemon cannot start: several settings are wrong:"))
                .anyMatch(line -> line.startsWith("  daemon.port is 'abc'"))
                .anyMatch(line -> line.startsWith("  daemon.timeout is '-1'"))
                .anyMatch(line -> line.startsWith("  acme.db.url is 'x'"))
                .anyMatch(line -> line.startsWith("  acme.db.pool-size is '0' (from the command line), but must be "));
        assertThat(ended.code()).isEqualTo(1);
    }
}
