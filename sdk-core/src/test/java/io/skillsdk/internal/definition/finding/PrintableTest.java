package io.skillsdk.internal.definition.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatMovesATerminalOrForgesALineIsEscaped() {
        assertThat(Printable.of("a\u001b[31m\nb\u202ec")).isEqualTo("a\\u001b[31m\\u000ab\\u202ec");
        assertThat(Printable.of("plain é 😀")).isEqualTo("plain é 😀");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        for (int before = 1990; before < 2010; before++) {
            String cut = Printable.of("a".repeat(before) + "😀".repeat(20));
            assertThat(cut.length()).isLessThan(2010);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut))
                    .as("%d", before)
                    .isTrue();
        }
    }

    @Test
    void nothingIsLeftThatCannotBeSeen() {
        for (long seed = 0; seed < 1000; seed++) {
            StringBuilder text = new StringBuilder();
            new Random(seed).ints(20, 0, 0x3000).forEach(c -> text.append((char) c));
            assertThat(Printable.of(text.toString()).chars().filter(Character::isISOControl))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
