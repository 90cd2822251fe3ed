package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a request is sent again. */
class RetriesTest {

    private final Retries retries = new Retries(2);

    @Test
    void onlyStatusesThatSayThatItWillPassAreTriedAgain() {
        Set<Integer> passing = new HashSet<>();
        for (int status = 100; status < 1000; status++) {
            if (Retries.isPassing(status)) {
                passing.add(status);
            }
        }
        // 500 is not among them: what failed once there fails again
        assertThat(passing).containsExactlyInAnyOrder(429, 502, 503, 504);
    }

    @Test
    void pausesGrowAndDiffer() {
        for (int sent = 0; sent <= 10; sent++) {
            Set<Long> pauses = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                pauses.add(retries.pause(sent, null).toMillis());
            }
            long most = 100L << sent;
            assertThat(pauses).hasSizeGreaterThan(10).allMatch(pause -> pause >= most / 2 && pause <= most);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "' 120 ', 120", "007, 7"})
    void secondsAreKeptTo(String retryAfter, long seconds) {
        assertThat(retries.pause(0, retryAfter)).isEqualTo(Duration.ofSeconds(seconds));
    }

    /** All three forms that RFC 9110 (5.6.7) has a recipient take; those of old servers among them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM ppd HH:mm:ss yyyy"
            })
    void aDateIsKeptToInEachOfItsForms(String pattern) {
        String date = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(Instant.now().plusSeconds(3600).atOffset(ZoneOffset.UTC));
        assertThat(retries.pause(0, date)).as(date).isBetween(Duration.ofSeconds(3500), Duration.ofSeconds(3600));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT"})
    void aDateThatIsOverIsNoPause(String date) {
        assertThat(retries.pause(5, date)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-1", "+5", "1.5", "٣", "1 s", "Sun, 06 Nov", "12345678901234567890"})
    void whatIsNeitherLeavesThePauseAsItWas(String retryAfter) {
        assertThat(retries.pause(0, retryAfter)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
}
