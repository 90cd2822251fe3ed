package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The daemon as the platform has it: a process. */
class DaemonProcessTest {

    /** What a skill's author writes. */
    public static final class Main {
        @SkillAction
        public String run(Map<String, Object> payload) {
            return "ran";
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main())).run(args);
        }
    }

    @Test
    void itSaysWhereItServesAndStopsInOrderOnTerm() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.settle-time=0s")) {
            RestAssured.given()
                    .baseUri("http://127.0.0.1:" + daemon.port())
                    .contentType("application/json")
                    .body("{}")
                    .post("/invoke")
                    .then()
                    .statusCode(200);
            assertThat(daemon.said())
                    .anyMatch(line -> line.contains("Serving POST /invoke (run) on http://127.0.0.1:" + daemon.port()));
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
        }
    }

    @Test
    void aBadSettingEndsItWithASentenceAndExitCodeOne() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launch(Main.class, "--daemon.port=abc")) {
            assertThat(daemon.exitCode()).isEqualTo(1);
            assertThat(String.join("\n", daemon.said()))
                    .contains(
                            "daemon.port is 'abc' (from the command line), but must be a whole number from 0 to 65535")
                    .doesNotContain("Exception", "\tat ");
        }
    }
}
