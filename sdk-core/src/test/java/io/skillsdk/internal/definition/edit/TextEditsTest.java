package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextEditsTest {

    private static TextEdits edits(String text) {
        return new TextEdits(SourceText.of(text));
    }

    @Test
    void stretchesAreReplacedInWhateverOrderTheyAreGiven() {
        TextEdits edits = edits("0123456789");
        edits.replace(7, 9, "x");
        edits.delete(0, 2);
        edits.insert(5, "yy");
        assertThat(edits.apply()).isEqualTo("234yy56x9");
    }

    @Test
    void atOnePlaceTheFirstOneComesFirst() {
        TextEdits edits = edits("ab");
        edits.insert(1, "1");
        edits.insert(1, "2");
        edits.replace(1, 2, "3");
        assertThat(edits.apply()).isEqualTo("a123");
    }

    @Test
    void editsThatOverlapAreRefused() {
        TextEdits edits = edits("0123456789");
        edits.delete(2, 5);
        edits.delete(4, 6);
        assertThatThrownBy(edits::apply).isInstanceOf(NotEditableException.class);
    }

    @Test
    void manyEditsDoTheSameAsOneAfterTheOtherFromTheEnd() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            String text = "abcdefghijklmnopqrstuvwxyz".substring(0, 1 + random.nextInt(26));
            List<Integer> places = new ArrayList<>();
            random.ints(2L * random.nextInt(5), 0, text.length() + 1).forEach(places::add);
            Collections.sort(places);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < places.size(); i += 2) {
                order.add(i);
            }
            StringBuilder expected = new StringBuilder(text);
            for (int i = places.size() - 2; i >= 0; i -= 2) {
                expected.replace(places.get(i), places.get(i + 1), "<" + i + ">");
            }
            boolean distinct = places.stream().distinct().count() == places.size();
            if (!distinct) {
                continue; // at one place the order in which they are given counts
            }
            Collections.shuffle(order, random);
            TextEdits edits = edits(text);
            order.forEach(i -> edits.replace(places.get(i), places.get(i + 1), "<" + i + ">"));
            assertThat(edits.apply()).as("seed %d", seed).isEqualTo(expected.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void whatIsInsertedHasTheLineEndsOfTheText(String end) {
        TextEdits edits = edits("a" + end + "b" + end);
        edits.insertLines(1 + end.length(), "x\ny\n");
        assertThat(edits.apply()).isEqualTo("a" + end + "x" + end + "y" + end + "b" + end);
    }

    @Test
    void linesBehindALastLineWithoutEndLeaveItWithoutEnd() {
        TextEdits edits = edits("a\r\nb");
        edits.insertLines(4, "c\n");
        assertThat(edits.apply()).isEqualTo("a\r\nb\r\nc");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb\nc', lf",
        "'a\r\nb\r\nc\nd', crlf",
        "'a\rb', cr",
        "'a', lf",
        "'', lf",
        "'a\r\nb\nc\n', lf",
        "'a\r\nb\r', crlf"
    })
    void theLineEndOfMostLinesCounts(String text, String name) {
        String end = name.equals("lf") ? "\n" : name.equals("cr") ? "\r" : "\r\n";
        assertThat(SourceText.of(text).lineEnd()).isEqualTo(end);
    }

    @Test
    void aWalkByLinesPassesOverEachCharacterOnce() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            StringBuilder built = new StringBuilder();
            random.ints(random.nextInt(12), 0, 5).forEach(c -> built.append("a \n\ré".charAt(c)));
            SourceText source = SourceText.of(built.toString());
            int at = 0;
            while (at < built.length()) {
                int next = source.nextLine(at);
                assertThat(next).as("seed %d", seed).isGreaterThan(at);
                for (int offset = at; offset < next; offset++) {
                    assertThat(source.lineStart(offset))
                            .as("seed %d, offset %d", seed, offset)
                            .isEqualTo(at);
                }
                at = next;
            }
            assertThat(at).isEqualTo(built.length());
        }
    }

    @Test
    void columnsAreCountedInCharactersAndBehindAByteOrderMark() {
        SourceText source = SourceText.of("\uFEFF😀é: x\n");
        assertThat(source.column(1)).isZero();
        assertThat(source.column(3)).isEqualTo(1);
        assertThat(source.at(1, 2)).isEqualTo(4);
        assertThat(source.at(1, 99)).isEqualTo(-1);
        assertThat(source.isFirstInLine(1)).isTrue();
    }
}
