package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of texts, and changes of trees. */
class SourceTextTest {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(\\r\\n|\\r|\\n|\\z)");

    @Test
    void linesAreFoundAsAPatternFindsThem() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                made.append(
                        List.of("a", " ", "\n", "\r", "\r\n", "\uD83D\uDE00").get(random.nextInt(6)));
            }
            String text = made.toString();
            SourceText source = SourceText.of(text);
            Matcher lines = LINE.matcher(text);
            while (lines.find() && lines.end() > lines.start()) {
                int behind = lines.end() - lines.group(1).length();
                for (int at = lines.start(); at <= behind; at++) {
                    String before = text.substring(lines.start(), at);
                    assertThat(source.lineStart(at)).as("seed %d: %d", seed, at).isEqualTo(lines.start());
                    assertThat(source.nextLine(at)).as("seed %d: %d", seed, at).isEqualTo(lines.end());
                    assertThat(source.column(at)).isEqualTo(before.codePointCount(0, before.length()));
                    assertThat(source.isFirstInLine(at)).isEqualTo(before.isBlank());
                    assertThat(source.isBlankLine(at))
                            .isEqualTo(text.substring(lines.start(), behind).isBlank());
                    if (at < behind && !Character.isLowSurrogate(text.charAt(at))) {
                        assertThat(source.at(lines.start(), source.column(at))).isEqualTo(at);
                    }
                }
                assertThat(source.at(lines.start(), 20)).isEqualTo(-1);
            }
            assertThat(source.endsWithinLine()).isEqualTo(!text.isEmpty() && !text.matches("(?s).*[\\r\\n]"));
        }
    }

    @ParameterizedTest
    @CsvSource({"a, \\n", "a\\nb\\r\\n, \\n", "a\\r\\nb\\r\\nc\\n, \\r\\n", "a\\rb\\rc\\n, \\r", "'', \\n"})
    void linesEndAsMostDo(String text, String end) {
        assertThat(SourceText.of(text.translateEscapes()).lineEnd()).isEqualTo(end.translateEscapes());
    }

    @Test
    void theOrderInWhichChangesAreNamedMakesNoDifference() {
        Object tree = YamlReader.read("f", "a: 1\nb: [1, 2, {x: 1, y: 2}, 4]\nc: {k: v, l: [w]}\nd:\n")
                .plain();
        List<Change> all = List.of(
                new Change.Replace(TreePath.of("a"), List.of("new")),
                new Change.Insert(TreePath.of("b"), 0, "first"),
                new Change.Remove(TreePath.of("b", 1)),
                new Change.Replace(TreePath.of("b", 2, "x"), 5),
                new Change.Put(TreePath.of("b", 2), "z", 3, "x"),
                new Change.Insert(TreePath.of("b"), 4, "last"),
                new Change.Remove(TreePath.of("c", "k")),
                new Change.Put(TreePath.of("c"), "m", null, null),
                new Change.Insert(TreePath.of("c", "l"), 1, Map.of("n", 1)),
                new Change.Remove(TreePath.of("d")));
        for (long seed = 0; seed < 200; seed++) {
            List<Change> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(Changes.apply(tree, shuffled))
                    .as("seed %d", seed)
                    .hasToString("{a=[new], b=[first, 1, {x=5, z=3, y=2}, 4, last], c={l=[w, {n=1}], m=null}}");
        }
        assertThat(tree).hasToString("{a=1, b=[1, 2, {x=1, y=2}, 4], c={k=v, l=[w]}, d=null}");
    }

    @Test
    void aChangeWithoutAPlaceIsRefused() {
        Map<String, Object> tree = Map.of("a", 1);
        assertThatThrownBy(() -> Changes.apply(tree, List.of(new Change.Put(TreePath.of("a"), "k", 1, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Changes.apply(tree, List.of(new Change.Insert(TreePath.of("b"), 0, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlaceIsFoundInATreeAndWrittenForPeople() {
        Object tree = YamlReader.read("f", "a: [{b: 1}]\n").plain();
        TreePath path = TreePath.of("a", 0, "b");
        assertThat(path.in(tree)).isEqualTo(1);
        assertThat(path).hasToString("a[0].b");
        assertThat(TreePath.ROOT).hasToString("");
        for (TreePath nowhere :
                List.of(TreePath.of("a", 1), TreePath.of("a", "b"), TreePath.of(0), TreePath.of("a", 0, "b", "c"))) {
            assertThat(nowhere.in(tree)).isNull();
        }
        assertThat(TreePath.of("a", 0).holds(path)).isTrue();
        assertThat(path.holds(path)).isTrue();
        assertThat(path.holds(TreePath.of("a", 0))).isFalse();
        assertThat(TreePath.of("a", 1).holds(path)).isFalse();
    }
}
