package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a process, in a whole Java and in a runtime image without the module that has signals. */
class TerminationTest {

    /** A skill that can be told to take long, or to end the process. */
    public static final class Main {
        @SkillAction(path = "slow")
        public String slow() throws InterruptedException {
            System.out.println("begun");
            Thread.sleep(2_000);
            return "answered";
        }

        @SkillAction(path = "exit")
        public void exit() {
            new Thread(() -> System.exit(7)).start();
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main())).run(args);
        }
    }

    private static final String WHOLE = "--add-modules=java.se";

    private static final String WITHOUT_SIGNALS = "--limit-modules=java.se";

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, WITHOUT_SIGNALS})
    void sigtermEndsItWithCodeZeroOnceItsCallsAreAnswered(String modules) throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of(modules, "-Ddaemon.settle-time=100ms"), Main.class)) {
            CompletableFuture<Response> call = daemon.postLater("/slow");
            await().until(() -> daemon.said().contains("begun"));
            daemon.terminate();
            assertThat(call.get(180, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(daemon.exitCode()).isZero();
            await().untilAsserted(() -> assertThat(daemon.said()).anyMatch(line -> line.contains("Stopped after ")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WHOLE, WITHOUT_SIGNALS})
    void aSecondSigtermEndsItAtOnce(String modules) throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of(modules, "-Ddaemon.settle-time=10m"), Main.class)) {
            daemon.terminate();
            await().until(() -> daemon.readiness() == 503);
            daemon.terminate();
            assertThat(daemon.exitCode()).isEqualTo(143);
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
