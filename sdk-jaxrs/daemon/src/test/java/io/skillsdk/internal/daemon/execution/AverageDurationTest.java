package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AverageDurationTest {

    private final AverageDuration averageDuration = new AverageDuration();

    private void took(int calls, Duration each) {
        for (int i = 0; i < calls; i++) {
            averageDuration.took(each.toNanos());
        }
    }

    @Test
    void anActionThatIsNotKnownYetIsNotQuick() {
        assertThat(averageDuration.isQuick()).isFalse();
    }

    @Test
    void itIsQuickAfterSomeQuickCalls() {
        took(50, Duration.ofNanos(20_000));
        assertThat(averageDuration.isQuick()).isTrue();
    }

    @Test
    void oneShortPauseDoesNotMakeItSlow() {
        took(50, Duration.ofNanos(20_000));
        took(1, Duration.ofMillis(5));
        assertThat(averageDuration.isQuick()).isTrue();
    }

    @Test
    void oneCallThatBlocksDoes() {
        took(50, Duration.ofNanos(20_000));
        took(1, Duration.ofMillis(50));
        assertThat(averageDuration.isQuick()).isFalse();
    }

    @Test
    void itIsQuickAgainInTime() {
        took(1, Duration.ofSeconds(1));
        took(200, Duration.ofNanos(20_000));
        assertThat(averageDuration.isQuick()).isTrue();
    }

    @Test
    void itIsNotQuickWhileACallHangs() {
        took(200, Duration.ofNanos(20_000));
        averageDuration.hangs();
        assertThat(averageDuration.isQuick()).isFalse();
        averageDuration.hangsNoMore();
        assertThat(averageDuration.isQuick()).isTrue();
    }
}
