package io.skillsdk.internal.fabric.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a date of HTTP in the form of today or in the two old ones, which recipients have to take (RFC 9110, 5.6.7). */
final class HttpDate {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE MMM [ ]d HH:mm:ss yyyy", Locale.ENGLISH));

    private HttpDate() {}

    /** The time, or null when the text is not a date. */
    static @Nullable Instant read(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // perhaps in the next form
            }
        }
        try {
            return LocalDateTime.parse(text, twoDigitYear()).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Two digits for a year mean at most 50 years from now. */
    private static DateTimeFormatter twoDigitYear() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(
                        ChronoField.YEAR,
                        2,
                        2,
                        LocalDate.now(ZoneOffset.UTC).minusYears(49).getYear())
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
