package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.SkillDaemon;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the examples log is one JSON object a line when it is asked for, as in the scaffold: whichever way it is logged. */
class JsonLogsIT {

    private static final Path CONFIGURATION = Path.of("src", "main", "resources", "logback.xml");

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    /** An action beside the example's libraries and configuration, which logs in all ways that there are. */
    static final class Noisy {

        // held, as the logging API forgets loggers that nobody holds
        private static final Logger JAVA_LOGGING = Logger.getLogger("java.logging.of.the.example");

        @SkillAction
        public String shout(String payload) {
            JAVA_LOGGING.log(Level.WARNING, "two\nlines", new IllegalStateException("with a stack"));
            System.getLogger("system.logger.of.the.example").log(System.Logger.Level.INFO, "\"quoted\"");
            throw new IllegalArgumentException("failed on purpose");
        }

        public static void main(String[] args) {
            SkillDaemon.run(args, new Noisy());
        }
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Page.ROOT.resolve("examples"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleLogsAsTheScaffoldDoes(Path example) {
        Path scaffold = Page.ROOT.resolve("archetype/src/main/template/skills/SKILL/actions/SKILL");
        assertThat(example.resolve(CONFIGURATION)).hasSameTextualContentAs(scaffold.resolve(CONFIGURATION));
    }

    @Test
    void eachLineOfAnExamplesOutputIsAJsonObject() throws Exception {
        Path target = Page.ROOT.resolve("examples/word-count/target");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                target.resolve("word-count.jar").toString(),
                                target.resolve("lib") + "/*",
                                Page.ROOT
                                        .resolve("examples/manual/target/test-classes")
                                        .toString()),
                        Noisy.class.getName(),
                        "--daemon.host=127.0.0.1",
                        "--daemon.port=0",
                        "--daemon.settle-time=0s")
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LOG_FORMAT", "json");
        Process process = builder.start();
        try {
            List<String> lines = new CopyOnWriteArrayList<>();
            CompletableFuture<String> address = new CompletableFuture<>();
            Thread reader = new Thread(() -> process.inputReader().lines().forEach(line -> {
                lines.add(line);
                Matcher serving = ADDRESS.matcher(line.replace("\\/", "/"));
                if (serving.find()) {
                    address.complete(serving.group());
                }
            }));
            reader.start();
            RestAssured.given()
                    .contentType("application/json")
                    .body("{\"payload\":\"x\"}")
                    .post(address.get(2, TimeUnit.MINUTES) + "/invoke")
                    .then()
                    .statusCode(500);
            process.destroy();
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            reader.join(60_000);
            List<JsonNode> objects =
                    lines.stream().map(JsonMapper.shared()::readTree).toList();
            assertThat(objects).allMatch(JsonNode::isObject);
            assertThat(objects)
                    .extracting(line -> line.path("loggerName").asString())
                    .contains(
                            "java.logging.of.the.example",
                            "system.logger.of.the.example",
                            "io.skillsdk.calls",
                            "io.skillsdk.daemon");
        } finally {
            process.destroyForcibly();
        }
    }
}
