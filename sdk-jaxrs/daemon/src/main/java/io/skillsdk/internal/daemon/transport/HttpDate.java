package io.skillsdk.internal.daemon.transport;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * The time of an answer (RFC 9110, 6.6.1), written anew when the clock shows another second: a later one, or an earlier one when
 * it was set back. Thread-safe.
 */
public final class HttpDate {

    // written out, as a start would wait for the JDK's own names
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private record Written(long second, String text) {}

    private final LongSupplier clock;

    private volatile Written last;

    public HttpDate() {
        this(System::currentTimeMillis);
    }

    /**
     * Makes one.
     *
     * @param clock milliseconds since 1970
     */
    HttpDate(LongSupplier clock) {
        this.clock = clock;
        this.last = write(Math.floorDiv(clock.getAsLong(), 1000L));
    }

    /** The time now, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
    public String now() {
        long second = Math.floorDiv(clock.getAsLong(), 1000L);
        Written written = last;
        if (written.second != second) {
            written = write(second);
            last = written;
        }
        return written.text;
    }

    private static Written write(long second) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(29);
        text.append(DAYS[time.getDayOfWeek().getValue() - 1]).append(", ");
        twoDigits(text, time.getDayOfMonth()).append(' ');
        text.append(MONTHS[time.getMonthValue() - 1])
                .append(' ')
                .append(time.getYear())
                .append(' ');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        twoDigits(text, time.getSecond()).append(" GMT");
        return new Written(second, text.toString());
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
