package io.skillsdk.internal.daemon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text in columns and lines, for terminals. */
class TextTableTest {

    private final Random random = new Random(Long.getLong("test.seed", System.nanoTime()));

    private String word() {
        return "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.nextInt(12));
    }

    @Test
    void columnsBeginAtTheSamePlaceInEachLine() {
        assertThat(TextTable.lines(List.of(
                        List.of("path", "", "does"), List.of("a", "POST", ""), List.of("longer", "GET", "x y"))))
                .containsExactly("path          does", "a       POST", "longer  GET   x y");
        assertThat(TextTable.lines(List.of())).isEmpty();
    }

    @Test
    void wrappedTextHasAllItsWordsAndNoLineThatCouldBeShorter() {
        for (int round = 0; round < 2_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                words.add(word());
            }
            int width = 1 + random.nextInt(40);
            List<String> lines =
                    TextTable.wrapped("  " + String.join(random.nextBoolean() ? " " : "\n ", words) + "\t", width);
            assertThat(String.join(" ", lines)).isEqualTo(String.join(" ", words));
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i).length() <= width || lines.get(i).indexOf(' ') < 0)
                        .as(lines.get(i))
                        .isTrue();
                if (i > 0) {
                    String first = lines.get(i).split(" ", 2)[0];
                    assertThat(lines.get(i - 1).length() + 1 + first.length())
                            .as("%s could begin in the line before", first)
                            .isGreaterThan(width);
                }
            }
        }
    }

    @Test
    void aTextWithoutWordsIsOneEmptyLine() {
        assertThat(TextTable.wrapped(" \n ", 10)).containsExactly("");
    }
}
