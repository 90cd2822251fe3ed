package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.schedule.Schedules;
import io.skillsdk.internal.daemon.schedule.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The life of a call in every order in which the threads that it meets can take turns. */
class CallScheduleTest {

    /** Threads that only keep what they are given, for the scenario to run, and timers that the scenario lets ring. */
    private static final class Kept implements CallThreads {

        final List<Runnable> tasks = new ArrayList<>();

        final List<Runnable> timers = new ArrayList<>();

        @Override
        public synchronized boolean executeOrWait(Runnable task) {
            tasks.add(task);
            return false;
        }

        @Override
        public synchronized void forget(Runnable task) {
            tasks.remove(task);
        }

        @Override
        public synchronized Future<?> after(long millis, Runnable task) {
            CompletableFuture<Void> timer = new CompletableFuture<>();
            timers.add(() -> {
                if (!timer.isCancelled()) {
                    task.run();
                }
            });
            return timer;
        }

        Runnable nextTask() {
            return () -> next(tasks).run();
        }

        Runnable nextTimer() {
            return () -> next(timers).run();
        }

        private synchronized Runnable next(List<Runnable> from) {
            return from.isEmpty() ? () -> {} : from.remove(0);
        }

        void runAll() {
            while (!tasks.isEmpty()) {
                next(tasks).run();
            }
        }
    }

    /** A work whose answer is decided by the first thread, with a turn for others before and after each step. */
    private static final class Steps implements Work {

        private final Turns turns;

        private final boolean asynchronous;

        private String answer = "";

        private int sent;

        private boolean detached;

        private Runnable then;

        Steps(Turns turns, boolean asynchronous) {
            this.turns = turns;
            this.asynchronous = asynchronous;
        }

        private synchronized boolean decide(String by) {
            if (!answer.isEmpty()) {
                return false;
            }
            answer = by;
            return true;
        }

        @Override
        public AverageDuration averageDuration() {
            return null;
        }

        @Override
        public boolean hasDeadline() {
            return true;
        }

        @Override
        public void run() {
            turns.yield();
            if (!asynchronous) {
                decide("action");
            }
            turns.yield();
        }

        /** The stage of an asynchronous action. */
        void completes() {
            turns.yield();
            if (decide("stage")) {
                Runnable told;
                synchronized (this) {
                    told = then;
                }
                turns.yield();
                if (told != null) {
                    told.run();
                }
            }
        }

        @Override
        public boolean isAnswered() {
            turns.yield();
            synchronized (this) {
                return !answer.isEmpty();
            }
        }

        @Override
        public synchronized void send() {
            assertThat(answer).isNotEmpty();
            sent++;
        }

        @Override
        public boolean detach() {
            turns.yield();
            synchronized (this) {
                detached = true;
                return true;
            }
        }

        @Override
        public void whenAnswered(Runnable told) {
            turns.yield();
            synchronized (this) {
                assertThat(detached).isTrue();
                then = told;
                if (answer.isEmpty()) {
                    return;
                }
            }
            told.run();
        }

        @Override
        public boolean expire(Duration limit) {
            turns.yield();
            boolean first = decide("deadline");
            turns.yield();
            if (first) {
                send();
            }
            return first;
        }

        @Override
        public void refuse(String detail) {
            turns.yield();
            if (decide("refusal")) {
                send();
            }
        }

        @Override
        public void fail(Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    private abstract static class Life implements Schedules.Scenario {

        final Kept kept = new Kept();

        final WorkerDispatcher dispatcher;

        final Steps work;

        final Call call;

        Life(Turns turns, int mostGivenUp, boolean asynchronous) {
            dispatcher = new WorkerDispatcher(kept, 1, mostGivenUp, Duration.ofSeconds(1), Duration.ofSeconds(1));
            work = new Steps(turns, asynchronous);
            call = dispatcher.call(work);
        }

        @Override
        public void check() {
            kept.runAll();
            assertThat(work.answer).isNotEmpty();
            assertThat(work.sent).isPositive();
            assertThat(dispatcher.limiter().running()).as("places taken").isZero();
            assertThat(dispatcher.limiter().faults())
                    .as("places given back twice")
                    .isZero();
            assertThat(dispatcher.givenUp()).as("threads given up").isZero();
            assertThat(dispatcher.limiter().tryEnter()).as("the place is free").isTrue();
            assertThat(dispatcher.limiter().tryEnter()).as("and there is one").isFalse();
        }
    }

    @Test
    void aCallThatReturnsWhileItsTimeIsUp() {
        for (int mostGivenUp : new int[] {0, 1}) {
            int run = Schedules.all(turns -> new Life(turns, mostGivenUp, false) {
                @Override
                public List<Runnable> threads() {
                    call.dispatch();
                    kept.timers.clear(); // of the wait, which is over
                    Runnable runs = kept.nextTask();
                    return List.of(runs, () -> {
                        turns.yield();
                        turns.yield();
                        kept.nextTimer().run();
                    });
                }
            });
            assertThat(run).isGreaterThan(20);
        }
    }

    @Test
    void anAsynchronousCallThatIsAnsweredWhileItsThreadReturnsAndItsTimeIsUp() {
        int run = Schedules.all(turns -> new Life(turns, 1, true) {
            @Override
            public List<Runnable> threads() {
                call.dispatch();
                kept.timers.clear();
                return List.of(kept.nextTask(), work::completes, () -> {
                    turns.yield();
                    kept.nextTimer().run();
                });
            }
        });
        assertThat(run).isGreaterThan(100);
    }

    @Test
    void aCallThatGetsItsThreadWhileItGivesUpWaiting() {
        int run = Schedules.all(turns -> new Life(turns, 1, false) {
            @Override
            public List<Runnable> threads() {
                call.dispatch();
                Runnable runs = kept.nextTask();
                return List.of(runs, () -> {
                    turns.yield();
                    kept.nextTimer().run();
                });
            }
        });
        assertThat(run).isGreaterThan(5);
    }

    @Test
    void aCallOnALeadingThreadThatIsHandedOverWhileItReturnsAndItsTimeIsUp() {
        for (boolean asynchronous : new boolean[] {false, true}) {
            int run = Schedules.all(turns -> new Life(turns, 1, asynchronous) {
                @Override
                public List<Runnable> threads() {
                    assertThat(call.lead()).isTrue();
                    call.outlastsLeader();
                    List<Runnable> all = new ArrayList<>(List.of(
                            () -> {
                                call.runHere();
                                call.returned();
                            },
                            kept.nextTimer()));
                    if (asynchronous) {
                        all.add(work::completes);
                    }
                    return all;
                }
            });
            assertThat(run).isGreaterThan(20);
        }
    }

    @Test
    void twoCallsForOnePlace() {
        int run = Schedules.all(turns -> new Life(turns, 1, false) {

            private final Steps second = new Steps(turns, false);

            @Override
            public List<Runnable> threads() {
                call.dispatch();
                kept.timers.clear();
                Runnable runs = kept.nextTask();
                dispatcher.call(second).dispatch();
                Runnable impatient = kept.nextTimer();
                return List.of(runs, () -> {
                    turns.yield();
                    turns.yield();
                    impatient.run();
                });
            }

            @Override
            public void check() {
                super.check();
                assertThat(second.answer).isIn("action", "refusal");
                assertThat(second.sent).isPositive();
            }
        });
        assertThat(run).isGreaterThan(20);
    }

    @Test
    void aCallLeadsOnlyWithAPlaceAndOneThatIsHandedOverKeepsIt() {
        Schedules.all(turns -> new Life(turns, 0, false) {
            @Override
            public List<Runnable> threads() {
                assertThat(call.lead()).isTrue();
                call.outlastsLeader();
                assertThat(dispatcher.call(new Steps(turns, false)).lead())
                        .as("one more than may run")
                        .isFalse();
                kept.nextTimer().run();
                assertThat(work.answer).isEqualTo("deadline");
                assertThat(dispatcher.limiter().running())
                        .as("no more threads may be given up")
                        .isEqualTo(1);
                return List.of(call::returned);
            }
        });
    }

    @Test
    void aThreadThatIsGivenUpIsCountedUntilItIsBack() {
        Schedules.all(turns -> new Life(turns, 1, false) {
            @Override
            public List<Runnable> threads() {
                assertThat(call.lead()).isTrue();
                call.outlastsLeader();
                kept.nextTimer().run();
                assertThat(dispatcher.givenUp()).isEqualTo(1);
                assertThat(dispatcher.limiter().running()).isZero();
                return List.of(call::returned);
            }
        });
    }
}
