package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The daemon as the platform has it: a process. */
class DaemonProcessTest {

    private static final Pattern SERVING =
            Pattern.compile("Serving POST /invoke \\(run\\) on http://127.0.0.1:(\\d+), \\d+ ms");

    /** What a skill's author writes. */
    public static final class Main {
        @SkillAction
        public String run(Map<String, Object> payload) {
            return "ran";
        }

        public static void main(String[] args) {
            SkillDaemon.run(args, new Main());
        }
    }

    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=logback-process.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    @Test
    void itSaysWhereItServesAndStopsInOrderOnTerm() throws Exception {
        Process process = start("--daemon.port=0", "--daemon.host=127.0.0.1");
        try (BufferedReader out = reader(process)) {
            int port = awaitPort(out);
            RestAssured.given()
                    .baseUri("http://127.0.0.1:" + port)
                    .contentType("application/json")
                    .body("{}")
                    .post("/invoke")
                    .then()
                    .statusCode(200);
            process.destroy(); // SIGTERM
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aBadSettingEndsItWithASentenceAndExitCodeOne() throws Exception {
        Process process = start("--daemon.port=abc");
        try (BufferedReader out = reader(process)) {
            String said = String.join("\n", out.lines().toList());
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(said)
                    .contains(
                            "daemon.port is 'abc' (from the command line), but must be a whole number from 0 to 65535")
                    .doesNotContain("Exception", "\tat ");
        } finally {
            process.destroyForcibly();
        }
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int awaitPort(BufferedReader out) throws IOException {
        String line;
        List<String> seen = new ArrayList<>();
        while ((line = out.readLine()) != null) {
            seen.add(line);
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                return Integer.parseInt(serving.group(1));
            }
        }
        throw new AssertionError("It never said where it serves: " + seen);
    }
}
