package io.skillsdk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of properties and of the envelope, whatever JSON type they have come as. Every reading takes linear time and little room, and
 * no refusal has the value in it, which may be a secret.
 */
final class LenientValues {

    /** The most characters of a number: as many as the SDK takes of a number in JSON. */
    private static final int LONGEST_NUMBER = 1000;

    private static final int LONGEST_DURATION = 100;

    private static final int LONGEST_INSTANT = 100;

    /** All numbers of that many digits are milliseconds of an instant. */
    private static final int LONGEST_MILLIS = 18;

    /** As many bits as that many decimal digits need. */
    private static final int MOST_BITS = 3322;

    private static final Pattern DURATION = Pattern.compile("(\\d{1,15}) *(ms|s|m|h|d|)", Pattern.CASE_INSENSITIVE);

    private LenientValues() {}

    static String text(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw refused(name, "must be a string");
        }
        return value instanceof BigDecimal decimal ? plain(decimal) : value.toString();
    }

    static int integer(String name, Object value) {
        try {
            return decimal(name, value).intValueExact();
        } catch (ArithmeticException e) {
            throw refused(name, "must be a whole number from -2147483648 to 2147483647");
        }
    }

    static long longInteger(String name, Object value) {
        try {
            return decimal(name, value).longValueExact();
        } catch (ArithmeticException e) {
            throw refused(name, "must be a whole number from -9223372036854775808 to 9223372036854775807");
        }
    }

    static double floating(String name, Object value) {
        double number = decimal(name, value).doubleValue();
        if (Double.isInfinite(number)) {
            throw refused(name, "must be a number from -1.7e308 to 1.7e308");
        }
        return number;
    }

    static BigDecimal decimal(String name, Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger integer && integer.bitLength() <= MOST_BITS) {
            return new BigDecimal(integer);
        }
        if (value instanceof String || (value instanceof Number && !(value instanceof BigInteger))) {
            String text = value.toString().trim();
            if (text.length() <= LONGEST_NUMBER) {
                try {
                    return new BigDecimal(text);
                } catch (NumberFormatException e) {
                    throw refused(name, "must be a number");
                }
            }
        }
        throw refused(name, value instanceof Number ? "must be a shorter number" : "must be a number");
    }

    static boolean truth(String name, Object value) {
        String text = value instanceof Boolean || value instanceof String
                ? value.toString().trim()
                : "";
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw refused(name, "must be true or false");
    }

    /** Whole seconds as a number, a number with a unit, or the ISO form. */
    static Duration duration(String name, Object value) {
        String text = value instanceof String string ? string.trim() : value instanceof Number ? number(value) : "";
        try {
            Matcher matcher = DURATION.matcher(text.length() > LONGEST_DURATION ? "" : text);
            Duration duration = matcher.matches()
                    ? duration(Long.parseLong(matcher.group(1)), matcher.group(2))
                    : Duration.parse(text.length() > LONGEST_DURATION ? "" : text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            // refused below
        }
        throw refused(name, "must be a duration such as 500ms, 30s, 5m, 2h, 1d or PT30S; a number alone is in seconds");
    }

    private static String number(Object value) {
        return value instanceof BigInteger integer && integer.bitLength() > Long.SIZE ? "" : text("", value);
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    /** The constant of that name, or else of that name in another case, or with hyphens for underscores. */
    static <E extends Enum<E>> E constant(String name, Object value, Class<E> type) {
        String text = value instanceof String string ? string.trim() : "";
        E[] constants = type.getEnumConstants();
        return Stream.of(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .or(() -> Stream.of(constants)
                        .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst())
                .orElseThrow(() -> refused(
                        name,
                        "must be one of " + Stream.of(constants).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** A scalar as text; empty for none, for an empty one, and for what is no scalar. */
    static Optional<String> scalarText(@Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof Iterable || value.equals("")) {
            return Optional.empty();
        }
        return Optional.of(value.toString());
    }

    /** Scalars of an object as texts, in its order; empty for what is no object. */
    static Map<String, String> texts(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((name, text) -> {
            if (text != null) {
                texts.put(String.valueOf(name), text.toString());
            }
        });
        return Collections.unmodifiableMap(texts);
    }

    /** Milliseconds since 1970, as the platform sends them; empty for what is no number, or too long ago or ahead. */
    static Optional<Instant> instant(String text) {
        try {
            BigDecimal millis = new BigDecimal(text.length() > LONGEST_INSTANT ? "" : text.trim());
            // an exponent is not written out
            long digits = (long) millis.precision() - millis.scale();
            return digits > LONGEST_MILLIS
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(digits < 0 ? 0 : millis.longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Digits only, unless an exponent makes too many of them. */
    private static String plain(BigDecimal decimal) {
        long digits =
                Math.max(decimal.precision(), Math.max(decimal.scale(), (long) decimal.precision() - decimal.scale()));
        return digits <= LONGEST_NUMBER ? decimal.toPlainString() : decimal.toString();
    }

    static SkillException refused(String name, String message) {
        return SkillException.badRequest(
                "The property '" + name + "' " + message + ".", new Violation("properties." + name, message));
    }
}
