package io.skillsdk.internal.fabric.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    record Row(int id, String text) {}

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(20); n > 0; n--) {
                text.append("a\n\r\u2028\u0085\t\"\\é😀".charAt(random.nextInt(9)));
            }
            rows.add(new Row(random.nextInt(), text.toString()));
        }
        return rows;
    }

    @Test
    void whatIsWrittenIsReadAgainWhateverTheSizeOfTheReads() throws IOException {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Row> rows = rows(random).stream()
                    // half of a character cannot be written in UTF-8
                    .filter(row -> StandardCharsets.UTF_8.newEncoder().canEncode(row.text))
                    .toList();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonLinesStream stream = new JsonLinesStream(rows.stream())) {
                byte[] buffer = new byte[1 + random.nextInt(16)];
                for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                    assertThat(read).as("seed %d", seed).isPositive();
                    bytes.write(buffer, 0, read);
                }
                assertThat(stream.read()).isEqualTo(-1);
            }
            assertThat(JsonLinesReader.read(new ByteArrayInputStream(bytes.toByteArray()), Row.class, "rows"))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(rows);
        }
    }

    @Test
    void aReadOfNothingReadsNothing() throws IOException {
        try (JsonLinesStream stream = new JsonLinesStream(Stream.of(1))) {
            assertThat(stream.read(new byte[4], 0, 0)).isZero();
            assertThat(stream.readAllBytes()).isEqualTo("1\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void valuesAreAskedForAsTheyAreSentAndTheStreamIsClosed() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        Stream<Integer> values = IntStream.range(0, 1000)
                .peek(value -> asked.incrementAndGet())
                .boxed()
                .onClose(() -> closed.set(true));
        try (JsonLinesStream stream = new JsonLinesStream(values)) {
            assertThat(stream.readNBytes(2)).isEqualTo("0\n".getBytes(StandardCharsets.UTF_8));
            assertThat(asked.get()).isLessThan(10);
        }
        assertThat(closed).isTrue();
    }

    @Test
    void aValueThatIsNoJsonIsRefusedWithoutItsContent() {
        Object self = new Object() {
            @SuppressWarnings("unused") // read by Jackson
            public Object getSelf() {
                throw new IllegalStateException("the secret");
            }
        };
        assertThatThrownBy(() -> JsonLinesStream.write(Map.of("a", self)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aLineThatDoesNotFitIsNamedWithoutItsContent() {
        ByteArrayInputStream lines =
                new ByteArrayInputStream("{\"id\":1,\"text\":\"a\"}\n\n  \n{\"id\":\"secret\",\"text\":\"b\"}\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(
                        () -> JsonLinesReader.read(lines, Row.class, "the rows").toList())
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the rows")
                .hasMessageContaining("line 4 does not fit Row, at id")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aLineOfNullDoesNotFit() {
        assertThatThrownBy(() -> JsonLinesReader.read(
                                new ByteArrayInputStream("null".getBytes(StandardCharsets.UTF_8)), Row.class, "rows")
                        .toList())
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("line 1");
    }
}
