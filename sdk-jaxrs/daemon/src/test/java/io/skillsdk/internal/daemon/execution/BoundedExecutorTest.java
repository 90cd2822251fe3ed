package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

    private final List<String> served = new ArrayList<>();

    @Test
    void aRequestWaitsForItsTurn() {
        Queue<Runnable> running = new ArrayDeque<>();
        BoundedExecutor threads = new BoundedExecutor(running::add, 1);
        threads.execute(() -> served.add("first"));
        threads.execute(() -> served.add("second"));
        assertThat(running).hasSize(1);
        running.remove().run();
        assertThat(served).containsExactly("first");
        running.remove().run();
        assertThat(served).containsExactly("first", "second");
    }

    @Test
    void whereNoThreadCanBeStartedARequestIsServedAllTheSameAndItsPlaceIsFreeAgain() {
        BoundedExecutor threads = new BoundedExecutor(
                task -> {
                    throw new OutOfMemoryError("unable to create native thread");
                },
                1);
        threads.execute(() -> served.add("first"));
        threads.execute(() -> served.add("second"));
        assertThat(served).containsExactly("first", "second");
    }
}
