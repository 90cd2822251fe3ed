package io.skillsdk.internal.json.shape;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.skillsdk.internal.json.mapper.Json;
import io.skillsdk.internal.json.shape.JsonShape.Kind;
import io.skillsdk.internal.json.shape.JsonShape.Scalar;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.util.EnumResolver;

/** The Java types that bind from one JSON string, number or boolean, each with the words that tell a sender so. */
final class JsonScalars {

    private record Words(Kind kind, String format, String expectation) {}

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 1, 31, 12, 30, 0, 0, ZoneId.of("+01:00"));

    // by name: not every JDK has java.sql
    private static final Map<String, Words> WORDS = new HashMap<>();

    static {
        text("", "", "java.lang.String", "java.lang.CharSequence", "java.lang.StringBuilder", "java.lang.StringBuffer");
        text("", "", "[C");
        text("", "of one character", "char", "java.lang.Character");
        text("byte", "in base64", "[B", "java.nio.ByteBuffer");
        text("uuid", "such as 6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f", "java.util.UUID");
        text("uri", "with a URI", "java.net.URI");
        text("uri", "with a URL", "java.net.URL");
        text("date-time", "such as 2026-01-31T12:30:00Z", "java.time.Instant", "java.util.Date", "java.sql.Timestamp");
        text("date-time", "such as 2026-01-31T12:30:00Z", "java.util.Calendar", "java.util.GregorianCalendar");
        text("date-time", "such as 2026-01-31T12:30:00+01:00", "java.time.OffsetDateTime", "java.time.ZonedDateTime");
        text("", "such as 2026-01-31T12:30:00", "java.time.LocalDateTime");
        text("date", "such as 2026-01-31", "java.time.LocalDate", "java.sql.Date");
        text("time", "such as 12:30:00", "java.time.LocalTime", "java.sql.Time");
        text("time", "such as 12:30:00+01:00", "java.time.OffsetTime");
        text("", "such as 2026-01", "java.time.YearMonth");
        text("", "such as --01-31", "java.time.MonthDay");
        text("duration", "such as PT30S", "java.time.Duration");
        text("duration", "such as P7D", "java.time.Period");
        text("", "such as Europe/Berlin", "java.time.ZoneId", "java.util.TimeZone");
        text("", "such as +01:00", "java.time.ZoneOffset");
        text("", "such as en-US", "java.util.Locale");
        text("", "such as EUR", "java.util.Currency");
        text("", "such as UTF-8", "java.nio.charset.Charset");
        text("regex", "with a regular expression", "java.util.regex.Pattern");
        text("", "with a path", "java.io.File", "java.nio.file.Path");
        text("", "with an IP address or a host name", "java.net.InetAddress", "java.net.Inet4Address");
        text("", "with a host and a port, such as localhost:5000", "java.net.InetSocketAddress");
        whole("", "from -128 to 127", "byte", "java.lang.Byte");
        whole("", "from -32768 to 32767", "short", "java.lang.Short");
        whole("int32", "from -2147483648 to 2147483647", "int", "java.lang.Integer", "java.util.OptionalInt");
        whole("int32", "from -2147483648 to 2147483647", "java.util.concurrent.atomic.AtomicInteger");
        whole("int64", "from -9223372036854775808 to 9223372036854775807", "long", "java.lang.Long");
        whole("int64", "from -9223372036854775808 to 9223372036854775807", "java.util.OptionalLong");
        whole("int64", "from -9223372036854775808 to 9223372036854775807", "java.util.concurrent.atomic.AtomicLong");
        whole("", "", "java.math.BigInteger");
        whole("", "such as 2026", "java.time.Year");
        put(new Words(Kind.NUMBER, "float", "a number"), "float", "java.lang.Float");
        put(new Words(Kind.NUMBER, "double", "a number"), "double", "java.lang.Double", "java.util.OptionalDouble");
        put(new Words(Kind.NUMBER, "", "a number"), "java.lang.Number", "java.math.BigDecimal");
        put(new Words(Kind.BOOLEAN, "", "true or false"), "boolean", "java.lang.Boolean");
        put(new Words(Kind.BOOLEAN, "", "true or false"), "java.util.concurrent.atomic.AtomicBoolean");
    }

    private JsonScalars() {}

    /** The scalar that a type is read from and written as, or null when it is none. */
    static @Nullable Scalar of(JavaType type, JsonFormat.@Nullable Value format, boolean reads) {
        if (type.isEnumType()) {
            return ofEnum(type, reads);
        }
        Words words = WORDS.get(type.getRawClass().getName());
        if (words == null) {
            return null;
        }
        if (format != null && isTextualYear(type, format)) {
            String year = format.hasPattern() ? sample(type, format) : "2026";
            return new Scalar(type, Kind.STRING, "", year == null ? "a string" : "a string such as " + year, List.of());
        }
        String sample =
                words.kind == Kind.STRING && format != null && format.hasPattern() ? sample(type, format) : null;
        return sample == null
                ? new Scalar(type, words.kind, words.format, words.expectation, List.of())
                : new Scalar(type, words.kind, "", "a string such as " + sample, List.of());
    }

    /** A year is a number, unless its author has chosen another form. */
    private static boolean isTextualYear(JavaType type, JsonFormat.Value format) {
        return type.hasRawClass(Year.class) && (format.hasPattern() || format.getShape() == JsonFormat.Shape.STRING);
    }

    private static @Nullable Scalar ofEnum(JavaType type, boolean reads) {
        List<JsonNode> values = Arrays.stream(type.getRawClass().getEnumConstants())
                .map(constant -> Json.MAPPER.<JsonNode>valueToTree(constant))
                .toList();
        if (values.isEmpty() || values.stream().anyMatch(value -> value.isContainer() || value.isNull())) {
            return null;
        }
        Kind kind = values.stream().allMatch(JsonNode::isIntegralNumber)
                ? Kind.INTEGER
                : values.stream().allMatch(JsonNode::isNumber) ? Kind.NUMBER : Kind.STRING;
        List<String> texts = values.stream().map(JsonNode::asString).toList();
        if (reads && isWrittenAsItsPlace(type)) {
            texts = names(type);
            kind = Kind.STRING;
        } else if (reads && kind == Kind.NUMBER) {
            // Jackson writes 1.5 as a number, and reads it from its text alone
            kind = Kind.STRING;
        }
        return new Scalar(type, kind, "", "one of " + String.join(", ", texts), texts);
    }

    /** An enum with {@code @JsonFormat(shape = NUMBER)} is written as a number, and read from its names all the same. */
    private static boolean isWrittenAsItsPlace(JavaType type) {
        DeserializationConfig config = Json.MAPPER.deserializationConfig();
        JsonFormat.Value format = config.getAnnotationIntrospector().findFormat(config, annotations(type, config));
        return format != null && format.getShape().isNumeric();
    }

    private static List<String> names(JavaType type) {
        DeserializationConfig config = Json.MAPPER.deserializationConfig();
        EnumResolver names = EnumResolver.constructFor(config, annotations(type, config));
        return Arrays.stream(type.getRawClass().getEnumConstants())
                .flatMap(constant -> names.getEnumIds().stream().filter(name -> constant.equals(names.findEnum(name))))
                .toList();
    }

    private static AnnotatedClass annotations(JavaType type, DeserializationConfig config) {
        return config.classIntrospectorInstance().forOperation(config).introspectClassAnnotations(type);
    }

    /** What a pattern of the author's looks like when it is filled in. */
    private static @Nullable String sample(JavaType type, JsonFormat.Value format) {
        Locale locale = format.hasLocale() ? format.getLocale() : Locale.ENGLISH;
        try {
            if (type.isTypeOrSubTypeOf(TemporalAccessor.class)
                    || type.isTypeOrSubTypeOf(Date.class)
                    || type.isTypeOrSubTypeOf(Calendar.class)) {
                return DateTimeFormatter.ofPattern(format.getPattern(), locale).format(SAMPLE);
            }
        } catch (RuntimeException e) {
            return null;
        }
        return null;
    }

    private static void whole(String format, String range, String... classes) {
        put(new Words(Kind.INTEGER, format, range.isEmpty() ? "a whole number" : "a whole number " + range), classes);
    }

    private static void text(String format, String form, String... classes) {
        put(new Words(Kind.STRING, format, form.isEmpty() ? "a string" : "a string " + form), classes);
    }

    private static void put(Words words, String... classes) {
        for (String name : classes) {
            WORDS.put(name, words);
        }
    }
}
