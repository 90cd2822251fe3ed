package io.skillsdk.internal.json;

import io.skillsdk.internal.json.JsonShape.Kind;
import io.skillsdk.internal.json.JsonShape.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.node.StringNode;

/** The Java types that bind from one JSON string, number or boolean, each with the words that tell a sender so. */
final class JsonScalars {

    private record Words(Kind kind, String expectation) {}

    private static final Words TEXT = new Words(Kind.STRING, "a string");

    private static final Words NUMBER = new Words(Kind.NUMBER, "a number");

    private static final Words BYTE = whole("from -128 to 127");

    private static final Words SHORT = whole("from -32768 to 32767");

    private static final Words INT = whole("from -2147483648 to 2147483647");

    private static final Words LONG = whole("from -9223372036854775808 to 9223372036854775807");

    private static final Words BOOL = new Words(Kind.BOOLEAN, "true or false");

    private static final Words CHARACTER = new Words(Kind.STRING, "a string of one character");

    private static final Map<Class<?>, Words> WORDS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(CharSequence.class, TEXT),
            Map.entry(char.class, CHARACTER),
            Map.entry(Character.class, CHARACTER),
            Map.entry(boolean.class, BOOL),
            Map.entry(Boolean.class, BOOL),
            Map.entry(byte.class, BYTE),
            Map.entry(Byte.class, BYTE),
            Map.entry(short.class, SHORT),
            Map.entry(Short.class, SHORT),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(OptionalInt.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(OptionalLong.class, LONG),
            Map.entry(BigInteger.class, new Words(Kind.INTEGER, "a whole number")),
            Map.entry(float.class, NUMBER),
            Map.entry(Float.class, NUMBER),
            Map.entry(double.class, NUMBER),
            Map.entry(Double.class, NUMBER),
            Map.entry(OptionalDouble.class, NUMBER),
            Map.entry(Number.class, NUMBER),
            Map.entry(BigDecimal.class, NUMBER),
            Map.entry(byte[].class, text("in base64")),
            Map.entry(UUID.class, text("such as 6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f")),
            Map.entry(URI.class, text("with a URI")),
            Map.entry(URL.class, text("with a URL")),
            Map.entry(Instant.class, text("such as 2026-01-31T12:30:00Z")),
            Map.entry(OffsetDateTime.class, text("such as 2026-01-31T12:30:00+01:00")),
            Map.entry(ZonedDateTime.class, text("such as 2026-01-31T12:30:00+01:00")),
            Map.entry(LocalDateTime.class, text("such as 2026-01-31T12:30:00")),
            Map.entry(LocalDate.class, text("such as 2026-01-31")),
            Map.entry(LocalTime.class, text("such as 12:30:00")),
            Map.entry(Duration.class, text("such as PT30S")),
            Map.entry(Period.class, text("such as P7D")));

    private JsonScalars() {}

    static @Nullable Scalar of(JavaType type) {
        if (type.isEnumType()) {
            List<String> values = Arrays.stream(type.getRawClass().getEnumConstants())
                    .map(JsonScalars::nameOf)
                    .toList();
            return new Scalar(type, Kind.STRING, "one of " + String.join(", ", values), values);
        }
        Words words = WORDS.get(type.getRawClass());
        return words == null ? null : new Scalar(type, words.kind, words.expectation, List.of());
    }

    private static String nameOf(Object constant) {
        return Json.MAPPER.valueToTree(constant) instanceof StringNode text ? text.stringValue() : constant.toString();
    }

    private static Words whole(String range) {
        return new Words(Kind.INTEGER, "a whole number " + range);
    }

    private static Words text(String form) {
        return new Words(Kind.STRING, "a string " + form);
    }
}
