package io.skillsdk.internal.daemon.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The memory for bodies that are waited for. */
class BodyMemoryBudgetTest {

    private static final long ALL = 100;

    private final BodyMemoryBudget budget = new BodyMemoryBudget(ALL);

    private final BodyMemoryBudget.Share first = budget.share();

    private final BodyMemoryBudget.Share second = budget.share();

    @Test
    void oneBodyOfTheLargestSizeAlwaysHasRoom() {
        assertThat(BodyMemoryBudget.ofHeap(Long.MAX_VALUE).free()).isEqualTo(Long.MAX_VALUE);
        assertThat(BodyMemoryBudget.ofHeap(1000).share().take(1000)).isTrue();
    }

    @Test
    void bodiesTakeWhatHasComeOfThemAndGiveItBack() {
        assertThat(first.take(40) && second.take(30) && first.take(10)).isTrue();
        assertThat(budget.free()).isEqualTo(20);

        first.release();
        assertThat(budget.free()).isEqualTo(70);
        second.release();
        second.release();
        assertThat(budget.free()).isEqualTo(ALL);
    }

    @Test
    void whatOneBodyHasAnotherCannotHave() {
        assertThat(first.take(60)).isTrue();
        assertThat(second.take(41)).isFalse();
        assertThat(second.take(40)).as("a refusal takes nothing").isTrue();
        assertThat(first.take(1)).isFalse();
    }

    /** A connection may be cut off by one thread while another is taking what came over it. */
    @Test
    void aBodyThatWasGivenUpTakesNothingMore() {
        assertThat(first.take(20)).isTrue();
        first.release();

        assertThat(first.take(20)).isFalse();
        first.release();
        assertThat(budget.free()).isEqualTo(ALL);
    }
}
