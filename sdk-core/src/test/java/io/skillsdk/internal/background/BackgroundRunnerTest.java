package io.skillsdk.internal.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.SkillException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** The tasks of calls, on threads that the test runs itself. */
class BackgroundRunnerTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();

    private final BackgroundRunner runner = new BackgroundRunner(2, threads::add);

    private final List<String> log = new ArrayList<>();

    private CallTasks call(String name, int tasks) {
        CallTasks all = runner.of(new TaskOwner() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void within(Runnable work) {
                work.run();
            }

            @Override
            public void failed(String task, Throwable thrown) {
                log.add(task + " failed");
            }
        });
        for (int i = 0; i < tasks; i++) {
            String task = name + i;
            all.add(task, () -> log.add(task));
        }
        return all;
    }

    private static void end(CallTasks call) {
        call.answered(true);
        call.sent();
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    @Test
    void tasksRunInTheirOrderOnceTheAnswerIsSent() {
        CallTasks call = call("a", 3);
        call.answered(true);
        assertThat(threads).isEmpty();
        call.sent();
        runAll();
        assertThat(log).containsExactly("a0", "a1", "a2");
        assertThat(call.ended()).isCompleted();
        assertThat(runner.waiting()).isZero();
        assertThat(runner.isIdle()).isTrue();
    }

    @Test
    void itDoesNotMatterWhetherTheAnswerIsSentOrMadeFirst() {
        CallTasks call = call("a", 1);
        call.sent();
        assertThat(threads).isEmpty();
        call.answered(true);
        call.answered(false);
        call.sent();
        runAll();
        assertThat(log).containsExactly("a0");
    }

    @Test
    void withoutAResultNothingRuns() {
        CallTasks call = call("a", 2);
        call.answered(false);
        call.sent();
        runAll();
        assertThat(log).isEmpty();
        assertThat(call.ended()).isCompleted();
        assertThat(runner.waiting()).isZero();
    }

    @Test
    void theTasksOfSoManyCallsRunAtATimeAndTheOthersWaitInTheirOrder() {
        List<CallTasks> calls = List.of(call("a", 1), call("b", 1), call("c", 1), call("d", 1));
        calls.forEach(BackgroundRunnerTest::end);
        assertThat(threads).hasSize(2);
        runAll();
        assertThat(log).containsExactlyInAnyOrder("a0", "b0", "c0", "d0").containsSubsequence("a0", "c0", "d0");
        assertThat(calls).allSatisfy(call -> assertThat(call.ended()).isCompleted());
    }

    @Test
    void aTaskThatFailsDoesNotKeepTheNextOne() {
        CallTasks call = call("a", 1);
        call.add("bad", () -> {
            throw new IllegalStateException("bad");
        });
        call.add("good", () -> log.add("good"));
        end(call);
        runAll();
        assertThat(log).containsExactly("a0", "bad failed", "good");
        assertThat(call.failure()).hasMessage("bad");
        assertThat(call.ended()).isCompleted();
    }

    @Test
    void aTaskThatComesAfterTheAnswerIsRefused() {
        CallTasks call = call("a", 0);
        call.answered(true);
        assertThatIllegalStateException()
                .isThrownBy(() -> call.add("late", () -> {}))
                .withMessageContaining("'late' comes too late");
        assertThat(runner.waiting()).isZero();
    }

    @Test
    void whatIsMoreThanCanBeHeldIsRefusedAndNothingIsLost() {
        CallTasks call = call("a", BackgroundRunner.MOST_WAITING);
        assertThat(catchThrowableOfType(SkillException.class, () -> call.add("more", () -> {}))
                        .status())
                .isEqualTo(429);
        end(call);
        runAll();
        assertThat(log).hasSize(BackgroundRunner.MOST_WAITING);
        call("b", 1).answered(false);
        assertThat(runner.waiting()).isZero();
    }

    @Test
    void whatHasNotBegunWhenItStopsIsNamedAndForgotten() {
        CallTasks first = call("a", 1);
        CallTasks second = call("b", 2);
        CallTasks third = call("c", 1);
        List.of(first, second, third).forEach(BackgroundRunnerTest::end);
        assertThat(runner.stop())
                .containsExactlyInAnyOrder(
                        "'a0' of a (not begun)",
                        "'b0' of b (not begun)",
                        "'b1' of b (not begun)",
                        "'c0' of c (not begun)");
        runAll();
        assertThat(log).isEmpty();
        assertThat(runner.waiting()).isZero();
        end(call("late", 1));
        runAll();
        assertThat(log).isEmpty();
        assertThat(runner.waiting()).isZero();
    }

    @Test
    void withoutAThreadTasksAreLostAndTheCallEnds() {
        BackgroundRunner none = new BackgroundRunner(1, task -> {
            throw new RejectedExecutionException();
        });
        CallTasks call = none.of(new TaskOwner() {
            @Override
            public String name() {
                return "a";
            }

            @Override
            public void within(Runnable work) {
                work.run();
            }

            @Override
            public void failed(String task, Throwable thrown) {}
        });
        call.add("task", () -> log.add("task"));
        end(call);
        assertThat(log).isEmpty();
        assertThat(call.ended()).isCompleted();
        assertThat(none.waiting()).isZero();
        assertThat(none.isIdle()).isTrue();
    }

    @Test
    void howeverCallsEndNoTaskIsCountedForEver() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            int run = log.size();
            int expected = 0;
            List<CallTasks> calls = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int tasks = random.nextInt(4);
                CallTasks call = call("x", tasks);
                calls.add(call);
                boolean result = random.nextBoolean();
                expected += result ? tasks : 0;
                if (random.nextBoolean()) {
                    call.sent();
                    call.answered(result);
                } else {
                    call.answered(result);
                    call.sent();
                }
                if (random.nextBoolean()) {
                    runAll();
                }
            }
            runAll();
            assertThat(log.size() - run).as("seed %d", seed).isEqualTo(expected);
            assertThat(runner.waiting()).as("seed %d", seed).isZero();
            assertThat(runner.isIdle()).as("seed %d", seed).isTrue();
            assertThat(calls).allSatisfy(call -> assertThat(call.ended()).isCompleted());
        }
    }

    /** Errors of the virtual machine end the process, but an overflow of the stack concerns its task alone. */
    @Test
    void aTaskThatOverflowsItsStackDoesNotKeepTheNextOne() {
        CallTasks call = call("a", 0);
        call.add("deep", BackgroundRunnerTest::overflow);
        call.add("good", () -> log.add("good"));
        CallTasks next = call("b", 1);
        end(call);
        end(next);
        runAll();
        assertThat(log).containsExactly("deep failed", "good", "b0");
        assertThat(call.failure()).isInstanceOf(StackOverflowError.class);
        assertThat(runner.isIdle()).isTrue();
    }

    private static void overflow() {
        throw new StackOverflowError("as from a recursion");
    }
}
