package io.skillsdk.internal.daemon.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.schedule.Schedules;
import io.skillsdk.internal.daemon.schedule.Turns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of a call in every order in which the threads that it meets can take turns. */
@Tag("one-jdk")
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

    /** A work that answers whole, or takes the right first and writes by itself, with a turn for others before and after each step. */
    private static final class Steps implements Work {

        private final Turns turns;

        private final boolean asynchronous;

        private final boolean writes;

        private final List<String> counted = new ArrayList<>();

        private final List<String> sent = new ArrayList<>();

        private Call call;

        private boolean detached;

        private boolean finished;

        Steps(Turns turns, boolean asynchronous, boolean writes) {
            this.turns = turns;
            this.asynchronous = asynchronous;
            this.writes = writes;
        }

        /** As a whole answer, or through the runtime, which takes the right, writes and then tells of it. */
        private void answer(String by) {
            if (!writes) {
                if (call.offer(ofStatus(by))) {
                    count(by);
                }
            } else if (call.take()) {
                count(by);
                turns.yield();
                synchronized (this) {
                    finished = true;
                }
                turns.yield();
                call.decide(null);
            }
        }

        private synchronized void count(String by) {
            counted.add(by);
        }

        private static ActionAnswer ofStatus(String by) {
            return new ActionAnswer(200, by.getBytes(UTF_8), Map.of());
        }

        @Override
        public void joins(Call joined) {
            call = joined;
        }

        @Override
        public AverageDuration averageDuration() {
            return null;
        }

        @Override
        public String inWords() {
            return "work";
        }

        @Override
        public boolean hasDeadline() {
            return true;
        }

        @Override
        public void run() {
            turns.yield();
            if (!asynchronous) {
                answer("action");
            }
            turns.yield();
        }

        /** The stage of an asynchronous action. */
        void completes() {
            turns.yield();
            answer("stage");
        }

        @Override
        public synchronized void send(ActionAnswer answer) {
            sent.add(answer == null ? "written" : new String(answer.body(), UTF_8));
            finished = true;
        }

        @Override
        public boolean detach() {
            turns.yield();
            synchronized (this) {
                detached |= !finished;
                return !finished;
            }
        }

        @Override
        public boolean expire(Duration limit) {
            turns.yield();
            if (!call.take()) {
                return false;
            }
            count("deadline");
            turns.yield();
            call.decide(ofStatus("deadline"));
            turns.yield();
            return true;
        }

        @Override
        public void refuse(String detail) {
            turns.yield();
            if (call.offer(ofStatus("refusal"))) {
                count("refusal");
            }
        }

        @Override
        public void fail(Throwable thrown, boolean counts) {
            throw new AssertionError(thrown);
        }

        /** The one answer that counts is the one that is sent, once. */
        void check() {
            assertThat(counted).as("answers that count").hasSize(1);
            String by = counted.get(0);
            boolean written = writes && (by.equals("action") || by.equals("stage"));
            assertThat(sent).as("answers sent").containsExactly(written ? "written" : by);
        }
    }

    private abstract static class Life implements Schedules.Scenario {

        final Kept kept = new Kept();

        final CallsInFlight inFlight = new CallsInFlight();

        final CallLimits limits;

        final WorkerDispatcher dispatcher;

        final Steps work;

        final Call call;

        Life(Turns turns, int mostGivenUp, boolean asynchronous) {
            this(turns, mostGivenUp, asynchronous, false);
        }

        Life(Turns turns, int mostGivenUp, boolean asynchronous, boolean writes) {
            limits = new CallLimits(kept, 1, mostGivenUp, Duration.ofSeconds(1), Duration.ofSeconds(1), inFlight);
            dispatcher = new WorkerDispatcher(limits);
            work = new Steps(turns, asynchronous, writes);
            call = dispatcher.call(work);
        }

        @Override
        public void check() {
            kept.runAll();
            work.check();
            assertThat(limits.limiter().running()).as("places taken").isZero();
            assertThat(limits.limiter().faults()).as("places given back twice").isZero();
            assertThat(dispatcher.givenUp()).as("threads given up").isZero();
            assertThat(inFlight.size()).as("calls in flight").isZero();
            assertThat(limits.limiter().tryEnter()).as("the place is free").isTrue();
            assertThat(limits.limiter().tryEnter()).as("and there is one").isFalse();
        }
    }

    @Test
    void aCallThatReturnsWhileItsTimeIsUp() {
        for (int variant = 0; variant < 4; variant++) {
            int mostGivenUp = variant % 2;
            boolean writes = variant > 1;
            int run = Schedules.all(turns -> new Life(turns, mostGivenUp, false, writes) {
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
        for (boolean writes : new boolean[] {false, true}) {
            int run = Schedules.all(turns -> new Life(turns, 1, true, writes) {
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
        for (int variant = 0; variant < 3; variant++) {
            boolean asynchronous = variant == 2;
            boolean writes = variant > 0;
            int run = Schedules.all(turns -> new Life(turns, 1, asynchronous, writes) {
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

            private final Steps second = new Steps(turns, false, false);

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
                second.check();
                assertThat(second.counted).isSubsetOf("action", "refusal");
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
                assertThat(dispatcher.call(new Steps(turns, false, false)).lead())
                        .as("one more than may run")
                        .isFalse();
                kept.nextTimer().run();
                assertThat(work.sent).containsExactly("deadline");
                assertThat(limits.limiter().running())
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
                assertThat(limits.limiter().running()).isZero();
                return List.of(call::returned);
            }
        });
    }
}
