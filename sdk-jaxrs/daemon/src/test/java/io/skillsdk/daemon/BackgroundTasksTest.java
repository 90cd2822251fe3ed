package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillAction;
import io.skillsdk.daemon.extension.DaemonGauges;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Work after the answer, on whichever route calls come. */
class BackgroundTasksTest {

    /** Public for JAX-RS. */
    public static final class Actions implements AutoCloseable {

        final List<String> events = new CopyOnWriteArrayList<>();

        final CountDownLatch letGo = new CountDownLatch(1);

        @SkillAction(path = "order")
        public String order(String text, BackgroundTasks background) {
            background.add("wait", () -> {
                events.add("began " + MDC.get("activationId"));
                letGo.await();
            });
            background.add("mail", () -> events.add("mailed " + text));
            return text;
        }

        @SkillAction(path = "later")
        public CompletionStage<String> later(String text, BackgroundTasks background) {
            background.add("mail", () -> events.add("mailed " + text));
            return CompletableFuture.supplyAsync(() -> text);
        }

        @SkillAction(path = "fails")
        public String fails(BackgroundTasks background) {
            background.add("mail", () -> events.add("mailed"));
            throw new IllegalStateException("no");
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    private final Actions actions = new Actions();

    private static String body(String text) {
        return "{\"activationId\":\"a-" + text + "\",\"payload\":\"" + text + "\"}";
    }

    @Test
    void theClientHasItsAnswerBeforeTheyEnd() {
        try (SkillDaemon daemon = daemon(actions).start()) {
            assertThat(post(daemon, "/order", body("1")).statusCode()).isEqualTo(200);
            await().until(() -> actions.events.contains("began a-1"));
            actions.letGo.countDown();
            await().until(() -> actions.events.contains("mailed 1"));
            assertThat(post(daemon, "/later", body("2")).statusCode()).isEqualTo(200);
            await().until(() -> actions.events.contains("mailed 2"));
        }
    }

    @Test
    void aCallThatFailsDropsThem() {
        try (SkillDaemon daemon = daemon(actions).start()) {
            assertThat(post(daemon, "/fails", "{}").statusCode()).isEqualTo(500);
        }
        assertThat(actions.events).containsExactly("closed");
    }

    @Test
    void onlySoManyRunAtATimeAndTheGaugesTell() {
        AtomicReference<DaemonGauges> known = new AtomicReference<>();
        try (SkillDaemon daemon = TestExtension.start(daemon(actions).maxBackgroundTasks(2), info -> {
            known.set(info.gauges());
            return List.of();
        })) {
            for (int i = 0; i < 5; i++) {
                assertThat(post(daemon, "/order", body("" + i)).statusCode()).isEqualTo(200);
            }
            await().until(() -> known.get().backgroundTasksRunning() == 2);
            assertThat(known.get().backgroundTasksWaiting()).isEqualTo(2 + 3 * 2);
            assertThat(known.get().maxBackgroundTasks()).isEqualTo(2);
            assertThat(known.get().callsInFlight()).as("they hold no slot").isZero();
            actions.letGo.countDown();
            await().until(() -> actions.events.size() == 10);
            await().until(() ->
                    known.get().backgroundTasksRunning() + known.get().backgroundTasksWaiting() == 0);
        }
    }

    @Test
    void theDrainWaitsForThem() throws Exception {
        SkillDaemon daemon = daemon(actions).start();
        post(daemon, "/order", body("1"));
        await().until(() -> actions.events.contains("began a-1"));
        CompletableFuture<Void> closing =
                CompletableFuture.runAsync(daemon::close, task -> new Thread(task, "closer").start());
        await().pollDelay(Duration.ofMillis(200)).until(() -> !closing.isDone());
        assertThat(actions.events).doesNotContain("closed");
        actions.letGo.countDown();
        closing.get(60, TimeUnit.SECONDS);
        assertThat(actions.events).containsExactly("began a-1", "mailed 1", "closed");
    }

    @Test
    void whatHasNotEndedInTimeIsLoggedByNameAndInterrupted() {
        try (CapturedLog log = CapturedLog.of("io.skillsdk.daemon")) {
            SkillDaemon daemon = daemon(actions)
                    .maxBackgroundTasks(1)
                    .drainTimeout(Duration.ofMillis(300))
                    .start();
            post(daemon, "/order", body("1"));
            post(daemon, "/order", body("2"));
            await().until(() -> actions.events.contains("began a-1"));
            daemon.close();
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "Background tasks have not ended within daemon.drain-timeout, 300 ms",
                                    "'wait' of order in activation a-1",
                                    "'mail' of order in activation a-1 (not begun)",
                                    "'wait' of order in activation a-2 (not begun)"));
        }
        assertThat(actions.events).containsExactly("began a-1", "closed");
    }
}
