package io.skillsdk.internal.json.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;

/** A refusal that costs little tells what Jackson's own tells: its kind, place, type, value and message. */
class FrugalContextTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Cat.class, name = "cat")})
    interface Pet {}

    record Cat(int lives) implements Pet {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    @JsonSubTypes({@JsonSubTypes.Type(value = Bus.class, name = "bus")})
    interface Vehicle {}

    record Bus(int seats) implements Vehicle {}

    record Point(int x, @Nullable Integer y) {}

    record Even(int value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Even {
            if (value % 2 != 0) {
                throw new IllegalArgumentException("must be even");
            }
        }
    }

    static final class Required {
        @JsonProperty(required = true)
        public int n;
    }

    record Case(Type type, String json) {
        static Case of(TypeReference<?> type, String json) {
            return new Case(type.getType(), json);
        }
    }

    static Stream<Case> refusals() {
        TypeReference<List<Point>> points = new TypeReference<>() {};
        return Stream.of(
                new Case(Integer.class, "\"x\""),
                new Case(Integer.class, "{}"),
                new Case(Integer.class, "1.5"),
                new Case(Integer.class, "99999999999"),
                new Case(int.class, "null"),
                new Case(byte.class, "200"),
                new Case(double.class, "1e400"),
                new Case(boolean.class, "\"true\""),
                new Case(String.class, "5"),
                new Case(String.class, "[]"),
                new Case(UUID.class, "\"x\""),
                new Case(LocalDate.class, "\"2026-02-30\""),
                new Case(LocalDate.class, "5"),
                new Case(Path.class, "\"a:b\""),
                new Case(DayOfWeek.class, "\"SOMEDAY\""),
                new Case(DayOfWeek.class, "3"),
                new Case(int[].class, "[1,\"x\"]"),
                new Case(double[].class, "[1,1e400]"),
                new Case(byte[].class, "\"?\""),
                new Case(Point.class, "{}"),
                new Case(Point.class, "[]"),
                new Case(Point.class, "{\"x\":1,\"y\":true}"),
                new Case(Even.class, "3"),
                new Case(Required.class, "{}"),
                new Case(Pet.class, "{\"kind\":\"cow\"}"),
                new Case(Pet.class, "{}"),
                new Case(Pet.class, "{\"kind\":\"cat\",\"lives\":\"x\"}"),
                new Case(Vehicle.class, "{\"car\":{}}"),
                new Case(Vehicle.class, "[]"),
                Case.of(points, "[{\"x\":1},{\"x\":\"y\"}]"),
                Case.of(points, "{}"),
                Case.of(new TypeReference<Map<Integer, Point>>() {}, "{\"a\":{\"x\":1}}"),
                Case.of(new TypeReference<EnumMap<DayOfWeek, Integer>>() {}, "{\"x\":1}"),
                Case.of(new TypeReference<Map<String, List<Even>>>() {}, "{\"a\":[2,3]}"),
                Case.of(new TypeReference<Map.Entry<String, Integer>>() {}, "{}"));
    }

    private static JacksonException refused(ObjectReader reader, String json) {
        try {
            Object read = reader.readValue(json);
            throw new AssertionError(json + " was read: " + read);
        } catch (JacksonException e) {
            return e;
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aCheapRefusalTellsWhatADearOneTells(Case the) {
        ObjectReader reader = Json.MAPPER.readerFor(Json.MAPPER.constructType(the.type()));
        JacksonException dear = refused(reader, the.json());
        JacksonException cheap = refused(FrugalContexts.frugal(reader), the.json());
        assertThat(told(cheap)).isEqualTo(told(dear));
        assertThat(cheap).isInstanceOf(kind(dear));
    }

    /** Jackson's kinds: ours are subclasses of them. */
    private static Class<?> kind(Throwable thrown) {
        Class<?> kind = thrown.getClass();
        while (!kind.getName().startsWith("tools.jackson.")) {
            kind = kind.getSuperclass();
        }
        return kind;
    }

    private static List<Object> told(JacksonException thrown) {
        return List.of(
                // Jackson names the kind of value beside its token
                String.valueOf(thrown.getOriginalMessage()).replaceAll("\\w+ value \\(token (`[^`]+`)\\)", "$1"),
                thrown.getPath().stream()
                        .map(each -> each.getPropertyName() + "/" + each.getIndex())
                        .toList(),
                thrown instanceof MismatchedInputException mismatch ? String.valueOf(mismatch.getTargetType()) : "",
                thrown instanceof InvalidFormatException format ? String.valueOf(format.getValue()) : "",
                thrown instanceof InvalidTypeIdException type ? type.getTypeId() + " " + type.getBaseType() : "",
                String.valueOf(thrown.getCause()));
    }
}
