package io.skillsdk.internal.json.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import io.skillsdk.SkillParameter;
import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.JsonCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A payload is right by the schema exactly where it is bound: sound ones, and copies of them that are changed at random. JSON Schema
 * takes 1.0 for a whole number and knows no form of dates, so those are not among the values.
 */
class SchemaAgreementTest {

    enum Colour {
        RED,
        @JsonProperty("dark-green")
        GREEN,
        @JsonAlias("navy")
        BLUE
    }

    record Scalars(
            byte small,
            Byte boxed,
            short middle,
            int whole,
            Long large,
            BigInteger huge,
            float real,
            Double boxedReal,
            BigDecimal exact,
            boolean flag,
            AtomicBoolean atomic,
            String text,
            Colour colour,
            OptionalInt perhaps,
            OptionalLong later,
            Optional<Colour> maybe) {}

    record Inner(
            int n,
            @SkillParameter(required = true) String name,
            @JsonSetter(nulls = Nulls.FAIL) String strict,
            @NonNull Integer number) {}

    record Nested(
            List<Integer> list,
            int[] array,
            boolean[][] deep,
            Set<Colour> set,
            Map<Integer, Boolean> byNumber,
            TreeMap<Byte, Inner> bySmall,
            Map<String, List<Inner>> byName,
            Optional<Inner> maybe,
            AtomicReference<Inner> reference) {}

    record Aliased(
            @JsonAlias({"a", "b"}) int first,
            @JsonAlias("c") @Nullable String second) {}

    record Hidden(
            @JsonIgnore int ignored,

            @JsonProperty(access = JsonProperty.Access.READ_ONLY)
            int readOnly,

            @JsonIgnoreProperties("n") Inner part,
            @JsonUnwrapped(prefix = "in-") Aliased flat) {}

    static final class Bean {
        public int n;

        @JsonProperty(required = true)
        public @Nullable Integer must;

        public @Nullable Bean next;
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "name", "more"})
    record Row(int x, @NonNull String name, @Nullable Integer more) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Group.class, name = "group")
    })
    sealed interface Shape {}

    record Circle(double radius, Colour colour) implements Shape {}

    record Group(
            List<Shape> parts,
            @SkillParameter(required = true) Shape main) implements Shape {}

    record Case(Class<?> type, String sound) {}

    static Stream<Case> cases() {
        String inner = "{\"n\":1,\"name\":\"a\",\"strict\":\"b\",\"number\":2}";
        String circle = "{\"kind\":\"circle\",\"radius\":1.5,\"colour\":\"navy\"}";
        return Stream.of(
                new Case(Scalars.class, """
                        {"small":-128,"boxed":127,"middle":32767,"whole":2147483647,"large":9223372036854775807,"huge":1,
                         "real":1.5,"boxedReal":2,"exact":1.10,"flag":true,"atomic":false,"text":"","colour":"RED",
                         "perhaps":5,"later":null,"maybe":"dark-green"}"""),
                new Case(Nested.class, """
                        {"list":[1,null],"array":[1,2],"deep":[[true],null,[]],"set":["RED"],"byNumber":{"1":true,"-7":null},
                         "bySmall":{"0":IN},"byName":{"":[IN,null]},"maybe":null,"reference":IN}""".replace("IN", inner)),
                new Case(Aliased.class, "{\"first\":1,\"c\":null}"),
                new Case(Hidden.class, "{\"part\":" + inner + ",\"in-first\":1,\"in-second\":\"x\",\"readOnly\":5}"),
                new Case(Bean.class, "{\"n\":1,\"must\":2,\"next\":{\"must\":3,\"next\":null}}"),
                new Case(Row.class, "[1,\"a\",2]"),
                new Case(Shape.class, "{\"kind\":\"group\",\"parts\":[" + circle + ",null],\"main\":" + circle + "}"));
    }

    private static final List<Object> POOL = Arrays.asList(
            null,
            "",
            "x",
            "5",
            "RED",
            "dark-green",
            "GREEN",
            "circle",
            "true",
            0,
            -1,
            7,
            127,
            128,
            255,
            -129,
            32768,
            2147483648L,
            new BigInteger("9223372036854775808"),
            new BigDecimal("1.5"),
            true,
            false,
            List.of(),
            List.of(1),
            List.of("a"),
            Map.of(),
            Map.of("n", 1),
            Map.of("1", true));

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsBoundIsRightByTheSchemaAndNothingElse(Case the) {
        Binding binding = Binding.of(the.type());
        assertAgreed(binding, the.sound());
        assertThat(binding.takes(the.sound())).isTrue();
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            Object tree = JsonCodec.readObject(("{\"it\":" + the.sound() + "}").getBytes(StandardCharsets.UTF_8))
                    .get("it");
            for (int i = random.nextInt(3); i >= 0; i--) {
                change(tree, random);
            }
            assertAgreed(binding, JsonCodec.write(tree));
        }
    }

    private static void assertAgreed(Binding binding, String payload) {
        List<String> faults = binding.faults(payload);
        List<String> errors = binding.schemaErrors(payload);
        assertThat(errors.isEmpty())
                .as("%s\nbinding: %s\nschema: %s", payload, faults, errors)
                .isEqualTo(faults.isEmpty());
    }

    /** Changes, removes or adds something, at any depth. */
    @SuppressWarnings("unchecked")
    private static void change(Object tree, Random random) {
        if (tree instanceof Map<?, ?> any && !any.isEmpty()) {
            Map<String, Object> map = (Map<String, Object>) any;
            String name = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
            Object part = map.get(name);
            if ((part instanceof Map || part instanceof List) && random.nextInt(4) > 0) {
                change(part, random);
            } else if (random.nextInt(5) == 0) {
                map.remove(name);
            } else if (random.nextInt(8) == 0) {
                map.remove(name);
                map.put(random.nextBoolean() ? name + "1" : "01", part);
            } else {
                map.put(name, value(random));
            }
        } else if (tree instanceof List<?> any && !any.isEmpty()) {
            List<Object> list = (List<Object>) any;
            int place = random.nextInt(list.size());
            if (random.nextInt(4) == 0) {
                list.remove(place);
            } else if ((list.get(place) instanceof Map || list.get(place) instanceof List) && random.nextInt(4) > 0) {
                change(list.get(place), random);
            } else {
                list.set(place, value(random));
            }
        }
    }

    private static @Nullable Object value(Random random) {
        Object value = POOL.get(random.nextInt(POOL.size()));
        return value instanceof Map<?, ?> map
                ? new LinkedHashMap<>(map)
                : value instanceof List<?> list ? new ArrayList<>(list) : value;
    }
}
