package io.skillsdk.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three commands with which README.md and docs/start.md scaffold a skill, as they stand there. */
@Tag("one-jdk")
class ReadmeIT {

    private static final Pattern BLOCK =
            Pattern.compile("^```sh\\n(mvn archetype:generate .*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");

    /** As a user has it, but for the settings of these tests, and the archetype of this build. */
    private static final String MVN = """
            #!/bin/sh
            for arg; do
              shift
              case $arg in
                archetype:generate) set -- "$@" org.apache.maven.plugins:maven-archetype-plugin:%1$s:generate -DarchetypeVersion=%2$s -DarchetypeCatalog=local ;;
                *) set -- "$@" "$arg" ;;
              esac
            done
            exec '%3$s/bin/mvn' --batch-mode --no-transfer-progress --settings '%4$s' "$@"
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void pluginsAreFetched() throws IOException {
        Archetype.fetchPlugins();
    }

    private static String block(String page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("..", page)));
        assertThat(block.find()).as("%s shows how to scaffold", page).isTrue();
        return block.group(1);
    }

    @Test
    void readmeAndManualShowTheSameCommands() throws IOException {
        assertThat(block("README.md")).isEqualTo(block("docs/start.md"));
    }

    @Test
    void theCommandsMakeASkillThatAnswers() throws Exception {
        List<String> commands = block("README.md").lines().toList();
        assertThat(commands).hasSize(3);
        assertThat(commands.get(1)).endsWith(" &");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path mvn = Files.writeString(
                bin.resolve("mvn"),
                MVN.formatted(
                        System.getProperty("it.archetypePlugin"),
                        System.getProperty("it.sdkVersion"),
                        System.getProperty("maven.home"),
                        Maven.settings()));
        assertThat(mvn.toFile().setExecutable(true)).isTrue();

        Process generating = start(commands.get(0));
        String said = new String(generating.getInputStream().readAllBytes());
        assertThat(generating.waitFor(60, TimeUnit.SECONDS)).as(said).isTrue();
        assertThat(generating.exitValue()).as(said).isZero();
        Process serving = start(commands.get(1).replaceFirst(" &$", ""));
        try {
            Process calling = start(commands.get(2).replace("localhost:5000", address(serving)));
            assertThat(new String(calling.getInputStream().readAllBytes())).contains("{\"payload\":{\"words\":6}}");
        } finally {
            end(serving);
        }
        whatIsSavedAnswersUnderDev(commands.get(1).replaceFirst(" &$", ""), commands.get(2));
    }

    private void whatIsSavedAnswersUnderDev(String serve, String call) throws Exception {
        Process serving = start(serve.replace("exec:java", "exec:java -Dexec.args=dev"));
        try {
            String calling = call.replace("localhost:5000", address(serving));
            Path source = folder.resolve("churn/skills/churn/actions/churn/src/main/java/com/acme/WordCount.java");
            Files.writeString(source, Files.readString(source).replace(".countTokens()", ".countTokens() + 100"));
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            String answer = "";
            while (!answer.contains("{\"payload\":{\"words\":106}}") && System.nanoTime() < end) {
                answer = new String(start(calling).getInputStream().readAllBytes());
            }
            assertThat(answer).contains("{\"payload\":{\"words\":106}}");
        } finally {
            end(serving);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process start(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        // 5000 may be taken here
                        "DAEMON_HOST",
                        "127.0.0.1",
                        "DAEMON_PORT",
                        "0"));
        return builder.start();
    }

    private static String address(Process serving) throws IOException {
        BufferedReader output = serving.inputReader();
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return "127.0.0.1:" + address.group(1);
            }
        }
        throw new AssertionError("It has ended without serving:\n" + seen);
    }
}
