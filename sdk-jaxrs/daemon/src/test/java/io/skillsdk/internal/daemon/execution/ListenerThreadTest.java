package io.skillsdk.internal.daemon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Events reach the listeners once each and in order, whatever these do. */
class ListenerThreadTest {

    private final List<Runnable> logged = new CopyOnWriteArrayList<>();

    private final ListenerThread listeners = new ListenerThread(new BackgroundLog(logged::add));

    private final CountDownLatch letGo = new CountDownLatch(1);

    private final List<Integer> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        letGo.countDown();
        listeners.stop(60_000);
    }

    private void hold() {
        try {
            letGo.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTold(int events) {
        await().untilAsserted(() -> assertThat(told).hasSize(events));
    }

    @Test
    void eventsAreToldInOrderAlsoAfterALongRest() {
        listeners.start();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 200; i++) {
                int event = round * 200 + i;
                listeners.execute(() -> told.add(event));
            }
            awaitTold((round + 1) * 200);
            await().until(() -> isAsleep());
        }
        assertThat(told).isEqualTo(IntStream.range(0, 600).boxed().toList());
    }

    /** It is parked without an end: nothing but an event wakes it. */
    private static boolean isAsleep() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> each.getKey().getName().equals("skill-daemon-listeners"))
                .anyMatch(each -> each.getKey().getState() == Thread.State.WAITING);
    }

    /** An event that comes just as the thread goes to sleep must not wait for the next one. */
    @Test
    void noEventIsSleptThrough() {
        listeners.start();
        for (int round = 0; round < 30; round++) {
            int event = round;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(18) + round * 200_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            listeners.execute(() -> told.add(event));
            awaitTold(round + 1);
        }
    }

    @Test
    void aListenerThatFailsOrIsInterruptedCostsItsOwnEventOnly() {
        listeners.start();
        AtomicInteger clean = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            listeners.execute(() -> {
                MDC.put("left", "by a listener");
                Thread.currentThread().interrupt();
                throw new AssertionError("of a listener");
            });
            listeners.execute(() -> {
                if (!Thread.currentThread().isInterrupted() && MDC.get("left") == null) {
                    clean.incrementAndGet();
                }
                told.add(0);
            });
        }
        awaitTold(50);
        assertThat(clean).hasValue(50);
    }

    @Test
    void whatIsTooMuchIsRefusedAndCountedInTheLog() {
        listeners.start();
        CountDownLatch held = new CountDownLatch(1);
        listeners.execute(() -> {
            held.countDown();
            hold();
        });
        await().until(() -> held.getCount() == 0);
        int refused = 0;
        for (int i = 0; i < ListenerThread.MOST_WAITING + 7; i++) {
            try {
                listeners.execute(() -> told.add(0));
            } catch (RejectedExecutionException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(7);
        assertThat(logged).isEmpty();
        letGo.countDown();
        await().untilAsserted(() -> assertThat(logged).hasSize(1));
        assertThat(told).hasSize(ListenerThread.MOST_WAITING);
        listeners.execute(() -> told.add(0)); // there is room again
        awaitTold(ListenerThread.MOST_WAITING + 1);
    }

    @Test
    void aStopTellsAllThatWaitsAndTakesNothingMore() {
        listeners.start();
        for (int i = 0; i < 1_000; i++) {
            int event = i;
            listeners.execute(() -> told.add(event));
        }
        listeners.stop(60_000);
        assertThat(told).hasSize(1_000);
        assertThat(refuses()).isTrue();
        assertThat(logged).isEmpty();
    }

    private boolean refuses() {
        try {
            listeners.execute(() -> told.add(0));
            return false;
        } catch (RejectedExecutionException e) {
            return true;
        }
    }

    @Test
    void aStopDoesNotWaitForAListenerThatHangs() throws InterruptedException {
        listeners.start();
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        listeners.execute(() -> {
            hangs.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThat(hangs.await(60, TimeUnit.SECONDS)).isTrue();
        listeners.execute(() -> told.add(0));
        listeners.stop(20);
        assertThat(interrupted.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(logged).as("that an event was not told").hasSize(1);
    }

    @Test
    void oneThatWasNeverStartedStopsAtOnce() {
        listeners.stop(60_000);
        assertThat(refuses()).isTrue();
    }
}
