package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class BackgroundTasksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<String> events = new CopyOnWriteArrayList<>();

    private final CountDownLatch letGo = new CountDownLatch(1);

    final class Actions {

        final AtomicReference<BackgroundTasks> kept = new AtomicReference<>();

        @SkillAction
        public String orders(String text, BackgroundTasks background) {
            background.add("first", () -> {
                letGo.await();
                events.add("first");
            });
            background.add("second", () -> events.add("second"));
            return text;
        }

        @SkillAction
        public String logs(BackgroundTasks background) {
            MDC.put("tenant", "t-1");
            background.add("log", () -> {
                events.add(MDC.get("action") + " " + MDC.get("activationId") + " " + MDC.get("tenant"));
                MDC.put("tenant", "of the task");
            });
            background.add("log again", () -> events.add(MDC.get("tenant")));
            return "logged";
        }

        @SkillAction
        public String oneFails(BackgroundTasks background) {
            background.add("broken", () -> {
                throw new IllegalStateException("no mail");
            });
            background.add("next", () -> events.add("next"));
            return "done";
        }

        @SkillAction
        public String refuses(BackgroundTasks background) {
            background.add("never", () -> events.add("never"));
            throw SkillException.conflict("It is there.");
        }

        @SkillAction
        public String hangs(BackgroundTasks background) throws InterruptedException {
            background.add("never", () -> events.add("never"));
            letGo.await();
            return "late";
        }

        @SkillAction
        public CompletionStage<String> later(BackgroundTasks background) {
            return CompletableFuture.supplyAsync(() -> {
                background.add("from a stage", () -> events.add(MDC.get("action")));
                return "later";
            });
        }

        @SkillAction
        public String keeps(BackgroundTasks background) {
            kept.set(background);
            return "kept";
        }

        @SkillAction
        public String floods(BackgroundTasks background) {
            for (int i = 0; i <= 10_000; i++) {
                background.add("drop", () -> events.add("one"));
            }
            return "never";
        }
    }

    private final Actions actions = new Actions();

    private final SkillTester tester = SkillTester.of(actions).field("activationId", "a-1");

    private TestResponse call(String action) {
        return tester.action(action).invoke(action.equals("orders") ? "x" : Map.of());
    }

    @Test
    void theyRunAfterTheAnswerInTheOrderInWhichTheyWereAdded() {
        TestResponse answer = call("orders");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(events).isEmpty();
        letGo.countDown();
        answer.awaitBackgroundTasks(PATIENCE);
        assertThat(events).containsExactly("first", "second");
    }

    @Test
    void theyHaveTheLoggingContextOfTheCall() {
        call("logs").awaitBackgroundTasks(PATIENCE);
        assertThat(events).containsExactly("logs a-1 t-1", "t-1");
    }

    @Test
    void aTaskThatFailsIsTheTestsToSeeAndTheNextOneRuns() {
        assertThatThrownBy(() -> call("oneFails").awaitBackgroundTasks(PATIENCE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no mail")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(events).containsExactly("next");
    }

    @Test
    void tasksThatDoNotEndAreNamed() {
        assertThatThrownBy(() -> call("orders").awaitBackgroundTasks(Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'second' of orders in activation a-1 (not begun)");
        letGo.countDown();
    }

    @Test
    void aCallWithoutAResultDropsThem() {
        assertThat(call("refuses").awaitBackgroundTasks(PATIENCE).status()).isEqualTo(409);
        assertThat(tester.action("hangs")
                        .timeout(Duration.ofMillis(50))
                        .invoke(Map.of())
                        .awaitBackgroundTasks(PATIENCE)
                        .status())
                .isEqualTo(504);
        assertThat(events).isEmpty();
        letGo.countDown();
    }

    @Test
    void anAsynchronousActionAddsThemUntilItsStageCompletes() {
        call("later").awaitBackgroundTasks(PATIENCE);
        assertThat(events).containsExactly("later");
    }

    @Test
    void afterTheAnswerNoneCanBeAdded() {
        call("keeps").awaitBackgroundTasks(PATIENCE);
        assertThatThrownBy(() -> actions.kept.get().add("late", () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'late' comes too late");
    }

    @Test
    void moreThanCanWaitAreRefusedAndNoneIsLost() {
        assertThat(call("floods").awaitBackgroundTasks(PATIENCE).status()).isEqualTo(429);
        assertThat(events).isEmpty();
        for (int i = 0; i < 3; i++) {
            call("logs").awaitBackgroundTasks(PATIENCE);
        }
        assertThat(events).as("their room is free again").hasSize(6);
    }

    @Test
    void twoBackgroundParametersAreRefused() {
        final class Twice {
            @SkillAction
            public void run(BackgroundTasks one, BackgroundTasks other) {}
        }
        assertThatThrownBy(() -> SkillTester.of(new Twice())).hasMessageContaining("BackgroundTasks twice");
    }
}
