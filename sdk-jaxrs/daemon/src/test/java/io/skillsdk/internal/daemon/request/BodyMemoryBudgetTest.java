package io.skillsdk.internal.daemon.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The memory for bodies that are waited for. */
class BodyMemoryBudgetTest {

    private final BodyMemoryBudget budget = new BodyMemoryBudget(100);

    @Test
    void whatOneBodyHasAnotherCannotHave() {
        BodyMemoryBudget.Share one = budget.share();
        BodyMemoryBudget.Share other = budget.share();
        assertThat(one.take(60)).isTrue();
        assertThat(other.take(41)).isFalse();
        assertThat(other.take(40)).as("a refusal takes nothing").isTrue();
        assertThat(one.take(1)).isFalse();
    }

    @Test
    void aShareGivesBackWhatItHasOnce() {
        BodyMemoryBudget.Share one = budget.share();
        one.take(30);
        one.take(30);
        one.release();
        one.release();
        BodyMemoryBudget.Share next = budget.share();
        assertThat(next.take(100)).isTrue();
        assertThat(next.take(1)).isFalse();
    }

    @Test
    void oneBodyOfTheLargestSizeAlwaysHasRoom() {
        long more = Runtime.getRuntime().maxMemory();
        assertThat(BodyMemoryBudget.ofHeap(Math.min(more, Integer.MAX_VALUE))
                        .share()
                        .take((int) Math.min(more, Integer.MAX_VALUE)))
                .isTrue();
    }
}
