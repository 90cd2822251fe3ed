package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.answer.ActionAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a daemon says of the calls that it cuts off. */
class CallsInFlightTest {

    /** Tasks that no thread takes. */
    private static final class Queue implements CallThreads {

        private final List<Runnable> tasks = new ArrayList<>();

        @Override
        public boolean executeOrWait(Runnable task) {
            return tasks.add(task);
        }

        @Override
        public void forget(Runnable task) {
            tasks.remove(task);
        }

        @Override
        public Future<?> after(long millis, Runnable task) {
            return new CompletableFuture<>();
        }
    }

    /** A call with nothing but its name. */
    private record Named(String inWords) implements Work {

        @Override
        public void joins(Call call) {}

        @Override
        public @Nullable AverageDuration averageDuration() {
            return null;
        }

        @Override
        public boolean hasDeadline() {
            return false;
        }

        @Override
        public void run() {}

        @Override
        public boolean detach() {
            return false;
        }

        @Override
        public boolean expire(Duration limit) {
            return false;
        }

        @Override
        public void refuse(String detail) {}

        @Override
        public void fail(Throwable thrown, boolean counts) {}

        @Override
        public void send(@Nullable ActionAnswer answer) {}
    }

    private final Queue threads = new Queue();

    private final CallsInFlight inFlight = new CallsInFlight();

    private final WorkerDispatcher dispatcher = new WorkerDispatcher(
            new CallLimits(threads, 100, 100, Duration.ofSeconds(60), Duration.ofSeconds(60), inFlight));

    @Test
    void oneIsNamedUntilItHasEnded() {
        dispatcher.call(new Named("order in activation a-1")).dispatch();
        assertThat(inFlight.inWords()).isEqualTo("1 call: order in activation a-1");
        threads.tasks.remove(0).run();
        assertThat(inFlight.inWords()).isEqualTo("0 calls");
    }

    @Test
    void ofManyTenAreNamed() {
        IntStream.range(0, 37)
                .forEach(i -> dispatcher.call(new Named("order-" + i)).dispatch());
        assertThat(inFlight.inWords()).startsWith("37 calls: order-").endsWith(" and 27 more");
        assertThat(inFlight.inWords().split("order-")).hasSize(11);
    }

    @Test
    void aCallThatEndsOnItsLeaderIsNeverListed() {
        Call call = dispatcher.call(new Named("quick"));
        assertThat(call.lead()).isTrue();
        assertThat(inFlight.inWords()).isEqualTo("0 calls");
        call.runHere();
        call.returned();
        assertThat(inFlight.size()).isZero();
    }
}
