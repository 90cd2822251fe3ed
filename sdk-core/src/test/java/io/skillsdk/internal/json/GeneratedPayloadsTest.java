package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.internal.openapi.DocumentUnderTest;
import io.skillsdk.testing.SkillTester;
import io.skillsdk.testing.TestResponse;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonPOJOBuilder;

/**
 * What must hold for every payload: a sound one is served and comes back as it was, and of one with faults exactly those
 * are named, in the order of sending.
 */
@Tag("one-jdk")
class GeneratedPayloadsTest {

    enum Level {
        LOW(1),
        HIGH(2);

        private final int number;

        Level(int number) {
            this.number = number;
        }

        @JsonValue
        int number() {
            return number;
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    record Scalars(
            String text,
            int whole,
            Long big,
            double real,
            Float small,
            BigDecimal exact,
            BigInteger huge,
            boolean flag,
            char letter,
            Colour colour,
            Level level,
            UUID id,
            URI uri,
            Instant instant,
            OffsetDateTime offset,
            LocalDate day,
            LocalDateTime when,
            LocalTime time,
            Duration length,
            Period period,
            Year year,
            YearMonth month,
            MonthDay birthday,
            ZoneId zone,
            Locale locale,
            Currency currency,
            Charset charset,
            Date date,
            AtomicInteger counter,
            AtomicLong total,
            OptionalInt perhaps,
            Optional<String> maybe,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate formatted) {}

    record Point(
            @JsonProperty("the-x") int x,
            @JsonAlias({"why", "wye"}) int y) {}

    record Page<T>(List<T> items, Map<String, T> named, Optional<T> first) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Group.class, name = "group")
    })
    sealed interface Shape {}

    record Circle(
            double radius, @SkillParameter(required = true) String label) implements Shape {}

    record Group(List<Shape> shapes, Point at) implements Shape {}

    record Address(int zip, String city) {}

    record Customer(@JsonUnwrapped Address address, String name, Set<Integer> numbers) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Named(String firstName, int shoeSize, Point lastPlace) {}

    public static final class Bean {
        public String text = "";
        private int limit;
        private Point point = new Point(0, 0);

        public int getLimit() {
            return limit;
        }

        public void setLimit(int limit) {
            this.limit = limit;
        }

        public Point getPoint() {
            return point;
        }

        public void setPoint(Point point) {
            this.point = point;
        }
    }

    @JsonDeserialize(builder = Built.Builder.class)
    public static final class Built {
        private final int size;
        private final List<Point> points;

        private Built(int size, List<Point> points) {
            this.size = size;
            this.points = points;
        }

        public int getSize() {
            return size;
        }

        public List<Point> getPoints() {
            return points;
        }

        @JsonPOJOBuilder(withPrefix = "")
        public static final class Builder {
            private int size;
            private List<Point> points = List.of();

            public Builder size(int value) {
                size = value;
                return this;
            }

            public Builder points(List<Point> value) {
                points = value;
                return this;
            }

            public Built build() {
                return new Built(size, points);
            }
        }
    }

    record Delegating(@JsonValue List<Point> points) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Delegating {}
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"first", "second"})
    record Pair(String first, String second) {}

    public static final class Open {
        public int known;
        private final Map<String, Integer> others = new LinkedHashMap<>();

        @JsonAnySetter
        public void set(String name, Integer value) {
            others.put(name, value);
        }

        @com.fasterxml.jackson.annotation.JsonAnyGetter
        public Map<String, Integer> others() {
            return others;
        }
    }

    static final class Actions {
        @SkillAction
        Scalars scalars(Scalars payload) {
            return payload;
        }

        @SkillAction
        Page<Shape> page(Page<Shape> payload) {
            return payload;
        }

        @SkillAction
        Shape shape(Shape payload) {
            return payload;
        }

        @SkillAction
        List<Shape> shapes(SkillRequest<List<Shape>> request) {
            return request.payload();
        }

        @SkillAction
        Customer customer(Customer payload) {
            return payload;
        }

        @SkillAction
        Named named(Named payload) {
            return payload;
        }

        @SkillAction
        Bean bean(Bean payload) {
            return payload;
        }

        @SkillAction
        Built built(Built payload) {
            return payload;
        }

        @SkillAction
        Delegating delegating(Delegating payload) {
            return payload;
        }

        @SkillAction
        List<Pair> pairs(List<Pair> payload) {
            return payload;
        }

        @SkillAction
        Open open(Open payload) {
            return payload;
        }

        @SkillAction
        Map<Integer, int[][]> numbers(Map<Integer, int[][]> payload) {
            return payload;
        }
    }

    private static final List<String> ACTIONS = List.of(
            "scalars",
            "page",
            "shape",
            "shapes",
            "customer",
            "named",
            "bean",
            "built",
            "delegating",
            "pairs",
            "open",
            "numbers");

    private static final SkillTester TESTER = SkillTester.of(new Actions());

    private static final DocumentUnderTest DOCUMENT = DocumentUnderTest.of(new Actions());

    /** A place in a payload, the value that it has, and how to set another. */
    private record Leaf(String field, Object container, Object key, Object sound) {
        @SuppressWarnings("unchecked")
        void set(Object value) {
            if (container instanceof Map<?, ?> map) {
                ((Map<Object, Object>) map).put(key, value);
            } else {
                ((List<Object>) container).set((Integer) key, value);
            }
        }
    }

    private final List<Leaf> leaves = new ArrayList<>();

    private Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aSoundPayloadIsServedAndComesBackAsItWouldBeAccepted(long seed) {
        for (String action : ACTIONS) {
            random = new Random(seed);
            String sent = JsonCodec.write(payload(action));
            TestResponse answer = send(action, sent);
            assertThat(answer.status()).as("%s %s: %s", action, sent, answer).isEqualTo(200);
            String payload = answer.json();
            TestResponse again = TESTER.action(action).invokeJson(payload);
            assertThat(again.json()).as("%s %s", action, sent).isEqualTo(payload);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void exactlyTheFaultsThatAreThereAreNamedAndEachAloneToo(long seed) {
        for (String action : ACTIONS) {
            random = new Random(seed);
            Object payload = payload(action);
            leaves.clear();
            collect(payload, "payload");
            List<Leaf> broken =
                    leaves.stream().filter(leaf -> random.nextInt(4) == 0).toList();
            for (Leaf leaf : broken) {
                leaf.set(bad());
            }
            assertThat(named(action, payload))
                    .as("%s %s", action, JsonCodec.write(payload))
                    .isEqualTo(fields(broken));
            for (Leaf leaf : broken) {
                leaf.set(leaf.sound());
            }
            for (Leaf leaf : broken.subList(0, Math.min(broken.size(), 5))) {
                leaf.set(bad());
                assertThat(named(action, payload))
                        .as("%s %s", action, JsonCodec.write(payload))
                        .containsExactly(leaf.field());
                leaf.set(leaf.sound());
            }
            assertThat(named(action, payload)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsServedIsValidByTheOpenApiDocumentAndSoIsItsAnswer(long seed) {
        for (String action : ACTIONS) {
            random = new Random(seed);
            Object payload = payload(action);
            assertValidIfServed(action, payload);
            leaves.clear();
            collect(payload, "payload");
            for (Leaf leaf : leaves) {
                leaf.set(any());
                assertValidIfServed(action, payload);
                leaf.set(leaf.sound());
                if (leaf.container() instanceof Map<?, ?> map) {
                    Map<?, ?> all = new LinkedHashMap<>(map);
                    map.remove(leaf.key());
                    assertValidIfServed(action, payload);
                    restore(map, all);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void restore(Map<?, ?> map, Map<?, ?> all) {
        map.clear();
        ((Map<Object, Object>) map).putAll(all);
    }

    private static void assertValidIfServed(String action, Object payload) {
        String body = "{\"payload\":" + JsonCodec.write(payload) + "}";
        TestResponse answer = TESTER.action(action).invokeJson(body);
        if (!answer.isError()) {
            assertThat(DOCUMENT.errors(action + "Request", body)).as(body).isEmpty();
            assertThat(DOCUMENT.errors(action + "Answer", answer.json()))
                    .as(answer.json())
                    .isEmpty();
        } else if (answer.status() == 400) {
            assertThat(DOCUMENT.errors("ErrorAnswer", answer.json()))
                    .as(answer.json())
                    .isEmpty();
        }
    }

    private Object any() {
        List<Object> values = Arrays.asList(
                null,
                "",
                "x",
                "5",
                "2026-01-31",
                "red",
                0,
                -1,
                7,
                new BigDecimal("1.0"),
                new BigDecimal("1e30"),
                true,
                false);
        return random.nextInt(5) == 0 ? bad() : values.get(random.nextInt(values.size()));
    }

    private static List<String> fields(List<Leaf> broken) {
        return broken.stream().map(Leaf::field).toList();
    }

    private List<String> named(String action, Object payload) {
        TestResponse answer = send(action, JsonCodec.write(payload));
        if (!answer.isError()) {
            return List.of();
        }
        assertThat(answer.status()).as(answer.json()).isEqualTo(400);
        assertThat(answer.json()).doesNotContain("io.skillsdk", "java.", "tools.jackson", "Exception");
        return answer.violations().stream().map(Violation::field).toList();
    }

    private static TestResponse send(String action, String payload) {
        return TESTER.action(action).invokeJson("{\"payload\":" + payload + "}");
    }

    /** No scalar of any type is read from one of these. */
    private Object bad() {
        return random.nextBoolean() ? new ArrayList<>(List.of(List.of())) : new LinkedHashMap<>(Map.of("no", true));
    }

    private void collect(Object value, String field) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, part) -> leaf(map, key, part, field + "." + key));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                leaf(list, i, list.get(i), field + "[" + i + "]");
            }
        }
    }

    private void leaf(Object container, Object key, Object part, String field) {
        if (part instanceof Map || part instanceof List) {
            collect(part, field);
        } else if (!"kind".equals(key)) {
            leaves.add(new Leaf(field, container, key, part));
        }
    }

    private Object payload(String action) {
        return switch (action) {
            case "scalars" -> scalars();
            case "page" ->
                object(
                        "items",
                        many(() -> shape(2)),
                        "named",
                        object("a", shape(1), "b.c", shape(1)),
                        "first",
                        shape(1));
            case "shape" -> shape(4);
            case "shapes" -> many(() -> shape(3));
            case "customer" -> object("zip", 12345, "city", "x", "name", "y", "numbers", list(3, 1, 2));
            case "named" -> object("first_name", "a", "shoe_size", 43, "last_place", point());
            case "bean" -> object("text", "a", "limit", 3, "point", point());
            case "built" -> object("size", 2, "points", many(this::point));
            case "delegating" -> many(this::point);
            case "pairs" -> many(() -> list("a", "b"));
            case "open" -> object("known", 1, "one", 2, "two", 3);
            default -> object("1", list(list(1, 2), list()), "-7", list(list(3)));
        };
    }

    private Object scalars() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.putAll(object("text", "ä", "whole", 1, "big", 9007199254740993L, "real", new BigDecimal("1.25")));
        all.putAll(
                object("small", new BigDecimal("0.5"), "exact", new BigDecimal("1.10"), "flag", true, "letter", "x"));
        all.putAll(object("huge", new BigInteger("123456789012345678901234567890"), "colour", "RED", "level", 2));
        all.putAll(object("id", "6f1d2c1e-8a55-4d2a-9c5b-0a1b2c3d4e5f", "uri", "https://a.b/c?d=e"));
        all.putAll(object("instant", "2026-01-31T12:30:00Z", "offset", "2026-01-31T12:30:00+01:00"));
        all.putAll(object("day", "2026-01-31", "when", "2026-01-31T12:30:00", "time", "12:30:00"));
        all.putAll(object("length", "PT30S", "period", "P7D", "year", 2026, "month", "2026-01"));
        all.putAll(object("birthday", "--01-31", "zone", "Europe/Berlin", "locale", "de-DE", "currency", "EUR"));
        all.putAll(object("charset", "UTF-8", "date", "2026-01-31T12:30:00.000Z", "counter", 3, "total", 4));
        all.putAll(object("perhaps", 5, "maybe", "m", "formatted", "31.01.2026"));
        return shuffled(all);
    }

    private Object point() {
        return object("the-x", random.nextInt(100), List.of("y", "why", "wye").get(random.nextInt(3)), 2);
    }

    private Object shape(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return object("kind", "circle", "radius", new BigDecimal("1.5"), "label", "l");
        }
        return object("kind", "group", "shapes", many(() -> shape(depth - 1)), "at", point());
    }

    private List<Object> many(java.util.function.Supplier<Object> each) {
        List<Object> all = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            all.add(each.get());
        }
        return all;
    }

    private static List<Object> list(Object... all) {
        return new ArrayList<>(List.of(all));
    }

    /** An object with its members in any order. */
    private Map<String, Object> object(Object... all) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < all.length; i += 2) {
            object.put((String) all[i], all[i + 1]);
        }
        return shuffled(object);
    }

    private Map<String, Object> shuffled(Map<String, Object> all) {
        List<String> names = new ArrayList<>(all.keySet());
        Collections.shuffle(names, random);
        Map<String, Object> shuffled = new LinkedHashMap<>();
        names.forEach(name -> shuffled.put(name, all.get(name)));
        return shuffled;
    }
}
