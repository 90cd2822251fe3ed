package io.skillsdk.internal.daemon.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages take eight threads at most, however many are asked for, and each is made once. */
class PageThreadsTest {

    private static final int MOST = 8;

    @Test
    void soManyRunAtATimeAndTheOthersInTheOrderInWhichTheyCame() {
        Queue<Runnable> begun = new ArrayDeque<>();
        PageThreads threads = new PageThreads(begun::add);
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int page = i;
            threads.execute(() -> made.add(page));
        }
        assertThat(begun).hasSize(MOST);
        begun.remove().run(); // it makes its own, and then all that wait
        List<Integer> expected = new ArrayList<>(List.of(0));
        for (int i = MOST; i < 20; i++) {
            expected.add(i);
        }
        assertThat(made).isEqualTo(expected);
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
        assertThat(made).hasSize(20).doesNotHaveDuplicates();
        threads.execute(() -> made.add(20));
        assertThat(begun).as("a place is free again").hasSize(1);
    }

    @Test
    void aDaemonThatHasStoppedKeepsNoPlace() {
        AtomicBoolean stopped = new AtomicBoolean(true);
        List<Runnable> begun = new ArrayList<>();
        PageThreads threads = new PageThreads(task -> {
            if (stopped.get()) {
                throw new RejectedExecutionException();
            }
            begun.add(task);
        });
        for (int i = 0; i < 2 * MOST; i++) {
            assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
        stopped.set(false);
        for (int i = 0; i < 2 * MOST; i++) {
            threads.execute(() -> {});
        }
        assertThat(begun).hasSize(MOST);
    }

    @Test
    void eachIsMadeOnceWhoeverAsksForIt() {
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            PageThreads threads = new PageThreads(pool);
            AtomicInteger made = new AtomicInteger();
            AtomicInteger now = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            for (int asker = 0; asker < 6; asker++) {
                pool.execute(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        threads.execute(() -> {
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            now.decrementAndGet();
                            made.incrementAndGet();
                        });
                    }
                });
            }
            await().untilAsserted(() -> assertThat(made).hasValue(12_000));
            assertThat(most.get()).isBetween(1, MOST);
        } finally {
            pool.shutdownNow();
        }
    }
}
