package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

/** As many faults as an error has room for, in the order of sending, under the names that were sent. */
class FaultsTest {

    @Test
    void faultsAreToldInTheOrderOfSendingWhateverTheOrderOfFinding() {
        Faults faults = new Faults();
        faults.add(7, "c", "x");
        faults.add(3, "a", "x");
        faults.add(7, "d", "x");
        faults.add(5, "b", "x");
        assertThat(faults.inOrder()).extracting(Violation::field).containsExactly("a", "b", "c", "d");
    }

    @Test
    void theFirstFaultIsToldHoweverLargeItIs() {
        Faults faults = new Faults();
        faults.add(1, "f".repeat(1_000_000), "m".repeat(1_000_000));
        assertThat(faults.inOrder()).hasSize(1);
        assertThat(faults.isFull()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 499, 500, 501, 5_000})
    void anErrorHasRoomForTwentyThousandCharacters(int length) {
        Faults faults = new Faults();
        for (int i = 0; i < 3_000; i++) {
            faults.add(i, "f".repeat(length), "m".repeat(length));
        }
        assertThat(faults.isFull()).isTrue();
        int each = 2 * Math.min(length, 500) + 30;
        assertThat(faults.inOrder()).hasSize(20_000 / each);
        int told = faults.inOrder().size();
        faults.add(0, "late", "x");
        assertThat(faults.inOrder()).hasSize(told);
    }

    @Test
    void aFieldIsNamedAsItWasSentUpToSomeLength() {
        Binding map = Binding.of(new TypeReference<Map<String, Map<String, List<Integer>>>>() {});
        String odd = "a.b [0] \\\" ä\\u0000";
        assertThat(map.fields("{\"\":{\"\":[\"x\"]}}")).containsExactly("payload..[0]");
        assertThat(map.faults("{\"" + odd + "\":{\"k\":[1,\"x\"]}}"))
                .singleElement()
                .asString()
                .startsWith("payload.a.b [0] \" ä\u0000.k[1] must be a whole number");
        String name = "n".repeat(40_000);
        assertThat(map.faults("{\"" + name + "\":{\"" + name + "\":[\"x\"]}}"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.length()).isBetween(500, 2_000));
    }

    @Test
    void manyFaultsInManyPlacesAreToldInOrderUntilThereIsNoRoom() {
        Binding list = Binding.of(new TypeReference<List<List<Integer>>>() {});
        String payload = IntStream.range(0, 2_000)
                .mapToObj(i -> i % 2 == 0 ? "[1,\"x\"]" : "[true]")
                .collect(Collectors.joining(",", "[", "]"));
        List<String> fields = list.fields(payload);
        assertThat(fields).hasSizeBetween(100, 400);
        for (int i = 0; i < fields.size(); i++) {
            assertThat(fields.get(i)).isEqualTo("payload[" + i + "]" + (i % 2 == 0 ? "[1]" : "[0]"));
        }
    }
}
