package io.skillsdk.internal.daemon.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.execution.LeadingCall;
import io.skillsdk.internal.daemon.schedule.Schedules;
import io.skillsdk.internal.daemon.schedule.Turns;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.junit.jupiter.api.Test;

/** The leader of a selector in every order in which the leading thread and the monitor can take turns. */
class SelectorLeaderScheduleTest {

    private static final class Life implements Schedules.Scenario, SelectorLeader.Selector, LeadingCall {

        private final Turns turns;

        private final boolean fails;

        private final AtomicInteger postponed = new AtomicInteger();

        private final AtomicInteger outlasted = new AtomicInteger();

        private final AtomicInteger succeeded = new AtomicInteger();

        private final AtomicReference<SelectorLeader> leader = new AtomicReference<>();

        private volatile boolean leads;

        private volatile boolean returned;

        Life(Turns turns, boolean fails) {
            this.turns = turns;
            this.fails = fails;
        }

        @Override
        public List<Runnable> threads() {
            return List.of(this::runLeader, this::runMonitor);
        }

        private void runLeader() {
            SelectorLeader current = new SelectorLeader(this, new CompilerPriority(() -> false).turn());
            leader.set(current);
            current.serves(new ClientConnection(null));
            turns.yield();
            assertThat(current.isFree()).isTrue();
            current.begin(this);
            assertThat(current.isFree()).isFalse();
            turns.yield();
            turns.yield();
            returned = true;
            leads = current.end();
            turns.yield();
            assertThat(current.isHandedOver()).isEqualTo(!leads);
        }

        private void runMonitor() {
            for (int look = 0; look < 4; look++) {
                turns.yield();
                SelectorLeader current = leader.get();
                if (current != null && !current.isHandedOver()) {
                    try {
                        current.look(0);
                    } catch (IllegalStateException e) {
                        assertThat(fails).isTrue();
                    } finally {
                        if (current.isHandedOver()) {
                            succeeded.incrementAndGet();
                        }
                    }
                }
            }
        }

        @Override
        public void check() {
            assertThat(returned).isTrue();
            assertThat(succeeded).as("threads that run the selector instead").hasValue(leads ? 0 : 1);
            assertThat(postponed).hasValue(leads ? 0 : 1);
            assertThat(outlasted).hasValue(leads ? 0 : 1);
        }

        @Override
        public boolean is(SelectorRunner runner) {
            return false;
        }

        @Override
        public void postpone() {
            turns.yield();
            postponed.incrementAndGet();
        }

        @Override
        public Runnable task() {
            return () -> {};
        }

        @Override
        public boolean isDue(long now) {
            return true; // the second look hands it over
        }

        @Override
        public void outlastsLeader() {
            turns.yield();
            outlasted.incrementAndGet();
            if (fails) {
                throw new IllegalStateException("as when the daemon stops");
            }
        }
    }

    @Test
    void theSelectorHasOneThreadInEveryOrder() {
        assertThat(Schedules.all(turns -> new Life(turns, false))).isGreaterThan(50);
    }

    @Test
    void aFailureWhileItIsHandedOverLeavesItWithOneThread() {
        assertThat(Schedules.all(turns -> new Life(turns, true))).isGreaterThan(50);
    }
}
