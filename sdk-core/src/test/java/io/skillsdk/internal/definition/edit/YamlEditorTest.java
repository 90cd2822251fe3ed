package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditorTest {

    private static final List<Object> SCALARS = List.of(
            "text",
            "A sentence.",
            "yes",
            "5000",
            5000,
            true,
            "",
            "a: b",
            "12:30:45",
            "{{x}}",
            "#SECURE.key",
            "it's",
            "1_000",
            "~",
            "-",
            "- x",
            "\ttab",
            "two\nlines",
            "é\u2028 \uD83D\uDE00",
            1.5,
            "[x",
            "a, b",
            "0o7",
            "a #b");

    private static final List<String> KEYS = List.of("name", "type", "port", "on", "defaultValue", "x-y", "1", "a b");

    private static EditedText edit(String text, Change... changes) {
        return YamlEditor.edit("skill.yaml", text, List.of(changes));
    }

    private static Object scalar(Random random) {
        return SCALARS.get(random.nextInt(SCALARS.size()));
    }

    private static Object value(Random random, int depth) {
        int kind = random.nextInt(depth > 3 ? 1 : 3);
        if (kind == 0) {
            return random.nextInt(8) == 0 ? null : scalar(random);
        }
        if (kind == 1) {
            List<Object> list = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                list.add(value(random, depth + 1));
            }
            return list;
        }
        return map(random, depth);
    }

    private static Map<String, Object> map(Random random, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4) + (depth == 0 ? 2 : 0); i > 0; i--) {
            map.put(KEYS.get(random.nextInt(KEYS.size())), value(random, depth + 1));
        }
        return map;
    }

    private static void collect(Object value, TreePath at, List<TreePath> places) {
        places.add(at);
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> collect(inner, at.then(key), places));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), at.then(i), places);
            }
        }
    }

    private static List<Change> changes(Object tree, Random random) {
        List<TreePath> places = new ArrayList<>();
        collect(tree, TreePath.ROOT, places);
        List<Change> changes = new ArrayList<>();
        for (int tries = random.nextInt(6) + 1; tries > 0; tries--) {
            TreePath at = places.get(random.nextInt(places.size()));
            Object there = at.in(tree);
            Change change = null;
            int kind = random.nextInt(4);
            if (kind == 0 && !at.isRoot()) {
                change = new Change.Remove(at);
            } else if (kind == 1 && there instanceof Map<?, ?> map) {
                change = new Change.Put(
                        at,
                        "new" + tries,
                        nonNull(random),
                        map.isEmpty() || random.nextBoolean()
                                ? null
                                : map.keySet().iterator().next().toString());
            } else if (kind == 2 && there instanceof List<?> list && !list.isEmpty()) {
                change = new Change.Insert(at, random.nextInt(list.size() + 1), value(random, 3));
            } else if (!at.isRoot()) {
                change = new Change.Replace(at, value(random, 2));
            }
            Change made = change;
            boolean apart = made != null
                    && changes.stream()
                            .noneMatch(other -> ends(made) && made.at().holds(other.at())
                                    || ends(other) && other.at().holds(made.at()));
            if (apart) {
                changes.add(made);
            }
        }
        return changes;
    }

    private static Object nonNull(Random random) {
        Object value = value(random, 2);
        return value == null ? "text" : value;
    }

    private static boolean ends(Change change) {
        return change instanceof Change.Remove || change instanceof Change.Replace;
    }

    @Test
    void anyChangesOfAnyTextSayExactlyWhatWasWanted() {
        int inPlace = 0;
        int all = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Map<String, Object> tree = map(random, 0);
            String text = YamlStyles.write(tree, random);
            assertThat(YamlReader.read("f", text).plain())
                    .as("seed %s:%n%s", seed, text)
                    .isEqualTo(tree);
            List<Change> changes = changes(tree, random);
            EditedText edited = YamlEditor.edit("f", text, changes);
            assertThat(YamlReader.read("f", edited.text()).plain())
                    .as("seed %s:%n%s%n%s", seed, changes, text)
                    .isEqualTo(Changes.apply(tree, changes));
            all++;
            inPlace += edited.rewritten().isEmpty() ? 1 : 0;
        }
        assertThat(inPlace).isGreaterThan(all * 9 / 10);
    }

    @Test
    void aNewValueOfAKeyLeavesAllOtherLinesAsTheyAre() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            Map<String, Object> tree = map(random, 0);
            tree.put("port", 4711);
            String text = YamlStyles.write(tree, random);
            String edited =
                    edit(text, new Change.Replace(TreePath.of("port"), 5000)).text();
            assertThat(edited).as("seed %s", seed).isEqualTo(text.replace("4711", "5000"));
        }
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r"})
    void newLinesEndAsTheTextsOwnDo(String lineEnd) {
        String end = lineEnd.translateEscapes();
        String text = "a: 1\n# last\nb:\n  - x".replace("\n", end);
        assertThat(edit(
                                text,
                                new Change.Put(TreePath.ROOT, "c", "new", null),
                                new Change.Insert(TreePath.of("b"), 1, Map.of("name", "z")))
                        .text())
                .isEqualTo("a: 1\n# last\nb:\n  - x\n  - name: z\nc: new".replace("\n", end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~port:~ | ~port: 5000~",
                "~port: # none~ | ~port: 5000 # none~",
                "~port: ~ | ~port: 5000 ~",
                "~port: |-\\n  many\\n\\n# c~ | ~port: 5000\\n\\n# c~",
                "~port: &p 80\\nx-port: *p~ | ~port: &p 5000\\nx-port: 80~",
                "~x: &p 80\\nport: *p # c~ | ~x: &p 80\\nport: 5000 # c~",
                "~{port: , x: 1}~ | ~{port: 5000 , x: 1}~",
                "~{x: 1, port}~ | ~{x: 1, port: 5000}~",
                "~{\"port\":80}~ | ~{\"port\":5000}~",
                "~port: !!int '80' # c~ | ~port: 5000 # c~",
                "~port:\\n  80~ | ~port:\\n  5000~",
                "~port: {a: 1}~ | ~port: 5000~",
                "~port:\\n  a: 1\\n  b: 2 # c~ | ~port: 5000 # c~",
                "~? port\\n: 80~ | ~? port\\n: 5000~",
                "~--- # c\\nport: 80\\n...~ | ~--- # c\\nport: 5000\\n...~",
                "~base: &b {port: 80}\\n<<: *b~ | ~base: &b {port: 80}\\n<<: *b\\nport: 5000~",
            })
    void aValueIsReplacedInAnyWayOfWriting(String before, String after) {
        EditedText edited = edit(before.translateEscapes(), new Change.Replace(TreePath.of("port"), 5000));
        assertThat(edited.text()).isEqualTo(after.translateEscapes());
        assertThat(edited.rewritten()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~a: [{n: 1}]~ | ~a: [{n: 1, k: v}]~",
                "~a: [{n: 1,}]~ | ~a: [{n: 1, k: v,}]~",
                "~a: [{}]~ | ~a: [{k: v}]~",
                "~a: [{\"n\": 1}]~ | ~a: [{\"n\": 1, \"k\": \"v\"}]~",
                "~a:\\n- n: 1 # c\\n\\n# d\\nb: 1~ | ~a:\\n- n: 1 # c\\n  k: v\\n\\n# d\\nb: 1~",
                "~a:\\n- n: |+\\n    x\\n\\nb: 1~ | ~a:\\n- n: |+\\n    x\\n\\n  k: v\\nb: 1~",
                "~a:\\n- n: |\\n    x\\n\\nb: 1~ | ~a:\\n- n: |\\n    x\\n  k: v\\n\\nb: 1~",
                "~a:\\n-   n:~ | ~a:\\n-   n:\\n    k: v~",
                "~a:\\n- n: \"x\\n    y\"~ | ~a:\\n- n: \"x\\n    y\"\\n  k: v~",
            })
    void aKeyIsAddedInAnyWayOfWriting(String before, String after) {
        EditedText edited = edit(before.translateEscapes(), new Change.Put(TreePath.of("a", 0), "k", "v", null));
        assertThat(edited.text()).isEqualTo(after.translateEscapes());
        assertThat(edited.rewritten()).isEmpty();
    }

    @Test
    void whatCannotBeChangedInPlaceIsWrittenAnewAndTold() {
        EditedText edited = edit("x: 1 # kept\na: [i: 1]\n", new Change.Put(TreePath.of("a", 0), "k", "v", null));
        assertThat(edited.text()).isEqualTo("x: 1 # kept\na:\n  - i: 1\n    k: v\n");
        assertThat(edited.rewritten()).extracting(TreePath::toString).containsExactly("a");
    }

    @Test
    void aMergedKeyThatGoesTakesTheMergeWithItAndThisIsTold() {
        EditedText edited = edit("b: &b {k: 1, l: 2}\na:\n  <<: *b\n", new Change.Remove(TreePath.of("a", "k")));
        assertThat(edited.text()).isEqualTo("b: &b {k: 1, l: 2}\na:\n  l: 2\n");
        assertThat(edited.rewritten()).extracting(TreePath::toString).containsExactly("a");
    }

    @Test
    void aKeyThatAnAliasTakesFromItsAnchorStaysWhereTheAnchorChanges() {
        String text = "a: &a\n  type: string\n  name: one\nb:\n  <<: *a\n  name: two\nc: *a\n";
        assertThat(edit(text, new Change.Replace(TreePath.of("a", "type"), "number"))
                        .text())
                .isEqualTo("a: &a\n  type: number\n  name: one\nb:\n  <<: *a\n  name: two\n  type: string\n"
                        + "c:\n  type: string\n  name: one\n");
    }

    @Test
    void anAliasFollowsItsAnchorWhereBothAreToChange() {
        String text = "a: &a {port: 80}\nb: *a\n";
        assertThat(edit(
                                text,
                                new Change.Replace(TreePath.of("a", "port"), 5000),
                                new Change.Replace(TreePath.of("b", "port"), 5000))
                        .text())
                .isEqualTo("a: &a {port: 5000}\nb: *a\n");
    }
}
