package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** SIGTERM at any moment of a skill's life. */
class SkillLifeProcessTest {

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            System.out.println("interrupted");
            throw new IllegalStateException("interrupted", e);
        }
    }

    static class Pool implements AutoCloseable {
        @SkillAction
        public String use() throws InterruptedException {
            System.out.println("in use");
            Thread.sleep(700);
            return "used";
        }

        @Override
        public void close() {
            System.out.println("pool closed");
        }
    }

    static final class SlowlyMade {
        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder())
                    .action(new Pool())
                    .action(Other.class, () -> {
                        System.out.println("being made");
                        sleep(600_000);
                        return new Other();
                    })
                    .run(args);
        }
    }

    static final class Other {
        @SkillAction(path = "other")
        public String other() {
            return "other";
        }
    }

    static final class SlowlyClosed extends Pool {
        @Override
        public void close() {
            System.out.println("closing");
            sleep(600_000);
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder()).action(new SlowlyClosed()).run(args);
        }
    }

    static final class OwnMain {
        public static void main(String[] args) throws InterruptedException {
            SkillDaemon daemon = Calls.through(SkillDaemon.builder())
                    .action(new Pool())
                    .host("127.0.0.1")
                    .port(0)
                    .settleTime(Duration.ZERO)
                    .start();
            daemon.await();
            System.out.println("after await");
        }
    }

    @Test
    void duringASlowStartWhatWasMadeIsClosedAndTheExitCodeIs0() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launch(SlowlyMade.class, "--daemon.port=0")) {
            await().until(() -> daemon.said().contains("being made"));
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            assertThat(daemon.said()).contains("interrupted", "pool closed");
        }
    }

    @Test
    void aDaemonThatIsStartedAndAwaitedFinishesItsCallsAndTheMainMethodGoesOn() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launch(OwnMain.class)) {
            int port = daemon.port();
            CompletableFuture<Integer> call = CompletableFuture.supplyAsync(() -> RestAssured.given()
                    .body("{\"payload\":{}}")
                    .post("http://127.0.0.1:" + port + "/invoke")
                    .statusCode());
            await().until(() -> daemon.said().contains("in use"));
            daemon.terminate();
            assertThat(call.join()).isEqualTo(200);
            assertThat(daemon.exitCode()).isZero();
            assertThat(daemon.said()).containsSubsequence("in use", "pool closed", "after await");
        }
    }

    /** The line that tells of an open port takes a while to be written. */
    static final class SlowlyTold {
        public static void main(String[] args) {
            System.setOut(new PrintStream(System.out, true) {
                @Override
                public void write(byte[] bytes, int from, int length) {
                    super.write(bytes, from, length);
                    if (new String(bytes, from, length, StandardCharsets.UTF_8).contains("Serving ")) {
                        SkillLifeProcessTest.sleep(3_000);
                    }
                }
            });
            Calls.through(SkillDaemon.builder()).action(new Pool()).run(args);
        }
    }

    @Test
    void aSignalAtTheEndOfTheStartLeavesClientsTimeToSettle() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(SlowlyTold.class, "--daemon.settle-time=10m")) {
            daemon.terminate();
            await().until(() -> RestAssured.given()
                            .get("http://127.0.0.1:" + daemon.port() + "/health/ready")
                            .statusCode()
                    == 503);
            daemon.terminate();
            assertThat(daemon.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void aSecondSignalEndsASlowCloseAtOnce() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(SlowlyClosed.class, "--daemon.settle-time=0s")) {
            daemon.terminate();
            await().until(() -> daemon.said().contains("closing"));
            daemon.terminate();
            assertThat(daemon.exitCode()).isEqualTo(143);
        }
    }
}
