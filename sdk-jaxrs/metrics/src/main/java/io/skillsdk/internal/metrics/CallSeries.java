package io.skillsdk.internal.metrics;

import io.skillsdk.call.CallOutcome;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many calls of one action ended with one status and outcome, by how long they took. Thread-safe. */
final class CallSeries {

    /** Upper bounds of the semantic conventions for {@code http.server.request.duration}, in seconds; the last bucket has none. */
    static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, Double.POSITIVE_INFINITY
    };

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The same bounds in nanoseconds, without the last one. */
    private static final long[] NANO_BOUNDS = Arrays.stream(BOUNDS, 0, BOUNDS.length - 1)
            .mapToLong(seconds -> Math.round(seconds * NANOS))
            .toArray();

    final int status;

    final CallOutcome outcome;

    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new).limit(BOUNDS.length).toArray(LongAdder[]::new);

    private final LongAdder nanos = new LongAdder();

    CallSeries(int status, CallOutcome outcome) {
        this.status = status;
        this.outcome = outcome;
    }

    /** Counts a call. */
    void add(long took) {
        int place = Arrays.binarySearch(NANO_BOUNDS, took);
        buckets[place < 0 ? -place - 1 : place].increment();
        nanos.add(took);
    }

    /** Calls in each bucket, not cumulative. */
    long[] counts() {
        return Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
    }

    /** How long all calls took together, in seconds. */
    double seconds() {
        return nanos.sum() / NANOS;
    }
}
