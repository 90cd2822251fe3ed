package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillAction;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
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

    static final class HookHangs {
        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder())
                    .action(Pool.class, () -> {
                        System.out.println("pool made");
                        return new Pool();
                    })
                    .onStart(() -> {
                        System.out.println("in the hook");
                        sleep(600_000);
                    })
                    .run(args);
        }
    }

    /** An action that leaves work for after its answer. */
    static final class Leaves extends Pool {
        @SkillAction(path = "leave")
        public String leave(long millis, BackgroundTasks background) {
            background.add("sleep", () -> {
                System.out.println("task began");
                sleep(millis);
                System.out.println("task ended");
            });
            background.add("after it", () -> System.out.println("next task"));
            return "left";
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder())
                    .action(Leaves.class, () -> {
                        System.out.println("pool made");
                        return new Leaves();
                    })
                    .run(args);
        }
    }

    private static DaemonUnderTest withTask(long millis, String... args) throws Exception {
        DaemonUnderTest daemon = DaemonUnderTest.start(Leaves.class, args);
        assertThat(RestAssured.given()
                        .body("{\"payload\":" + millis + ",\"activationId\":\"a-1\"}")
                        .post("http://127.0.0.1:" + daemon.port() + "/leave")
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> daemon.said().contains("task began"));
        return daemon;
    }

    @Test
    void backgroundWorkIsFinishedBeforeTheEnd() throws Exception {
        try (DaemonUnderTest daemon = withTask(700, "--daemon.settle-time=0s")) {
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            assertThat(daemon.said()).containsSubsequence("task began", "task ended", "next task", "pool closed");
        }
    }

    @Test
    void backgroundWorkThatDoesNotEndIsNamedAndInterruptedAndTheRestIsClosed() throws Exception {
        try (DaemonUnderTest daemon = withTask(600_000, "--daemon.settle-time=0s", "--daemon.drain-timeout=300ms")) {
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            assertThat(daemon.said())
                    .anyMatch(line -> line.contains("'sleep' of leave in activation a-1")
                            && line.contains("'after it' of leave in activation a-1 (not begun)"))
                    .containsOnlyOnce("pool closed")
                    .doesNotContain("task ended", "next task");
        }
    }

    @Test
    void aSecondSignalDuringBackgroundWorkEndsItAtOnce() throws Exception {
        try (DaemonUnderTest daemon = withTask(600_000, "--daemon.settle-time=0s")) {
            daemon.terminate();
            await().until(() -> daemon.said().stream().anyMatch(line -> line.endsWith("Stopping")));
            daemon.terminate();
            assertThat(daemon.exitCode()).isEqualTo(143);
            assertThat(daemon.said()).doesNotContain("pool closed");
        }
    }

    @Test
    void duringAnOnStartHookWhatWasMadeIsClosedAndTheExitCodeIs0() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.launch(HookHangs.class, "--daemon.port=0")) {
            await().until(() -> daemon.said().contains("in the hook"));
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            assertThat(daemon.said())
                    .containsSubsequence("pool made", "interrupted", "pool closed")
                    .noneMatch(line -> line.contains("cannot start") || line.startsWith("Exception"));
        }
    }

    /** Before the daemon listens to signals nothing is made, and the JVM ends by itself; from then on what was made is closed. */
    @Test
    void atAnyMomentOfAStartNothingIsLeftHalfClosed() throws Exception {
        long whole;
        try (DaemonUnderTest daemon =
                DaemonUnderTest.launch(Leaves.class, "--daemon.port=0", "--daemon.host=127.0.0.1")) {
            long begin = System.nanoTime();
            daemon.port();
            whole = System.nanoTime() - begin;
        }
        for (int i = 1; i <= 5; i++) {
            try (DaemonUnderTest daemon = DaemonUnderTest.launch(
                    Leaves.class, "--daemon.port=0", "--daemon.host=127.0.0.1", "--daemon.settle-time=0s")) {
                LockSupport.parkNanos(whole * i / 6);
                daemon.terminate();
                int code = daemon.exitCode();
                long made = daemon.said().stream().filter("pool made"::equals).count();
                assertThat(daemon.said().stream().filter("pool closed"::equals).count())
                        .as("exit code %s: %s", code, daemon.said())
                        .isEqualTo(made);
                assertThat(code).as("%s", daemon.said()).isIn(0, 143);
                if (made == 1) {
                    assertThat(code).isZero();
                }
            }
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
            CompletableFuture<Integer> call = CompletableFuture.supplyAsync(
                    () -> RestAssured.given()
                            .body("{\"payload\":{}}")
                            .post("http://127.0.0.1:" + port + "/invoke")
                            .statusCode(),
                    task -> new Thread(task, "caller").start());
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
