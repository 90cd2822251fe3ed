package io.skillsdk.internal.http;

import io.skillsdk.call.RefusalReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were refused before an action was called, by reason. Thread-safe. */
public final class Refusals {

    private final Map<RefusalReason, LongAdder> counts = new EnumMap<>(RefusalReason.class);

    public Refusals() {
        for (RefusalReason reason : RefusalReason.values()) {
            counts.put(reason, new LongAdder());
        }
    }

    /** Counts one. */
    public void count(RefusalReason reason) {
        counter(reason).increment();
    }

    /** How many there were. */
    public long of(RefusalReason reason) {
        return counter(reason).sum();
    }

    private LongAdder counter(RefusalReason reason) {
        return Objects.requireNonNull(counts.get(reason));
    }
}
