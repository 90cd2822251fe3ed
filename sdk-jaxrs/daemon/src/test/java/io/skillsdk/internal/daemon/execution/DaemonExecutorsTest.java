package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class DaemonExecutorsTest {

    private final AtomicInteger mayStart = new AtomicInteger(Integer.MAX_VALUE);

    /** The threads of a process that may have no more than some. */
    private final DaemonExecutors threads = new DaemonExecutors(
            task -> {
                if (mayStart.getAndDecrement() <= 0) {
                    throw new OutOfMemoryError(
                            "unable to create native thread: possibly out of memory or process/resource limits reached");
                }
                return new DaemonThread("test-thread", task);
            },
            UnaryOperator.identity());

    @AfterEach
    void stop() {
        threads.stop();
    }

    /** A work that takes no time. */
    private static final class Short implements Work {

        private final AtomicInteger ran;

        private final AtomicInteger refused;

        private Call call;

        Short(AtomicInteger ran, AtomicInteger refused) {
            this.ran = ran;
            this.refused = refused;
        }

        @Override
        public void joins(Call joined) {
            call = joined;
        }

        @Override
        public @Nullable AverageDuration averageDuration() {
            return null;
        }

        @Override
        public String inWords() {
            return "work";
        }

        @Override
        public boolean hasDeadline() {
            return false;
        }

        @Override
        public void run() {
            call.offer(ErrorAnswers.daemonFailed());
            ran.incrementAndGet();
        }

        @Override
        public void send(@Nullable ActionAnswer answer) {}

        @Override
        public boolean detach() {
            return true;
        }

        @Override
        public boolean expire(Duration limit) {
            return false;
        }

        @Override
        public void refuse(String detail) {
            refused.incrementAndGet();
        }

        @Override
        public void fail(Throwable thrown, boolean counts) {}
    }

    @Test
    void whereNoThreadCanBeStartedCallsAreRunByThoseThatThereAre() {
        threads.start();
        mayStart.set(0);
        CallLimits limits =
                new CallLimits(threads, 2, 2, Duration.ofSeconds(60), Duration.ofSeconds(600), new CallsInFlight());
        WorkerDispatcher dispatcher = new WorkerDispatcher(limits);
        AtomicInteger ran = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        int many = 1_500;
        IntStream.range(0, many)
                .forEach(i -> dispatcher.call(new Short(ran, refused)).dispatch());
        await().untilAsserted(() -> assertThat(ran).hasValue(many));
        assertThat(refused).hasValue(0);
        await().untilAsserted(() -> assertThat(limits.limiter().running()).isZero());
        assertThat(limits.limiter().faults()).isZero();
    }

    @Test
    void whatNoThreadCouldBeStartedForIsDoneByTheNextThatIsFree() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        mayStart.set(0);
        assertThat(threads.executeOrWait(done::countDown)).isFalse();
        goOn.countDown();
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatComesOutOfATaskEndsNoThreadAndNoPeriod() {
        AtomicInteger runs = new AtomicInteger();
        threads.every(1, () -> {
            runs.incrementAndGet();
            throw new AssertionError("of the task");
        });
        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(5));
    }

    @Test
    void theClockRunsNothingItself() {
        AtomicReference<String> ranOn = new AtomicReference<>();
        var unused = threads.after(1, () -> ranOn.set(Thread.currentThread().getName()));
        await().untilAsserted(() -> assertThat(ranOn).hasValue("test-thread"));
    }

    @Test
    void aTaskLeavesNothingBehindOnItsThread() {
        mayStart.set(1);
        AtomicReference<List<Object>> found = new AtomicReference<>();
        threads.execute(() -> {
            MDC.put("customer", "somebody");
            Thread.currentThread().interrupt();
        });
        threads.execute(
                () -> found.set(List.of(Thread.currentThread().isInterrupted(), String.valueOf(MDC.get("customer")))));
        threads.start();
        await().untilAsserted(() -> assertThat(found).hasValue(List.of(false, "null")));
    }

    @Test
    void nothingIsTimedOnceTheDaemonHasStopped() {
        threads.stop();
        assertThat(threads.after(0, () -> {}).isDone()).isTrue();
    }
}
