package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.type.PayloadType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects that stand for others by an id, and entries of maps: what is at fault is named where it stands. */
class ObjectIdsTest {

    @JsonIdentityInfo(generator = ObjectIdGenerators.PropertyGenerator.class, property = "id")
    static final class Node {
        public int id;
        public @Nullable Node next;
        public int size;
    }

    static final class Graph {
        public @Nullable List<Node> nodes;
        public @Nullable Map<String, Node> named;
        public @Nullable Node first;
        public int size;
    }

    record Entries(Map.Entry<String, Integer> entry, List<Map.Entry<Integer, String>> all) {}

    private static List<String> faults(Class<?> type, String payload) throws Exception {
        try {
            new EnvelopeReader(PayloadType.of(type))
                    .read(("{\"payload\":" + payload + "}").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnreadableBodyException e) {
            return e.violations().stream().map(ObjectIdsTest::text).toList();
        }
    }

    private static String text(Violation violation) {
        return violation.field() + " " + violation.message();
    }

    @Test
    void everyIdThatNoObjectHasIsNamedAndNoOther() throws Exception {
        Random random = new Random(18);
        for (int round = 0; round < 100; round++) {
            StringBuilder nodes = new StringBuilder();
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                int next = random.nextInt(8);
                nodes.append(i == 0 ? "" : ",")
                        .append("{\"id\":" + i + ",\"next\":" + next + ",\"size\":" + (next == 2 ? "\"x\"}" : "1}"));
                if (next > 4) {
                    expected.add("payload.nodes[" + i + "].next is not the id of an object in the payload");
                } else if (next == 2) {
                    expected.add("payload.nodes[" + i
                            + "].size must be a whole number from -2147483648 to 2147483647, not a string");
                }
            }
            int first = random.nextInt(8);
            if (first > 4) {
                expected.add("payload.named.a is not the id of an object in the payload");
                expected.add("payload.first is not the id of an object in the payload");
            }
            assertThat(faults(
                            Graph.class,
                            "{\"nodes\":[" + nodes + "],\"named\":{\"a\":" + first + "},\"first\":" + first + "}"))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void anIdThatIsGivenTwiceIsAFaultOfTheSender() throws Exception {
        assertThat(faults(Graph.class, "{\"nodes\":[{\"id\":1},{\"id\":1}]}"))
                .containsExactly("payload.nodes[1].id is the id of another object");
    }

    @Test
    void anIdIsNotCalledUnknownWhereTheObjectThatMayHaveItIsAtFault() throws Exception {
        assertThat(faults(Graph.class, "{\"nodes\":[{\"id\":\"1\"}],\"first\":1}"))
                .containsExactly(
                        "payload.nodes[0].id must be a whole number from -2147483648 to 2147483647, not a string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | must be an object with exactly one member",
                "{\"1\":null,\"2\":null} | must be an object with exactly one member",
                "5 | must be an object with exactly one member, not a number",
                "[] | must be an object with exactly one member, not an array"
            })
    void anEntryOfAMapHasOneMember(String sent, String words) throws Exception {
        assertThat(faults(Entries.class, "{\"entry\":" + sent + ",\"all\":[{\"1\":\"a\"}," + sent + "]}"))
                .containsExactly("payload.entry " + words, "payload.all[1] " + words);
        assertThat(faults(Entries.class, "{\"entry\":{\"a\":\"x\"},\"all\":[{\"x\":5}]}"))
                .hasSize(3)
                .first()
                .isEqualTo("payload.entry.a must be a whole number from -2147483648 to 2147483647, not a string");
    }
}
