package io.skillsdk.internal.json.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.skillsdk.SkillError;
import io.skillsdk.SkillProperties;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

/** Whatever an action returns, its answer is an object with a payload that the gateway accepts, and no larger than allowed. */
class AnswerWriterTest {

    private static String written(@Nullable Object value, @Nullable Type type, @Nullable String output, int most)
            throws UnwritableResultException {
        byte[] answer = new AnswerWriter(most).write(value, type == null ? null : ResultType.of(type), output);
        assertThat(answer.length).isLessThanOrEqualTo(most);
        return new String(answer, StandardCharsets.UTF_8);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(null, "{}"),
                Arguments.of("", "{}"),
                Arguments.of(Optional.empty(), "{}"),
                Arguments.of(OptionalInt.empty(), "{}"),
                Arguments.of("a", "\"a\""),
                Arguments.of(" ", "\" \""),
                Arguments.of("0", "\"0\""),
                Arguments.of(0, "{\"result\":0}"),
                Arguments.of(-1L, "{\"result\":-1}"),
                Arguments.of(false, "{\"result\":false}"),
                Arguments.of(true, "{\"result\":true}"),
                Arguments.of(0.0, "{\"result\":0.0}"),
                Arguments.of(new BigDecimal("1.10"), "{\"result\":1.10}"),
                Arguments.of('x', "\"x\""),
                Arguments.of(List.of(), "[]"),
                Arguments.of(new int[0], "[]"),
                Arguments.of(new byte[0], "{}"),
                Arguments.of(new char[0], "{}"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(Optional.of(""), "{}"),
                Arguments.of(Arrays.asList((Object) null), "[null]"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyPayloadIsOneThatTheGatewayTakes(@Nullable Object value, String payload) throws Exception {
        assertThat(written(value, Object.class, null, 1000)).isEqualTo("{\"payload\":" + payload + "}");
        assertThat(written(value, Object.class, "out", 1000))
                .isEqualTo("{\"payload\":" + payload + ",\"outputName\":\"out\"}");
        assertThat(written(value, Object.class, "", 1000)).isEqualTo("{\"payload\":" + payload + "}");
    }

    @ParameterizedTest
    @MethodSource("values")
    void anAnswerIsWrittenWhereItJustFitsAndRefusedWhereItDoesNot(@Nullable Object value, String payload)
            throws Exception {
        int size = ("{\"payload\":" + payload + ",\"outputName\":\"ä\"}").getBytes(StandardCharsets.UTF_8).length;
        assertThat(written(value, Object.class, "ä", size)).contains(payload);
        assertThatExceptionOfType(UnwritableResultException.class)
                .isThrownBy(() -> written(value, Object.class, "ä", size - 1))
                .withMessageContaining("larger than " + (size - 1) + " bytes");
    }

    @Test
    void textOfAnySizeIsWrittenOrRefusedAndNeverCut() throws Exception {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            String text = "ä€\uD83D\uDE00x\"\\\n".repeat(random.nextInt(2000));
            int most = random.nextInt(30_000) + 20;
            try {
                String answer = written(Map.of("t", text), Object.class, null, most);
                assertThat(JsonCodec.readObject(answer.getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(Map.of("payload", Map.of("t", text)));
            } catch (UnwritableResultException e) {
                assertThat(JsonCodec.write(Map.of("payload", Map.of("t", text)))
                                .getBytes(StandardCharsets.UTF_8)
                                .length)
                        .isGreaterThan(most);
            }
        }
    }

    static final class Broken {
        public int getA() {
            return 1;
        }

        public int getB() {
            throw new IllegalStateException("no b");
        }
    }

    public static final class Cyclic {
        public @Nullable Cyclic self = this;
    }

    @Test
    void aResultThatNeverEndsIsRefused() {
        List<Object> inItself = new ArrayList<>();
        inItself.add(inItself);
        for (Object value : List.of(Stream.iterate(1, n -> 1).iterator(), new Cyclic(), inItself)) {
            assertThatExceptionOfType(UnwritableResultException.class)
                    .as(value.getClass().getSimpleName())
                    .isThrownBy(() -> new AnswerWriter(100_000).write(value, ResultType.of(Object.class), null));
        }
    }

    @Test
    void whatAGetterThrowsIsToldToTheLog() {
        assertThatExceptionOfType(UnwritableResultException.class)
                .isThrownBy(() -> written(new Broken(), Broken.class, null, 1000))
                .withMessageContaining("cannot be written as JSON")
                .satisfies(thrown -> assertThat(thrown).hasRootCauseMessage("no b"));
    }

    record Leaking(String name, SkillProperties properties) {}

    @Test
    void thePropertiesOfACallNeverLeaveIt() {
        assertThatExceptionOfType(UnwritableResultException.class)
                .isThrownBy(() -> written(
                        Map.of("a", List.of(io.skillsdk.SkillRequest.of("x").properties())), Object.class, null, 1000))
                .withMessageContaining("may hold secrets");
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Box.class, name = "box")
    })
    interface Shape {}

    record Circle(int r) implements Shape {}

    record Box<T>(T value) implements Shape {}

    record Page<T>(List<T> items, Optional<T> first, Map<String, T> named, T[] all) {}

    static Stream<Arguments> declared() {
        Circle circle = new Circle(1);
        String json = "{\"type\":\"circle\",\"r\":1}";
        return Stream.of(
                Arguments.of(circle, Shape.class, json),
                Arguments.of(circle, Circle.class, json),
                Arguments.of(circle, Object.class, json),
                Arguments.of(List.of(circle), new TypeReference<List<Shape>>() {}.getType(), "[" + json + "]"),
                Arguments.of(
                        List.of(circle), new TypeReference<List<? extends Shape>>() {}.getType(), "[" + json + "]"),
                Arguments.of(
                        Map.of("a", circle),
                        new TypeReference<Map<String, Shape>>() {}.getType(),
                        "{\"a\":" + json + "}"),
                Arguments.of(Optional.of(circle), new TypeReference<Optional<Shape>>() {}.getType(), json),
                Arguments.of(new Shape[] {circle}, Shape[].class, "[" + json + "]"),
                Arguments.of(
                        new Page<Shape>(
                                List.of(circle), Optional.of(circle), Map.of("b", circle), new Shape[] {circle}),
                        new TypeReference<Page<Shape>>() {}.getType(),
                        "{\"items\":[J],\"first\":J,\"named\":{\"b\":J},\"all\":[J]}".replace("J", json)),
                Arguments.of(
                        new Box<Shape>(circle),
                        new TypeReference<Box<Shape>>() {}.getType(),
                        "{\"type\":\"box\",\"value\":" + json + "}"),
                Arguments.of(
                        new TreeMap<>(Map.of(1, List.of(Optional.of(circle)))),
                        new TypeReference<Map<Integer, List<Optional<Shape>>>>() {}.getType(),
                        "{\"1\":[[J]]}".replace("[[J]]", "[" + json + "]")));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void whatIsWrittenHasTheTypeIdsThatItsDeclaredTypeAsksFor(Object value, Type type, String json) throws Exception {
        assertThat(written(value, type, null, 10_000)).isEqualTo("{\"payload\":" + json + "}");
    }

    static final class Comparing implements Comparable<Comparing> {
        public int n = 3;

        @Override
        public int compareTo(Comparing other) {
            return Comparator.<Integer>naturalOrder().compare(n, other.n);
        }
    }

    @Test
    void aValueOfAnotherTypeThanIsDeclaredIsWrittenByItsOwn() throws Exception {
        assertThat(written(new Comparing(), new TypeReference<Comparable<String>>() {}.getType(), null, 100))
                .isEqualTo("{\"payload\":{\"n\":3}}");
        assertThat(written(5, new TypeReference<Map<String, String>>() {}.getType(), null, 100))
                .isEqualTo("{\"payload\":{\"result\":5}}");
        assertThat(written("text", new TypeReference<Comparable<Integer>>() {}.getType(), null, 100))
                .isEqualTo("{\"payload\":\"text\"}");
    }

    @Test
    void anErrorIsWrittenWhateverIsInIt() {
        SkillError error = new SkillError(
                400,
                "Bad Request",
                "a \"b\" \n\uD800 \u0000",
                "\uDC00",
                List.of(new Violation("payload.\uD83D", "é€")));
        Map<String, Object> read = JsonCodec.readObject(new AnswerWriter(1).write(error));
        assertThat(read.toString()).contains("status=400", "title=Bad Request", "é€", "payload.");
    }
}
