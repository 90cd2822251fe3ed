package io.skillsdk.internal.daemon.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HttpDateTest {

    private final AtomicLong clock = new AtomicLong(784111777_000L);

    private final HttpDate date = new HttpDate(clock::get);

    @Test
    void itIsWrittenAsHttpWantsIt() {
        assertThat(date.now()).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
        DateTimeFormatter format = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);
        Random random = new Random(17);
        for (int round = 0; round < 10_000; round++) {
            clock.set(random.nextLong(4_102_444_800_000L));
            assertThat(date.now()).isEqualTo(format.format(Instant.ofEpochMilli(clock.get())));
        }
    }

    @Test
    void itGoesWithTheClockForwardAndBack() {
        clock.addAndGet(999);
        assertThat(date.now()).endsWith("08:49:37 GMT");
        clock.addAndGet(1);
        assertThat(date.now()).endsWith("08:49:38 GMT");
        clock.addAndGet(-3_600_000); // the clock is set back
        assertThat(date.now()).endsWith("07:49:38 GMT");
        clock.addAndGet(1000);
        assertThat(date.now()).endsWith("07:49:39 GMT");
    }
}
