package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

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

    /** As a backend is whose jars have versions that do not fit together. */
    public static final class BrokenBackend implements SLF4JServiceProvider {
        @Override
        public void initialize() {
            throw new NoClassDefFoundError("of/another/Version");
        }

        @Override
        public ILoggerFactory getLoggerFactory() {
            throw new IllegalStateException();
        }

        @Override
        public IMarkerFactory getMarkerFactory() {
            throw new IllegalStateException();
        }

        @Override
        public MDCAdapter getMDCAdapter() {
            return new BasicMDCAdapter();
        }

        @Override
        public String getRequestedApiVersion() {
            return "2.0";
        }
    }

    public static final class WithBrokenBackend {
        public static void main(String[] args) {
            System.setProperty("slf4j.provider", BrokenBackend.class.getName());
            SkillDaemon.run(args, new Main());
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

    @ParameterizedTest
    @ValueSource(strings = {"--daemon.port=0", "actions"})
    void aLoggingBackendThatDoesNotWorkEndsItWithASentenceAndExitCodeOne(String argument) throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launch(WithBrokenBackend.class, argument)) {
            assertThat(daemon.exitCode()).isEqualTo(1);
            assertThat(String.join("\n", daemon.said()))
                    .contains("The daemon cannot start: The logging backend on the class path does not work (")
                    .contains("of/another/Version", "Give all of them one version in pom.xml")
                    .doesNotContain("\tat ");
        }
    }
}
