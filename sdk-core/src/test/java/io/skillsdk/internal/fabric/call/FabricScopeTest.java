package io.skillsdk.internal.fabric.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.fabric.wire.Budget;
import io.skillsdk.internal.fabric.wire.Endpoints;
import io.skillsdk.internal.fabric.wire.PlatformRequest.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call lends, and takes back at its end. */
@Timeout(60)
class FabricScopeTest {

    private static FabricScope scope(Duration timeout, @Nullable Instant deadline) {
        return new FabricScope(new Endpoints("http://h", null, null), what -> "t", timeout, deadline, Map.of());
    }

    private static Duration left(Budget budget) {
        return Duration.ofNanos(budget.leftNanos());
    }

    @Test
    void aRequestMayTakeTheTimeoutOrWhatIsLeftOfTheCall() {
        FabricScope scope = scope(Duration.ofSeconds(10), Instant.now().plusSeconds(100));
        Duration reserved = Duration.ofMillis(99_750);
        assertThat(left(scope.budget(Time.SHORT, "x"))).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
        assertThat(left(scope.budget(Time.WHOLE, "x"))).isBetween(Duration.ofSeconds(95), reserved);
        Budget transfer = scope.budget(Time.TRANSFER, "x");
        assertThat(left(transfer)).isBetween(Duration.ofSeconds(95), reserved);
        assertThat(Duration.ofNanos(transfer.patienceNanos())).isEqualTo(Duration.ofSeconds(10));
        FabricScope shorter = scope(Duration.ofSeconds(200), Instant.now().plusSeconds(100));
        assertThat(left(shorter.budget(Time.SHORT, "x"))).isBetween(Duration.ofSeconds(95), reserved);
    }

    @Test
    void withoutTimeLeftForTheAnswerNothingIsSent() {
        FabricScope scope = scope(Duration.ofSeconds(10), Instant.now().plusMillis(200));
        assertThat(scope.left()).isEqualTo(Duration.ZERO);
        for (Time time : Time.values()) {
            assertThatThrownBy(() -> scope.budget(time, "content 'a'"))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("content 'a'")
                    .hasMessageContaining("nothing was sent");
        }
    }

    @Test
    void aDeadlineBeyondAllCalendarsIsTimeEnough() {
        assertThat(scope(Duration.ofSeconds(1), Instant.MAX).left()).isEqualTo(Duration.ofDays(1));
        assertThat(left(scope(Duration.ofSeconds(1), Instant.MAX).budget(Time.WHOLE, "x")))
                .isGreaterThan(Duration.ofHours(1));
        assertThat(scope(Duration.ofSeconds(1), null).left()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatIsOpenIsClosedWithTheCallAndWhatComesLaterAtOnce() {
        FabricScope scope = scope(Duration.ofSeconds(10), null);
        List<String> closed = new ArrayList<>();
        AutoCloseable forgotten = () -> closed.add("forgotten");
        scope.opened(forgotten);
        scope.closed(forgotten);
        scope.opened(() -> {
            closed.add("bad");
            throw new IllegalStateException("cannot be closed");
        });
        scope.opened(() -> closed.add("good"));
        scope.close();
        scope.close();
        assertThat(closed).containsExactlyInAnyOrder("bad", "good");
        assertThatIllegalStateException().isThrownBy(() -> scope.opened(() -> closed.add("late")));
        assertThat(closed).contains("late");
        assertThatIllegalStateException()
                .isThrownBy(() -> scope.token("x"))
                .withMessageContaining("valid within its call only");
    }

    @Test
    void anEndThatFailsDoesNotKeepTheOthers() {
        FabricScope scope = scope(Duration.ofSeconds(10), null);
        List<String> ended = new ArrayList<>();
        scope.onEnd(() -> ended.add("one"));
        scope.onEnd(() -> {
            throw new IllegalStateException("bad end");
        });
        scope.onEnd(() -> ended.add("two"));
        assertThatIllegalStateException().isThrownBy(scope::release).withMessage("bad end");
        assertThat(ended).containsExactly("one", "two");
        scope.onEnd(() -> ended.add("after"));
        assertThat(ended).containsExactly("one", "two", "after");
    }

    @Test
    void nothingStaysOpenWhoeverIsQuicker() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 200; round++) {
                FabricScope scope = scope(Duration.ofSeconds(10), null);
                AtomicInteger closed = new AtomicInteger();
                AtomicInteger ended = new AtomicInteger();
                CountDownLatch done = new CountDownLatch(8);
                for (int thread = 0; thread < 7; thread++) {
                    threads.execute(() -> {
                        scope.onEnd(ended::incrementAndGet);
                        try {
                            scope.opened(closed::incrementAndGet);
                        } catch (IllegalStateException e) {
                            // closed all the same
                        }
                        done.countDown();
                    });
                }
                threads.execute(() -> {
                    scope.close();
                    scope.release();
                    done.countDown();
                });
                assertThat(done.await(50, TimeUnit.SECONDS)).isTrue();
                assertThat(closed).as("round %d", round).hasValue(7);
                assertThat(ended).as("round %d", round).hasValue(7);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
