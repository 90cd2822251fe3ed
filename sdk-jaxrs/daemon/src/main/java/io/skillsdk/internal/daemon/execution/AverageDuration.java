package io.skillsdk.internal.daemon.execution;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long calls of one action take, as a moving average. It decides where the next one runs: a quick one on the thread that
 * has read its request, which costs no hand-over; any other, and each that is not known yet, on a thread of its own. An action is
 * not quick while a call of it hangs, however quick it was until then.
 */
public final class AverageDuration {

    /** Above it, a hand-over no longer counts. */
    private static final long QUICK_NANOS = 500_000;

    /** One call counts for a 32nd, so that a pause of the machine does not make a quick action a slow one. */
    private static final int WEIGHT = 5;

    // a lost update is of no consequence
    private final AtomicLong average = new AtomicLong(2 * QUICK_NANOS);

    private final AtomicInteger hanging = new AtomicInteger();

    public boolean isQuick() {
        return average.getOpaque() < QUICK_NANOS && hanging.getOpaque() == 0;
    }

    /** Learns from a call that has ended. */
    public void took(long nanos) {
        long now = average.getOpaque();
        average.setOpaque(now + ((nanos - now) >> WEIGHT));
    }

    /** Learns of a call that was expected to have ended by now. */
    void hangs() {
        hanging.incrementAndGet();
    }

    /** Learns that such a call has ended after all. */
    void hangsNoMore() {
        hanging.decrementAndGet();
    }
}
