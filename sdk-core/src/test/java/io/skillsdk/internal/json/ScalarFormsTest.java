package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.ResultType;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * One rule for every scalar of the JDK: it is read from the one form that JSON writes it in, within its range, keeps its
 * value, and is refused otherwise, wherever it stands.
 */
class ScalarFormsTest {

    private static final List<String> OF_EVERY_KIND = List.of(
            "5",
            "-1",
            "1.5",
            "true",
            "false",
            "\"5\"",
            "\"x\"",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"true\"",
            "[]",
            "[1]",
            "[\"a\"]",
            "{}",
            "1e400",
            "-1e400",
            "99999999999999999999");

    /**
     * A scalar.
     *
     * @param sound what it is read from, and written as
     * @param others what is refused beside all that is of other kinds; "*" where each string is taken
     */
    record Scalar(Type type, List<String> sound, List<String> others) {

        private static Scalar whole(Type type, String least, String greatest) {
            BigInteger one = BigInteger.ONE;
            return new Scalar(
                    type,
                    List.of("0", "5", "-1", least, greatest),
                    List.of(
                            new BigInteger(least).subtract(one).toString(),
                            new BigInteger(greatest).add(one).toString(),
                            "1.0",
                            "1e2"));
        }

        private static Scalar text(Type type, String sound, String... others) {
            List<String> quoted =
                    Stream.of(others).map(each -> "\"" + each + "\"").toList();
            return new Scalar(type, List.of("\"" + sound + "\""), quoted);
        }

        boolean isTaken(String json) {
            if (type == byte[].class && json.equals("\" \"")) {
                // base64 may be broken by white space
                return true;
            }
            boolean number = json.matches("-?[0-9.]+");
            if (sound.contains(json) || (json.startsWith("\"") && others.contains("\"*\""))) {
                return true;
            }
            boolean real = sound.contains("2.5") || sound.contains("1E+400");
            return real && (number || (json.endsWith("1e400") && sound.contains("1E+400")));
        }

        @Override
        public String toString() {
            return type.getTypeName();
        }
    }

    static Stream<Scalar> scalars() {
        String least = String.valueOf(Long.MIN_VALUE);
        String greatest = String.valueOf(Long.MAX_VALUE);
        return Stream.of(
                Scalar.whole(Byte.class, "-128", "127"),
                Scalar.whole(Short.class, "-32768", "32767"),
                Scalar.whole(Integer.class, "-2147483648", "2147483647"),
                Scalar.whole(Long.class, least, greatest),
                Scalar.whole(OptionalInt.class, "-2147483648", "2147483647"),
                Scalar.whole(OptionalLong.class, least, greatest),
                Scalar.whole(AtomicInteger.class, "-2147483648", "2147483647"),
                Scalar.whole(AtomicLong.class, least, greatest),
                Scalar.whole(new TypeReference<AtomicReference<Byte>>() {}.getType(), "-128", "127"),
                new Scalar(BigInteger.class, List.of("5", "-1", "99999999999999999999"), List.of("1.0", "1e2")),
                new Scalar(Year.class, List.of("5", "-1", "2026"), List.of("1.0", "1000000000")),
                new Scalar(Double.class, List.of("2.5"), List.of()),
                new Scalar(Float.class, List.of("2.5"), List.of("1e39")),
                new Scalar(OptionalDouble.class, List.of("2.5"), List.of()),
                new Scalar(BigDecimal.class, List.of("5", "2.50", "1E+400"), List.of()),
                new Scalar(Boolean.class, List.of("true", "false"), List.of()),
                new Scalar(AtomicBoolean.class, List.of("true", "false"), List.of()),
                Scalar.text(String.class, "a", "*"),
                Scalar.text(StringBuilder.class, "a", "*"),
                Scalar.text(char[].class, "ab", "*"),
                new Scalar(Character.class, List.of("\"a\"", "\"5\"", "\"x\"", "\" \""), List.of("\"ab\"")),
                new Scalar(
                        byte[].class, List.of("\"AQI=\"", "\"\"", "\"true\"", "\"null\""), List.of("\"A\"", "\"*&\"")),
                Scalar.text(DayOfWeek.class, "MONDAY", "monday", "0"),
                Scalar.text(UUID.class, "6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f", "6f1d2c1e"),
                Scalar.text(URL.class, "http://acme.example/", "acme"),
                Scalar.text(Currency.class, "EUR", "EURO"),
                Scalar.text(Charset.class, "UTF-8", "UTF-99"),
                Scalar.text(ZoneId.class, "Europe/Berlin", "Mars"),
                Scalar.text(ZoneOffset.class, "+01:00", "1"),
                Scalar.text(TimeZone.class, "Europe/Berlin", "Mars"),
                Scalar.text(Pattern.class, "a+", "(", "*"),
                Scalar.text(InetSocketAddress.class, "localhost:5000", "localhost:x", "*"),
                Scalar.text(Instant.class, "2026-01-31T12:30:00Z", "2026-01-31", "1764104400000", "1.5"),
                Scalar.text(OffsetDateTime.class, "2026-01-31T12:30:00+01:00", "2026"),
                Scalar.text(ZonedDateTime.class, "2026-01-31T12:30:00+01:00", "1764104400000"),
                Scalar.text(Date.class, "2026-01-31T12:30:00.000Z", "1764104400000", "noon"),
                Scalar.text(Calendar.class, "2026-01-31T12:30:00.000Z", "1764104400000"),
                Scalar.text(LocalDate.class, "2026-01-31", "31.01.2026"),
                Scalar.text(LocalTime.class, "12:30:00", "noon"),
                Scalar.text(YearMonth.class, "2026-01", "2026"),
                Scalar.text(Duration.class, "PT30S", "30s"));
    }

    private static JavaType typeOf(Scalar scalar) {
        return JsonMapper.shared().constructType(scalar.type);
    }

    private static Type of(Class<?> container, JavaType... arguments) {
        return JsonMapper.shared().getTypeFactory().constructParametricType(container, arguments);
    }

    record Holder<T>(T value) {}

    private record Place(String field, Type type, String before, String after) {}

    private static List<Place> places(Scalar scalar) {
        JavaType type = typeOf(scalar);
        JavaType key = JsonMapper.shared().constructType(String.class);
        return List.of(
                new Place("payload", type, "", ""),
                new Place("payload.value", of(Holder.class, type), "{\"value\":", "}"),
                new Place("payload[1]", of(List.class, type), "[null,", "]"),
                new Place("payload.k", of(Map.class, key, type), "{\"k\":", "}"),
                new Place("payload", of(Optional.class, type), "", ""),
                new Place("payload[0]", type.isPrimitive() ? type : arrayOf(type), "[", ",null]"));
    }

    private static Type arrayOf(JavaType type) {
        return JsonMapper.shared().getTypeFactory().constructArrayType(type);
    }

    private static byte[] body(String payload) {
        return ("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void isReadFromItsOneFormWhereverItStands(Scalar scalar) throws Exception {
        List<String> pool = new ArrayList<>(OF_EVERY_KIND);
        pool.addAll(scalar.others);
        pool.remove("\"*\"");
        for (Place place : places(scalar)) {
            EnvelopeReader reader = new EnvelopeReader(PayloadType.of(place.type));
            for (String sound : scalar.sound) {
                String payload = place.before + sound + place.after;
                Object read = reader.read(body(payload)).payload();
                if (!place.before.isEmpty()) {
                    assertThat(new String(
                                    new AnswerWriter(10_000).write(read, ResultType.of(place.type), null),
                                    StandardCharsets.UTF_8))
                            .isEqualTo("{\"payload\":" + payload + "}");
                }
            }
            for (String other : pool) {
                if (!scalar.isTaken(other)) {
                    assertRefused(reader, place, other);
                }
            }
        }
    }

    private static void assertRefused(EnvelopeReader reader, Place place, String sent) throws Exception {
        String payload = place.before + sent + place.after;
        try {
            Object read = reader.read(body(payload)).payload();
            assertThat(read).as("%s from %s", place.type, payload).isInstanceOf(UnreadableBodyException.class);
        } catch (UnreadableBodyException e) {
            assertThat(e.violations())
                    .as("%s from %s", place.type, payload)
                    .extracting(Violation::field)
                    .containsExactly(place.field);
            assertThat(e.violations().get(0).message()).startsWith("must be ");
        }
    }

    @Test
    void aWholeNumberIsKeptOrRefusedWithTheRange() throws Exception {
        Random random = new Random(18);
        Map<Class<?>, Integer> bits = Map.of(byte.class, 8, short.class, 16, int.class, 32, long.class, 64);
        for (Map.Entry<Class<?>, Integer> each : bits.entrySet()) {
            BigInteger limit = BigInteger.ONE.shiftLeft(each.getValue() - 1);
            EnvelopeReader reader = new EnvelopeReader(PayloadType.of(each.getKey()));
            for (int round = 0; round < 500; round++) {
                BigInteger value = new BigInteger(each.getValue() + 2, random).subtract(limit.shiftLeft(1));
                if (value.compareTo(limit.negate()) >= 0 && value.compareTo(limit) < 0) {
                    assertThat(reader.read(body(value.toString())).payload()).hasToString(value.toString());
                } else {
                    String range = "from " + limit.negate() + " to " + limit.subtract(BigInteger.ONE);
                    assertThat(refusal(reader, value.toString()))
                            .extracting(Violation::message)
                            .containsExactly("must be a whole number " + range);
                }
            }
        }
    }

    private static List<Violation> refusal(EnvelopeReader reader, String payload) throws PayloadFailure {
        try {
            reader.read(body(payload));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations();
        }
    }

    static Stream<Class<?>> keys() {
        return Stream.of(
                Byte.class,
                Short.class,
                Integer.class,
                Long.class,
                BigInteger.class,
                Double.class,
                Float.class,
                BigDecimal.class,
                UUID.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyIsReadFromItsOneFormToo(Class<?> type) throws Exception {
        JavaType key = JsonMapper.shared().constructType(type);
        Type map = of(Map.class, key, JsonMapper.shared().constructType(Integer.class));
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(map));
        String sound = type == UUID.class ? "6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f" : "100";
        assertThat(refusal(reader, "{\"" + sound + "\":1}")).isEmpty();
        for (String other : List.of(
                " 1", "1 ", "+1", "01", "\\u0661", "0x1", "1f", "NaN", "Infinity", "", "x", "null", "1-2-3-4-5")) {
            assertThat(refusal(reader, "{\"" + sound + "\":1,\"" + other + "\":2}"))
                    .as(other)
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).startsWith("is not a valid map key"));
        }
        if (type == Byte.class) {
            assertThat(refusal(reader, "{\"128\":1,\"255\":2,\"-129\":3}"))
                    .extracting(Violation::field)
                    .containsExactly("payload.128", "payload.255", "payload.-129");
        }
        if (type == Double.class || type == Float.class) {
            assertThat(refusal(reader, "{\"1e400\":1}")).hasSize(1);
        }
    }

    @Test
    void anAddressIsAnAddress() throws Exception {
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(InetAddress.class));
        assertThat(reader.read(body("\"127.0.0.1\"")).payload()).isEqualTo(InetAddress.getByName("127.0.0.1"));
        assertThat(refusal(reader, "\"\"")).hasSize(1);
        assertThat(refusal(new EnvelopeReader(PayloadType.of(Locale.class)), "\"x\""))
                .hasSize(1);
        assertThat(refusal(new EnvelopeReader(PayloadType.of(Date.class)), "\"null\""))
                .hasSize(1);
        assertThat(refusal(new EnvelopeReader(PayloadType.of(URI.class)), "5")).hasSize(1);
    }

    private static Stream<Type> floats() {
        return Stream.of(
                double.class,
                float.class,
                Double.class,
                Float.class,
                Number.class,
                OptionalDouble.class,
                of(Optional.class, JsonMapper.shared().constructType(Double.class)));
    }

    @ParameterizedTest
    @MethodSource("floats")
    void textForWhatIsNoNumberIsNoNumberEither(Type type) throws Exception {
        JavaType number = JsonMapper.shared().constructType(type);
        JavaType text = JsonMapper.shared().constructType(String.class);
        for (String sent : List.of("NaN", "Infinity", "-Infinity", "+Infinity", "INF", "-INF", "5")) {
            assertRefusedAsNumber(type, "\"" + sent + "\"", "payload");
            assertRefusedAsNumber(of(List.class, number), "[1,\"" + sent + "\",2.5]", "payload[1]");
            assertRefusedAsNumber(of(Map.class, text, number), "{\"a\":1,\"b\":\"" + sent + "\"}", "payload.b");
            if (type instanceof Class<?> raw) {
                assertRefusedAsNumber(raw.arrayType(), "[1,\"" + sent + "\",2.5]", "payload[1]");
            }
        }
    }

    private static void assertRefusedAsNumber(Type type, String payload, String field) throws Exception {
        assertThat(refusal(new EnvelopeReader(PayloadType.of(type)), payload))
                .as(type + " " + payload)
                .singleElement()
                .isEqualTo(new Violation(field, "must be a number, not a string"));
    }
}
