package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final ConcurrencyLimiter gate = new ConcurrencyLimiter(1);

    private final List<String> entered = new ArrayList<>();

    private ConcurrencyLimiter.Waiter named(String name) {
        return () -> entered.add(name);
    }

    @Test
    void thoseWhoWaitAreCalledInInTheOrderInWhichTheyCame() {
        assertThat(gate.enterOrWait(named("first"))).isTrue();
        assertThat(gate.enterOrWait(named("second"))).isFalse();
        assertThat(gate.enterOrWait(named("third"))).isFalse();
        gate.leave();
        assertThat(entered).containsExactly("first", "second");
        gate.leave();
        assertThat(entered).containsExactly("first", "second", "third");
        gate.leave();
        assertThat(gate.running()).isZero();
    }

    @Test
    void whoHasGivenUpIsNotCalledIn() {
        ConcurrencyLimiter.Waiter impatient = named("impatient");
        gate.enterOrWait(named("first"));
        gate.enterOrWait(impatient);
        gate.enterOrWait(named("patient"));
        gate.giveUp(impatient);
        gate.leave();
        assertThat(entered).containsExactly("first", "patient");
    }

    @Test
    void whoDeclinesItsTurnPassesItOn() {
        gate.enterOrWait(named("first"));
        gate.enterOrWait(() -> false);
        gate.enterOrWait(named("next"));
        gate.leave();
        assertThat(entered).containsExactly("first", "next");
        gate.leave();
        assertThat(gate.running()).isZero();
    }

    @Test
    void nobodyIsCalledInForACallThatRanWithoutAsking() {
        gate.enterOrWait(named("first"));
        gate.enterRunning();
        gate.enterOrWait(named("second"));
        gate.leave();
        assertThat(entered).containsExactly("first");
        gate.leave();
        assertThat(entered).containsExactly("first", "second");
    }
}
