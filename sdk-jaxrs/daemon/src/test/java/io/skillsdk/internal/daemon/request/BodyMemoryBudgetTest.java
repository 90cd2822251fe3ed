package io.skillsdk.internal.daemon.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.http.BodyLimit;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BodyMemoryBudgetTest {

    private final BodyMemoryBudget budget = new BodyMemoryBudget(
            new BodyLimit(1000), Duration.ofSeconds(30), new DaemonExecutors(UnaryOperator.identity()));

    private final long all = budget.free();

    @Test
    void oneBodyOfTheLargestSizeAlwaysHasRoom() {
        assertThat(budget.new Share().take(1000)).isTrue();
    }

    @Test
    void bodiesTakeWhatHasComeOfThemAndGiveItBack() {
        BodyMemoryBudget.Share first = budget.new Share();
        BodyMemoryBudget.Share second = budget.new Share();
        assertThat(first.take(400) && second.take(300) && first.take(100)).isTrue();
        assertThat(budget.free()).isEqualTo(all - 800);

        first.release();
        assertThat(budget.free()).isEqualTo(all - 300);
        second.release();
        assertThat(budget.free()).isEqualTo(all);
    }

    @Test
    void whatIsNotLeftIsNotTaken() {
        BodyMemoryBudget.Share share = budget.new Share();
        for (long left = all; left > 0; left -= Math.min(left, Integer.MAX_VALUE)) {
            assertThat(share.take((int) Math.min(left, Integer.MAX_VALUE))).isTrue();
        }

        assertThat(share.take(1)).isFalse();
        share.release();
        assertThat(budget.free()).isEqualTo(all);
    }

    /** A connection may be cut off by one thread while another is taking what came over it. */
    @Test
    void aBodyThatWasGivenUpTakesNothingMore() {
        BodyMemoryBudget.Share share = budget.new Share();
        assertThat(share.take(200)).isTrue();
        share.release();

        assertThat(share.take(200)).isFalse();
        share.release();
        assertThat(budget.free()).isEqualTo(all);
    }
}
