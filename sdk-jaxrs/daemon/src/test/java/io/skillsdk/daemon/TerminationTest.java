package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a process, in a whole Java and in a runtime image without the module that has signals. */
class TerminationTest {

    /** A skill that can be told to take long, or to end the process. */
    public static final class Main implements AutoCloseable {
        @SkillAction(path = "slow")
        public String slow() throws InterruptedException {
            System.out.println("begun");
            Thread.sleep(1_000);
            return "answered";
        }

        @SkillAction(path = "exit")
        public void exit() {
            new Thread(() -> System.exit(7)).start();
        }

        @Override
        public void close() {
            System.out.println("closed");
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main()))
                    .onStop(() -> System.out.println("hook run"))
                    .run(args);
        }
    }

    private static final String WHOLE = "--add-modules=java.se";

    private static final String WITHOUT_SIGNALS = "--limit-modules=java.se";

    @ParameterizedTest
    @CsvSource({
        WHOLE + ", TERM",
        WHOLE + ", INT",
        WHOLE + ", HUP",
        WITHOUT_SIGNALS + ", TERM",
        WITHOUT_SIGNALS + ", INT"
    })
    void aSignalEndsItWithCodeZeroOnceItsCallsAreAnsweredAndAllIsClosed(String modules, String signal)
            throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of(modules, "-Ddaemon.settle-time=100ms"), Main.class)) {
            CompletableFuture<Response> call = daemon.postLater("/slow");
            await().until(() -> daemon.said().contains("begun"));
            daemon.signal(signal);
            assertThat(call.get(180, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(daemon.exitCode()).isZero();
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.endsWith("Stopping"))
                    .containsSubsequence("hook run", "closed")
                    .anyMatch(line -> line.contains("Stopped after ")));
        }
    }

    @ParameterizedTest
    @CsvSource({WHOLE + ", TERM, INT, 130", WITHOUT_SIGNALS + ", TERM, TERM, 143", WITHOUT_SIGNALS + ", TERM, INT, 130"
    })
    void aSecondSignalEndsItAtOnce(String modules, String first, String second, int code) throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of(modules, "-Ddaemon.settle-time=10m"), Main.class)) {
            daemon.signal(first);
            await().until(() -> daemon.readiness() == 503);
            daemon.signal(second);
            assertThat(daemon.exitCode()).isEqualTo(code);
            assertThat(daemon.said()).doesNotContain("closed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, WITHOUT_SIGNALS})
    void anExitOfTheSkillsOwnKeepsItsCode(String modules) throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of(modules, "-Ddaemon.settle-time=10m"), Main.class)) {
            daemon.postLater("/exit"); // which may be answered, or not
            assertThat(daemon.exitCode()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, WITHOUT_SIGNALS})
    void aStartThatFailsHasExitCodeOne(String modules) throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launchWith(List.of(modules, "-Ddaemon.port=no"), Main.class)) {
            assertThat(daemon.exitCode()).isEqualTo(1);
        }
    }
}
