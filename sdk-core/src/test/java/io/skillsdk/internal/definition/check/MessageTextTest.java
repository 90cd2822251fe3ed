package io.skillsdk.internal.definition.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextTest {

    private static final String MESSAGE = """
            {
              "payload": {
                "lines": [
                  {"sku": "a"},
                  {"sku": "b", "note": "\uD83D\uDE00"}
                ],
                "a.b": 1
              },
              "properties": {"daemon.path": "x", "k": 1}
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "payload, 2, 3",
        "payload.lines, 3, 5",
        "payload.lines[1], 5, 7",
        "payload.lines[1].note, 5, 20",
        "payload.lines[2].sku, 3, 5",
        "payload.lines[99999999999].sku, 3, 5",
        "payload.lines[x], 3, 5",
        "payload.none.x, 2, 3",
        "none, 1, 1",
        "'', 1, 1",
        "properties.k, 9, 38"
    })
    void aValueIsWhereItsKeyIsOrWhatIsAround(String path, int line, int column) {
        assertThat(MessageText.of(MESSAGE.getBytes(UTF_8)).place(path)).isEqualTo(new Place(line, column));
    }

    @Test
    void aTextThatIsNotReadHasOnePlace() {
        String deep = "{\"payload\":" + "[".repeat(100) + "]".repeat(100) + "}";
        assertThat(MessageText.of(deep.getBytes(UTF_8)).place("payload")).isEqualTo(Place.START);
        assertThat(MessageText.of("{".getBytes(UTF_8)).place("payload")).isEqualTo(Place.START);
        assertThat(MessageText.of(new byte[] {-1}).place("payload")).isEqualTo(Place.START);
    }

    @Test
    void aFaultIsWhereJsonEnds() {
        assertThat(MessageText.faultOf("{\n \"a\": 1,\n x}".getBytes(UTF_8)).line())
                .isEqualTo(3);
        assertThat(MessageText.faultOf("[]".getBytes(UTF_8))).isEqualTo(Place.START);
        assertThat(MessageText.faultOf(new byte[0])).isEqualTo(Place.START);
    }
}
