package io.skillsdk.internal.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.BackgroundTasks;
import io.skillsdk.SkillAction;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls without a server, and the thread that waits for them. */
@Timeout(60)
class InvocationRunTest {

    /** An action that waits until it is told to go on, or interrupted. */
    public static final class Waiting {
        private final CountDownLatch running = new CountDownLatch(1);

        private final CountDownLatch go = new CountDownLatch(1);

        private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

        @SkillAction
        Map<String, Object> hold(Map<String, Object> payload) throws InterruptedException {
            running.countDown();
            try {
                interrupted.complete(!go.await(50, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
            return Map.of("held", true);
        }
    }

    public static final class WithTask {
        private final CountDownLatch go = new CountDownLatch(1);

        @SkillAction
        Map<String, Object> answer(Map<String, Object> payload, BackgroundTasks tasks) {
            tasks.add("waits", () -> assertThat(go.await(50, TimeUnit.SECONDS)).isTrue());
            if (payload.containsKey("bad")) {
                tasks.add("fails", () -> {
                    throw new IllegalStateException("disk full");
                });
            }
            return Map.of("ok", true);
        }
    }

    @Test
    void anInterruptOfTheCallerEndsTheActionAndIsKept() throws Exception {
        Waiting action = new Waiting();
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                SkillTester.of(action).timeout(Duration.ofSeconds(50)).invoke(Map.of());
                ended.complete("answered");
            } catch (RuntimeException | Error e) {
                ended.complete(e.getMessage() + " interrupted="
                        + Thread.currentThread().isInterrupted());
            }
        });
        caller.setDaemon(true);
        caller.start();
        assertThat(action.running.await(50, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(ended.get(50, TimeUnit.SECONDS))
                .isEqualTo("Interrupted while the action 'hold' was running. interrupted=true");
        assertThat(action.interrupted.get(50, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallerThatIsInterruptedBeforeCallsNothingForLong() {
        Thread.currentThread().interrupt();
        try {
            Waiting action = new Waiting();
            assertThatThrownBy(() -> SkillTester.of(action).invoke(Map.of())).hasMessageContaining("Interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void theAnswerComesBeforeItsTasksHaveRunAndTheTasksAreNamedThatHaveNot() {
        WithTask action = new WithTask();
        TestResponse response = SkillTester.of(action).invoke(Map.of());
        assertThat(response.status()).isEqualTo(200);
        assertThatThrownBy(() -> response.awaitBackgroundTasks(Duration.ofMillis(50)))
                .hasMessageContaining("have not ended within 50 ms")
                .hasMessageContaining("'waits'");
        action.go.countDown();
        response.awaitBackgroundTasks(Duration.ofSeconds(50));
    }

    @Test
    void aTaskThatFailsIsTold() {
        WithTask action = new WithTask();
        action.go.countDown();
        TestResponse response = SkillTester.of(action).invoke(Map.of("bad", 1));
        assertThat(response.status()).isEqualTo(200);
        assertThatThrownBy(() -> response.awaitBackgroundTasks(Duration.ofSeconds(50)))
                .hasMessageContaining("disk full");
    }
}
