package io.skillsdk.internal.daemon.transport;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;
import java.util.function.LongSupplier;
import org.glassfish.grizzly.nio.DefaultSelectorHandler;
import org.glassfish.grizzly.nio.SelectorRunner;

/**
 * How a thread waits for requests. It lets those who wait for its processor go first, each time before it looks: where there are
 * more threads than processors, it would otherwise keep the others, and the calls they have read, waiting for a whole time slice
 * of the kernel; and what has arrived meanwhile is read at once. And as long as requests follow each other within
 * microseconds, it looks a little longer before it sleeps: to be woken takes longer than that.
 */
public final class AdaptiveSelectorHandler extends DefaultSelectorHandler {

    private static final long LOOK_NANOS = 30_000;

    /** Mean wait below which it is worth to look longer. */
    private static final long NEAR_NANOS = 60_000;

    private static final long MOST_COUNTED_NANOS = 1_000_000;

    @SuppressWarnings("ThreadLocalUsage") // a daemon has one, and its threads end with it
    private final ThreadLocal<Wait> waits = ThreadLocal.withInitial(Wait::new);

    private final LongSupplier clock;

    public AdaptiveSelectorHandler() {
        this(System::nanoTime);
    }

    AdaptiveSelectorHandler(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public boolean preSelect(SelectorRunner runner) throws IOException {
        // meant for a call that has ended: a select of an interrupted thread returns at once, for ever
        Thread.interrupted();
        giveWay();
        return super.preSelect(runner);
    }

    @Override
    public Set<SelectionKey> select(SelectorRunner runner) throws IOException {
        Wait wait = waits.get();
        if (wait.begin() && runner.getPostponedTasks().isEmpty()) {
            Selector selector = runner.getSelector();
            while (selector.selectNow() == 0 && wait.goesOn()) {
                giveWay();
            }
            // also without any: a look uses up a wake-up, whose reason is to be seen to before this thread sleeps
            return wait.end(selector.selectedKeys());
        }
        return wait.end(super.select(runner));
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but who waits for how long
    private static void giveWay() {
        Thread.yield();
    }

    /** A thread's wait for requests, which may take several selects, and what such waits have taken lately. */
    private final class Wait {

        private long mean = MOST_COUNTED_NANOS;

        private long began;

        private boolean unfinished;

        /** Begins, or goes on. Returns whether to look for a while before sleeping. */
        boolean begin() {
            if (unfinished) {
                return false;
            }
            began = clock.getAsLong();
            return mean < NEAR_NANOS;
        }

        boolean goesOn() {
            return clock.getAsLong() - began < LOOK_NANOS;
        }

        Set<SelectionKey> end(Set<SelectionKey> selected) {
            unfinished = selected.isEmpty();
            if (!unfinished) {
                mean += (Math.min(clock.getAsLong() - began, MOST_COUNTED_NANOS) - mean) / 8;
            }
            return selected;
        }
    }
}
