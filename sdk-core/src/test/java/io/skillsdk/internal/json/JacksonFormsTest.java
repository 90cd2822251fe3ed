package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.type.PayloadType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.StdConverter;

/** The ways in which Jackson lets a value tell its type, or be read by way of another one: a fault is named where it stands. */
class JacksonFormsTest {

    @JsonTypeInfo(use = Id.NAME, include = As.WRAPPER_ARRAY)
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    sealed interface Pet {}

    record Cat(int lives) implements Pet {}

    @JsonTypeInfo(use = Id.NAME, include = As.WRAPPER_OBJECT)
    @JsonSubTypes(@JsonSubTypes.Type(value = Oak.class, name = "oak"))
    sealed interface Tree {}

    record Oak(int age) implements Tree {}

    sealed interface Car {}

    record Bus(int seats) implements Car {}

    static class Ride {

        public String kind;

        @JsonTypeInfo(use = Id.NAME, include = As.EXTERNAL_PROPERTY, property = "kind", visible = true)
        @JsonSubTypes(@JsonSubTypes.Type(value = Bus.class, name = "bus"))
        public Car car;

        public int fare;
    }

    @JsonDeserialize(converter = ToPoint.class)
    record Point(int x, int y) {}

    static final class ToPoint extends StdConverter<int[], Point> {
        @Override
        public Point convert(int[] from) {
            return new Point(from[0], from[1]);
        }
    }

    static final class Tagged extends HashMap<String, Integer> {

        private static final long serialVersionUID = 1L;

        final String tag;

        @JsonCreator
        Tagged(@JsonProperty("tag") String tag) {
            this.tag = tag;
        }
    }

    @JsonTypeInfo(use = Id.NAME, property = "type", defaultImpl = Void.class)
    @JsonSubTypes(@JsonSubTypes.Type(value = Note.class, name = "note"))
    interface Known {}

    record Note(LocalDate day) implements Known {}

    private static List<String> faults(TypeReference<?> type, String payload) throws PayloadFailure {
        try {
            new EnvelopeReader(PayloadType.of(type.getType()))
                    .read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().isEmpty()
                    ? List.of(e.detail())
                    : e.violations().stream()
                            .map((Violation each) -> each.field() + " " + each.message())
                            .toList();
        }
    }

    private static void assertFaults(TypeReference<?> type, String payload, String... faults) throws PayloadFailure {
        assertThat(faults(type, payload)).as(payload).isEqualTo(Arrays.asList(faults));
    }

    @Test
    void aTypeInAnArrayAroundTheValue() throws Exception {
        TypeReference<List<Pet>> pets = new TypeReference<>() {};
        assertFaults(pets, "[[\"cat\",{\"lives\":9}]]");
        assertFaults(pets, "[[5,{\"lives\":9}]]", "payload[0][0] must be one of cat");
        assertFaults(pets, "[{\"lives\":9},[\"cat\",{\"lives\":9}]]", "payload[0] must be an array, not an object");
        assertFaults(pets, "[[\"dog\",{\"lives\":9}]]", "payload[0][0] must be one of cat");
        assertFaults(
                pets,
                "[[\"cat\",{\"lives\":\"x\"}]]",
                "payload[0][1].lives must be a whole number from -2147483648 to 2147483647, not a string");
    }

    @Test
    void aTypeInAnObjectAroundTheValue() throws Exception {
        TypeReference<List<Tree>> trees = new TypeReference<>() {};
        assertFaults(trees, "[{\"oak\":{\"age\":9}}]");
        assertFaults(trees, "[5,{\"oak\":{\"age\":9}}]", "payload[0] must be an object, not a number");
    }

    @Test
    void aTypeBesideTheValue() throws Exception {
        TypeReference<Ride> ride = new TypeReference<>() {};
        assertFaults(ride, "{\"kind\":\"bus\",\"car\":{\"seats\":9},\"fare\":1}");
        assertFaults(ride, "{\"kind\":{},\"car\":null,\"fare\":1}", "payload.kind must be a string, not an object");
        assertFaults(ride, "{\"kind\":null,\"car\":{\"seats\":9},\"fare\":1}", "payload.kind must be one of bus");
    }

    @Test
    void aValueThatIsReadByWayOfAnother() throws Exception {
        TypeReference<List<Point>> points = new TypeReference<>() {};
        assertFaults(points, "[[1,2]]");
        assertFaults(
                points,
                "[[1,2],[[1],2]]",
                "payload[1][0] must be a whole number from -2147483648 to 2147483647, not an array");
    }

    @Test
    void whatAReaderLeavesIsNotWhatFollowsTheBody() throws Exception {
        TypeReference<Tagged> tagged = new TypeReference<>() {};
        assertFaults(tagged, "{\"tag\":\"a\",\"b\":1}");
        assertThat(faults(tagged, "[]")).singleElement().asString().startsWith("payload ");
    }

    @Test
    void aPayloadThatIsReadAsNothingIsRefused() throws Exception {
        TypeReference<Known> known = new TypeReference<>() {};
        assertFaults(known, "{\"type\":\"note\",\"day\":\"2026-01-31\"}");
        assertThat(faults(known, "{\"type\":\"other\"}"))
                .singleElement()
                .asString()
                .startsWith("payload");
    }
}
