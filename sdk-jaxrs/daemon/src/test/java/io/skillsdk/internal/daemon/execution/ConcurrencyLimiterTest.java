package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(1);

    private final List<String> entered = new ArrayList<>();

    private ConcurrencyLimiter.Waiter named(String name) {
        return () -> entered.add(name);
    }

    @Test
    void thoseWhoWaitAreCalledInInTheOrderInWhichTheyCame() {
        limiter.enterOrWait(named("first"));
        limiter.enterOrWait(named("second"));
        limiter.enterOrWait(named("third"));
        assertThat(entered).containsExactly("first");
        limiter.leave();
        assertThat(entered).containsExactly("first", "second");
        limiter.leave();
        assertThat(entered).containsExactly("first", "second", "third");
        limiter.leave();
        assertThat(limiter.running()).isZero();
    }

    @Test
    void whoHasGivenUpIsNotCalledIn() {
        ConcurrencyLimiter.Waiter impatient = named("impatient");
        limiter.enterOrWait(named("first"));
        limiter.enterOrWait(impatient);
        limiter.enterOrWait(named("patient"));
        limiter.giveUp(impatient);
        limiter.leave();
        assertThat(entered).containsExactly("first", "patient");
    }

    @Test
    void whoDeclinesItsTurnPassesItOn() {
        limiter.enterOrWait(named("first"));
        limiter.enterOrWait(() -> false);
        limiter.enterOrWait(named("next"));
        limiter.leave();
        assertThat(entered).containsExactly("first", "next");
        limiter.leave();
        assertThat(limiter.running()).isZero();
    }

    @Test
    void oneThatFailsWhenItIsCalledInDoesNotKeepThoseBehindIt() {
        limiter.enterOrWait(named("first"));
        limiter.enterOrWait(() -> {
            limiter.leave();
            throw new IllegalStateException("no thread");
        });
        limiter.enterOrWait(named("next"));
        limiter.leave();
        assertThat(entered).containsExactly("first", "next");
        limiter.leave();
        assertThat(limiter.running()).isZero();
        assertThat(limiter.tryEnter()).isTrue();
    }

    @Test
    void nobodyOvertakesThoseWhoWait() {
        assertThat(limiter.tryEnter()).isTrue();
        limiter.enterOrWait(named("waits"));
        assertThat(limiter.tryEnter()).isFalse();
        limiter.leave();
        assertThat(entered).containsExactly("waits");
        assertThat(limiter.tryEnter()).isFalse();
        limiter.leave();
        assertThat(limiter.tryEnter()).isTrue();
    }

    /** As when no thread can be started: each of so many gives its place back at once. */
    @Test
    void placesGivenBackWhileTheyAreHandedOnAreHandedOnInALoop() {
        int many = 100_000;
        limiter.enterOrWait(named("first"));
        IntStream.range(0, many)
                .forEach(each -> limiter.enterOrWait(() -> {
                    entered.add("next");
                    limiter.leave();
                    return true;
                }));
        limiter.leave();
        assertThat(entered).hasSize(many + 1);
        assertThat(limiter.running()).isZero();
    }

    @Test
    void aPlaceThatNobodyHadIsNotGivenBack() {
        limiter.leave();
        assertThat(limiter.faults()).isEqualTo(1);
        assertThat(limiter.running()).isZero();
        assertThat(limiter.tryEnter()).isTrue();
        assertThat(limiter.tryEnter()).isFalse();
    }
}
