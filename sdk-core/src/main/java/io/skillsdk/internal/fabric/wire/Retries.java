package io.skillsdk.internal.fabric.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When a request is sent again.
 *
 * @param more how often at most, beside the first time
 */
public record Retries(int more) {

    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private static final long FIRST_PAUSE_MILLIS = 100;

    /** Whether a status says that it may go well a little later. */
    static boolean isPassing(int status) {
        return PASSING.contains(status);
    }

    /** How long to wait before the next time: growing, and not the same for all that failed together. */
    Duration pause(int sent, @Nullable String retryAfter) {
        Duration asked = asked(retryAfter);
        long most = FIRST_PAUSE_MILLIS << sent;
        return asked != null
                ? asked
                : Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    private static @Nullable Duration asked(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            String text = retryAfter.strip();
            if (text.chars().allMatch(c -> c >= '0' && c <= '9') && !text.isEmpty()) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Instant at = HttpDate.read(text);
            if (at == null) {
                return null;
            }
            Duration until = Duration.between(Instant.now(), at);
            return until.isNegative() ? Duration.ZERO : until;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
