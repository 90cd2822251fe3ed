package io.skillsdk.internal.daemon.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompilerPriorityTest {

    private long now;

    private int yields;

    private boolean otherCalls;

    private final CompilerPriority priority = new Simulated(2);

    private final class Simulated extends CompilerPriority {

        Simulated(int processors) {
            super(processors, () -> otherCalls);
        }

        @Override
        long now() {
            return now;
        }

        @Override
        void giveWay() {
            yields++;
            now += 3 * TURN_NANOS;
        }
    }

    private void serve(CompilerPriority.Turn turn, int requests, long nanosEach) {
        for (int i = 0; i < requests; i++) {
            now += nanosEach;
            turn.served();
        }
    }

    @Test
    void aThreadGivesWayEachTimeItsTurnIsOver() {
        CompilerPriority.Turn turn = priority.turn();
        serve(turn, 9, CompilerPriority.TURN_NANOS / 10);
        assertThat(yields).isEqualTo(0);
        serve(turn, 1, CompilerPriority.TURN_NANOS / 10);
        assertThat(yields).isEqualTo(1);
        serve(turn, 30, CompilerPriority.TURN_NANOS / 10);
        assertThat(yields).isEqualTo(4);
    }

    @Test
    void nobodyGivesWayToCallsThatCompute() {
        CompilerPriority.Turn turn = priority.turn();
        otherCalls = true;
        serve(turn, 3, CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(0);
        otherCalls = false;
        serve(turn, 1, CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(1);
    }

    @Test
    void aLongRequestIsFollowedByOneSuchPause() {
        CompilerPriority.Turn turn = priority.turn();
        serve(turn, 3, 10 * CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(3);
    }

    @Test
    void eachThreadHasATurnOfItsOwn() {
        CompilerPriority.Turn first = priority.turn();
        now += CompilerPriority.TURN_NANOS - 2;
        CompilerPriority.Turn second = priority.turn();
        serve(second, 1, 1);
        assertThat(yields).isEqualTo(0);
        serve(first, 1, 1);
        assertThat(yields).isEqualTo(1);
    }

    @Test
    void theFirstRequestsOfAllThreadsCount() {
        CompilerPriority.Turn first = priority.turn();
        CompilerPriority.Turn second = priority.turn();
        serve(first, CompilerPriority.FIRST_REQUESTS - 1, 0);
        serve(second, 1, CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(1);
        serve(first, 10, CompilerPriority.TURN_NANOS);
        serve(second, 10, CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(1);
    }

    @Test
    void nobodyGivesWayWhereThereIsOneProcessor() {
        CompilerPriority.Turn turn = new Simulated(1).turn();
        serve(turn, 10, CompilerPriority.TURN_NANOS);
        assertThat(yields).isEqualTo(0);
    }
}
