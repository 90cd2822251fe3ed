package io.skillsdk.internal.daemon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the commands print of texts: differences and tables. */
class TextDiffTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    /** As the program patch does it. */
    private static List<String> patch(List<String> from, List<String> diff) {
        List<String> to = new ArrayList<>();
        int old = 0;
        for (int i = 2; i < diff.size(); ) {
            Matcher hunk = HUNK.matcher(diff.get(i++));
            assertThat(hunk.matches()).isTrue();
            int count = Integer.parseInt(hunk.group(2));
            int start = Integer.parseInt(hunk.group(1)) - (count == 0 ? 0 : 1);
            to.addAll(from.subList(old, start));
            assertThat(Integer.parseInt(hunk.group(3)) - (hunk.group(4).equals("0") ? 0 : 1))
                    .isEqualTo(to.size());
            int before = to.size();
            old = start;
            for (; i < diff.size() && !diff.get(i).startsWith("@@"); i++) {
                char mark = diff.get(i).charAt(0);
                String line = diff.get(i).substring(1);
                if (mark != '+') {
                    assertThat(from.get(old++)).isEqualTo(line);
                }
                if (mark != '-') {
                    to.add(line);
                }
            }
            assertThat(old - start).isEqualTo(count);
            assertThat(to.size() - before).isEqualTo(Integer.parseInt(hunk.group(4)));
        }
        to.addAll(from.subList(old, from.size()));
        return to;
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            lines.add(String.valueOf((char) ('a' + random.nextInt(5))));
        }
        return lines;
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    @Test
    void aDiffLeadsFromOneTextToTheOther() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            List<String> from = lines(random);
            List<String> to = random.nextBoolean() ? lines(random) : new ArrayList<>(from);
            if (!to.isEmpty()) {
                to.set(random.nextInt(to.size()), "changed");
            }
            assertThat(patch(from, TextDiff.of("f", text(from), text(to))))
                    .as("seed %d", SEED)
                    .isEqualTo(to);
        }
    }

    @Test
    void aFileThatIsNotThereYetIsAllNew() {
        assertThat(TextDiff.of("f", null, "a\nb\n"))
                .containsExactly("--- /dev/null", "+++ f", "@@ -0,0 +1,2 @@", "+a", "+b");
    }

    @Test
    void aLineBreakThatIsMissingAtTheEndIsADifference() {
        assertThat(TextDiff.of("f", "a", "a\n")).contains("-a (no line break at the end)", "+a");
    }

    @Test
    void theColumnsOfATableAreAsWideAsTheirWidestCell() {
        assertThat(TextTable.lines(List.of(List.of("a", "b"), List.of("long", "c"))))
                .containsExactly("a     b", "long  c");
    }

    @Test
    void aTextIsWrappedBetweenWordsOnly() {
        assertThat(TextTable.wrapped("to be or not  to be", 6)).containsExactly("to be", "or not", "to be");
        assertThat(TextTable.wrapped("incomprehensible to", 5)).containsExactly("incomprehensible", "to");
    }
}
