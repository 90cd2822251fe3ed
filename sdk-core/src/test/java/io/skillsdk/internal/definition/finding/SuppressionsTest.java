package io.skillsdk.internal.definition.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.yaml.Places;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest {

    private static final Path FILE = Path.of("skill.yaml");

    private final FindingCollector faults = new FindingCollector(FILE, new Places());

    private Suppressions read(String... lines) {
        return new Suppressions(FILE, String.join("\n", lines), faults);
    }

    private static Finding finding(Rule rule, Path file, int line) {
        return new Finding(rule.id(), rule.severity(), file, line, 1, "", "message");
    }

    private static Finding at(int line) {
        return finding(Rule.NAME_LONG, FILE, line);
    }

    @Test
    void aCommentAtTheEndOfALineCoversThatLine() {
        Suppressions read = read("a: 1", "name: x # skill-check: ignore name-long: it is known", "b: 2");
        assertThat(List.of(1, 2, 3).stream().filter(line -> read.covers(at(line))))
                .containsExactly(2);
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void aCommentAloneCoversTheNextLine() {
        Suppressions read = read("a: 1", "  # skill-check: ignore name-long: it is known", "name: x", "b: 2");
        assertThat(List.of(1, 2, 3, 4).stream().filter(line -> read.covers(at(line))))
                .containsExactly(3);
    }

    @Test
    void severalCommentsAboveALineAllCoverIt() {
        Suppressions read = read(
                "# skill-check: ignore name-long: it is known",
                "# skill-check: ignore name-invalid: as well",
                "# and a word more",
                "name: x");
        assertThat(read.covers(at(4))).isTrue();
        assertThat(read.covers(finding(Rule.NAME_INVALID, FILE, 4))).isTrue();
        assertThat(read.covers(at(5))).isFalse();
    }

    @Test
    void aLineMayHaveOtherSignsBeforeTheComment() {
        Suppressions read = read("title: 'C# and F#' # skill-check: ignore name-long: it is known");
        assertThat(read.covers(at(1))).isTrue();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void anotherRuleOrFileIsNotCovered() {
        Suppressions read = read("name: x # skill-check: ignore name-long: it is known");
        assertThat(read.covers(finding(Rule.NAME_INVALID, FILE, 1))).isFalse();
        assertThat(read.covers(finding(Rule.NAME_LONG, Path.of("types.yaml"), 1)))
                .isFalse();
    }

    @Test
    void aFileIsCoveredWithAllBesideIt() {
        Suppressions read = read("a: 1", "# skill-check: ignore-file name-long: generated");
        assertThat(read.covers(at(1))).isTrue();
        assertThat(read.covers(finding(Rule.NAME_LONG, Path.of("types.yaml"), 9)))
                .isTrue();
    }

    @Test
    void linesMayEndAsOnWindows() {
        Suppressions read = read("a: 1 # skill-check: ignore name-long: known\r", "b: 2\r");
        assertThat(read.covers(at(1))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# skill-check: ignore name-long",
                "# skill-check: ignore name-long:  ",
                "# skill-check: ignore: why",
                "# skill-check: skip name-long: why",
                "# skill-check: ignore name-long and more: why",
                "# skill-check: ignore nmae-long: why",
                "# skill-check:"
            })
    void oneThatIsNotWrittenAsItMustIsAFindingAtItsPlace(String comment) {
        Suppressions read = read("a: 1", "b: 2 " + comment);
        assertThat(read.covers(at(2))).isFalse();
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.id()).isEqualTo(Rule.SUPPRESSION.id());
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.column()).isEqualTo(6);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: skill-check: ignore",
                "# see skill-check: ignore name-long: x",
                "#skillcheck: ignore name-long: x"
            })
    void whatOnlyLooksLikeOneIsPassedOver(String line) {
        Suppressions read = read(line);
        assertThat(read.covers(at(1))).isFalse();
        assertThat(faults.all()).isEmpty();
    }
}
