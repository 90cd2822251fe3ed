package io.skillsdk.internal.fabric.wire;

import java.time.Duration;

/** How long a request may take. Counted by a clock that cannot be set. */
public final class Budget {

    private final long end;

    private final long idleNanos;

    private final long givenNanos;

    private Budget(long end, long idleNanos, long givenNanos) {
        this.end = end;
        this.idleNanos = idleNanos;
        this.givenNanos = givenNanos;
    }

    /**
     * Makes a budget that begins now.
     *
     * @param whole how long all of it may take
     * @param idle how long nothing may come or go
     */
    public static Budget of(Duration whole, Duration idle) {
        return new Budget(System.nanoTime() + whole.toNanos(), idle.toNanos(), whole.toNanos());
    }

    /** How long is left, in nanoseconds; not below zero. */
    public long leftNanos() {
        return Math.max(0, end - System.nanoTime());
    }

    /** How long the next sign of life may take, in nanoseconds. */
    public long patienceNanos() {
        return Math.min(idleNanos, leftNanos());
    }

    /** Whether it is the silence that ended it, and not the whole. */
    public boolean isLeft() {
        return leftNanos() > 0;
    }

    /** Why it ended, in words. */
    public String inWords() {
        return isLeft()
                ? "nothing came for " + words(idleNanos)
                : "there was no whole answer within " + words(givenNanos);
    }

    private static String words(long nanos) {
        long millis = nanos / 1_000_000;
        return millis >= 10_000 || millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
