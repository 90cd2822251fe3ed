package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.answer.ActionAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who answers a call, without the call. */
class AnswerDecisionTest {

    private static final class Decision extends AnswerDecision {

        private final boolean sends;

        private final AtomicInteger decided = new AtomicInteger();

        private final AtomicInteger sent = new AtomicInteger();

        Decision(boolean sends) {
            this.sends = sends;
        }

        @Override
        boolean decided() {
            assertThat(Thread.holdsLock(this)).isTrue();
            decided.incrementAndGet();
            return sends;
        }

        @Override
        void send() {
            assertThat(Thread.holdsLock(this)).as("foreign code with the lock").isFalse();
            sent.incrementAndGet();
        }
    }

    private final ActionAnswer first = answer();

    private final ActionAnswer second = answer();

    private static ActionAnswer answer() {
        return new ActionAnswer(200, new byte[0], Map.of());
    }

    @Test
    void theFirstAnswerThatIsOfferedCounts() {
        Decision decision = new Decision(false);
        assertThat(decision.isDecided()).isFalse();
        assertThat(decision.offer(first)).isTrue();
        assertThat(decision.isDecided()).isTrue();
        assertThat(decision.isThere()).isTrue();
        assertThat(decision.offer(second)).isFalse();
        assertThat(decision.take()).isFalse();
        assertThat(decision.whole()).isSameAs(first);
        assertThat(decision.decided).hasValue(1);
        assertThat(decision.sent).hasValue(0);
    }

    @Test
    void whoHasTakenTheRightAloneDecides() {
        Decision decision = new Decision(true);
        assertThat(decision.take()).isTrue();
        assertThat(decision.isDecided()).isTrue();
        assertThat(decision.isThere()).as("it is being written").isFalse();
        assertThat(decision.take()).isFalse();
        assertThat(decision.offer(second)).isFalse();
        assertThat(decision.decided).hasValue(0);
        decision.decide(null);
        assertThat(decision.isThere()).isTrue();
        assertThat(decision.whole()).isNull();
        assertThat(decision.sent).hasValue(1);
    }

    @Test
    void ofManyThatAnswerAtOnceOneCounts() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            Decision decision = new Decision(true);
            AtomicInteger count = new AtomicInteger();
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean takes = i % 2 == 0;
                Thread thread = new Thread(() -> {
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    if (takes && decision.take()) {
                        count.incrementAndGet();
                        decision.decide(first);
                    } else if (!takes && decision.offer(second)) {
                        count.incrementAndGet();
                    }
                });
                thread.start();
                threads.add(thread);
            }
            go.countDown();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(60));
            }
            assertThat(count).hasValue(1);
            assertThat(decision.decided).hasValue(1);
            assertThat(decision.sent).hasValue(1);
        }
    }
}
