package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.internal.daemon.dev.DevProject;
import io.skillsdk.internal.daemon.dev.SourceCompiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A daemon whose program is changed while it runs: the command dev, in a workspace as the archetype makes them. */
@Execution(ExecutionMode.SAME_THREAD)
class DevTest {

    @TempDir
    private static Path workspace;

    private static Path project;

    private static DaemonUnderTest daemon;

    @BeforeAll
    static void start() throws Exception {
        project = Files.createDirectories(workspace.resolve("skills/hello/actions/hello"));
        write("src/main/resources/daemon.properties", "daemon.max-depth=50\n");
        says("at first");
        Path classes = project.resolve("target/classes");
        assertThat(new SourceCompiler(new DevProject(project), DevTest.class.getClassLoader()).compile(classes))
                .isEmpty();
        daemon = DaemonUnderTest.launchIn(
                project,
                System.getProperty("java.class.path") + File.pathSeparator + classes,
                "demo.Hello",
                List.of(),
                "dev",
                "--daemon.host=127.0.0.1",
                "--daemon.port=0",
                "--daemon.timeout=10m");
        daemon.port();
    }

    @AfterAll
    static void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private static void write(String file, String text) throws IOException {
        Path path = project.resolve(file).normalize();
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void says(String word) throws IOException {
        says("""
                return "%s";""".formatted(word), "");
    }

    private static void says(String statements, String more) throws IOException {
        write("src/main/java/demo/Hello.java", """
                package demo;

                import io.skillsdk.SkillAction;
                import io.skillsdk.daemon.SkillDaemon;

                public final class Hello implements AutoCloseable {

                    public record Name(String text) {}

                    %2$s

                    @SkillAction
                    public String hello(Name payload) throws Exception {
                        %1$s
                    }

                    @Override
                    public void close() {
                        System.out.println("closed");
                    }

                    public static void main(String[] args) {
                        SkillDaemon.builder().action(Hello.class, Hello::new).run(args);
                    }
                }
                """.formatted(statements, more));
    }

    private static Response post(String path) {
        return post(path, "x");
    }

    private static Response post(String path, String text) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + daemon.port())
                .contentType("application/json")
                .body("{\"payload\":{\"text\":\"" + text + "\"}}")
                .post(path);
    }

    private static void awaitAnswer(String path, String part) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(post(path).asString()).contains(part));
    }

    private static void awaitSaid(String part) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(daemon.said()).anyMatch(line -> line.contains(part)));
    }

    @Test
    void aSourceThatIsSavedAnswersTheNextRequests() throws Exception {
        says("one");
        awaitAnswer("/invoke", "\"one\"");
        says("two");
        awaitAnswer("/invoke", "\"two\"");
    }

    private static void assertNext(String path, String part) {
        assertThat(post(path).asString()).contains(part);
    }

    /** So each request comes before anything could have told of the change. */
    @Test
    void theVeryNextRequestHasWhatWasSavedWhetherRightOrWrong() throws Exception {
        for (int round = 0; round < 3; round++) {
            says("right " + round);
            assertNext("/invoke", "right " + round);
            says("return 1 +;", "");
            assertNext("/invoke", "The sources do not compile");
            says("return \"never\";", "static { if (true) { throw new IllegalStateException(\"no luck\"); } }");
            assertNext("/invoke", "so the version before goes on: A static initializer failed: no luck");
        }
        says("right at last");
        assertNext("/invoke", "right at last");
    }

    @Test
    void allRequestsThatComeWhileAVersionIsMadeGetIt() throws Exception {
        says("before many");
        assertNext("/invoke", "before many");
        says("after many");
        List<CompletableFuture<Response>> answers = IntStream.range(0, 8)
                .mapToObj(each -> CompletableFuture.supplyAsync(
                        () -> post("/invoke"), task -> new Thread(task, "caller " + each).start()))
                .toList();
        for (CompletableFuture<Response> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).asString()).contains("after many");
        }
    }

    @Test
    void aFileThatIsWrittenBesideAndRenamedOrMovedOrDeletedCountsAtOnce() throws Exception {
        says("to be replaced");
        assertNext("/invoke", "to be replaced");
        Path source = project.resolve("src/main/java/demo/Hello.java");
        Path beside = source.resolveSibling("Hello.java.tmp");
        Files.writeString(beside, Files.readString(source).replace("to be replaced", "it was replaced"));
        Files.setLastModifiedTime(beside, Files.getLastModifiedTime(source));
        Files.move(beside, source, StandardCopyOption.REPLACE_EXISTING);
        assertNext("/invoke", "it was replaced");
        write("src/main/java/demo/target/Moved.java", """
                package demo.target;
                public final class Moved {
                    public static final String WORD = "from the package target";
                }
                """);
        says("return demo.target.Moved.WORD;", "");
        assertNext("/invoke", "from the package target");
        Path moved = project.resolve("src/main/java/demo/target/Moved.java");
        Files.writeString(moved, Files.readString(moved).replace("from the package", "changed in"));
        assertNext("/invoke", "changed in target");
        Files.delete(moved);
        assertNext("/invoke", "The sources do not compile");
        says("without it");
        assertNext("/invoke", "without it");
    }

    @Test
    void whileASourceIsWrongAnotherChangeDoesNotHideThat() throws Exception {
        says("hidden by nothing");
        assertNext("/invoke", "hidden by nothing");
        says("return 1 +;", "");
        assertNext("/invoke", "The sources do not compile");
        write("src/main/resources/other.properties", "a=b\n");
        assertNext("/invoke", "The sources do not compile");
        says("right again");
        assertNext("/invoke", "right again");
    }

    @Test
    void theFilesThatAnEditorLeavesAreNotCompiled() throws Exception {
        Path lock = project.resolve("src/main/java/demo/.#Hello.java");
        Files.createSymbolicLink(lock, Path.of("user@host.1"));
        says("while it is edited");
        assertNext("/invoke", "while it is edited");
        Files.delete(lock);
    }

    @Test
    void aSourceThatIsNewIsThereToo() throws Exception {
        write("src/main/java/demo/Words.java", """
                package demo;
                final class Words {
                    static final String WORD = "from another class";
                }
                """);
        says("return Words.WORD;", "");
        awaitAnswer("/invoke", "from another class");
    }

    @Test
    void aCompileErrorIsToldWithFileAndLineAndTheLastGoodVersionGoesOn() throws Exception {
        says("good");
        awaitAnswer("/invoke", "\"good\"");
        says("return 1 +;", "");
        awaitAnswer(
                "/invoke",
                "The sources do not compile, so the version before goes on: "
                        + "src/main/java/demo/Hello.java:14: illegal start of expression");
        assertThat(post("/invoke").asString()).contains("\"good\"");
        awaitSaid("src/main/java/demo/Hello.java:14: illegal start of expression");
        says("better");
        awaitAnswer("/invoke", "\"better\"");
    }

    @Test
    void aVersionThatCannotStartLeavesTheOneBefore() throws Exception {
        says("started");
        awaitAnswer("/invoke", "\"started\"");
        says("return \"never\";", "Hello() { throw new IllegalStateException(\"no database\"); }");
        awaitAnswer(
                "/invoke",
                "The new version cannot start, so the version before goes on:"
                        + " Hello could not be made: no database");
        assertThat(post("/invoke").asString()).contains("\"started\"");
    }

    @Test
    void aCallInFlightEndsOnTheOldVersionWhichIsClosedAfterIt() throws Exception {
        Path end = workspace.resolve("end");
        says("""
                if (payload.text().equals("hold")) {
                    System.out.println("in flight");
                    while (!java.nio.file.Files.exists(java.nio.file.Path.of("%s"))) {
                        Thread.sleep(20);
                    }
                    return "old";
                }
                return "ready";""".formatted(end), "");
        awaitAnswer("/invoke", "\"ready\"");
        CompletableFuture<Response> old = CompletableFuture.supplyAsync(
                () -> post("/invoke", "hold"), task -> new Thread(task, "caller").start());
        awaitSaid("in flight");
        says("new");
        awaitAnswer("/invoke", "\"new\"");
        int closed = closedVersions();
        assertThat(old).isNotDone();
        Files.createFile(end);
        assertThat(old.get(60, TimeUnit.SECONDS).asString()).contains("old");
        await().atMost(Duration.ofMinutes(1)).until(() -> closedVersions() > closed);
    }

    private static int closedVersions() {
        return (int) daemon.said().stream().filter("closed"::equals).count();
    }

    @Test
    void aChangeOfDaemonPropertiesCounts() throws Exception {
        write("src/main/resources/daemon.properties", "daemon.path=elsewhere\n");
        says("moved");
        awaitAnswer("/elsewhere", "\"moved\"");
        write("src/main/resources/daemon.properties", "");
        awaitAnswer("/invoke", "\"moved\"");
    }

    @Test
    void aMessageAndTheNameOfTheSkillAreInTheDescription() throws Exception {
        says("described");
        write("../../skill.yaml", "camel: 1.0.0\nname: greeting-skill\ntitle: Greeting\n");
        write("../../invoke/hello/message.json", "{\"payload\":{\"text\":\"from a message\"}}");
        assertThat(RestAssured.get("http://127.0.0.1:" + daemon.port() + "/openapi.json")
                        .asString())
                .contains("greeting-skill");
    }

    @Test
    void driftBetweenSkillYamlAndTheActionsIsToldAsItArises() throws Exception {
        says("drifted");
        write("../../skill.yaml", """
                camel: 1.0.0
                name: hello
                title: Hello
                inputs:
                  - name: hello
                    title: Hello
                    parameters:
                      - {name: text, type: boolean}
                    routing: {all: {action: hello, runtime: cortex/daemons, output: hello}}
                outputs:
                  - {name: hello, title: Hello}
                actions:
                  - {name: hello, type: daemon, image: hello, port: 5000}
                """);
        awaitSaid("[parameter-type] inputs[0].parameters[0].type");
    }

    @Test
    void aVersionWhoseSourcesHaveNotChangedSaysWhatHas() throws Exception {
        says("as it is");
        assertNext("/invoke", "as it is");
        write("../../invoke/hello/changed.json", "{\"payload\":{\"text\":\"changed\"}}");
        assertNext("/invoke", "as it is");
        awaitSaid("invoke/hello/changed.json: version ");
        assertThat(daemon.said())
                .anyMatch(line -> line.matches(".* ms after a change of \\S*invoke/hello/changed.json: version \\d+"));
    }

    @Test
    void ctrlCEndsItInOrder() throws Exception {
        try (DaemonUnderTest other = DaemonUnderTest.launchIn(
                project,
                System.getProperty("java.class.path") + File.pathSeparator + project.resolve("target/classes"),
                "demo.Hello",
                List.of(),
                "dev",
                "--daemon.host=127.0.0.1",
                "--daemon.port=0")) {
            other.port();
            other.signal("INT");
            assertThat(other.exitCode()).isZero();
            assertThat(other.said().stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)))
                    .containsSubsequence("Stopping", "closed", "Stopped");
        }
    }

    @Test
    void withoutACompilerItSaysWhatItNeeds() throws Exception {
        try (DaemonUnderTest without = DaemonUnderTest.launchIn(
                project,
                System.getProperty("java.class.path") + File.pathSeparator + project.resolve("target/classes"),
                "demo.Hello",
                List.of("--limit-modules", "java.se,jdk.unsupported,jdk.httpserver"),
                "dev")) {
            assertThat(without.exitCode()).isEqualTo(1);
            assertThat(without.said()).anyMatch(line -> line.contains("has no compiler. Run it with a JDK."));
        }
    }
}
