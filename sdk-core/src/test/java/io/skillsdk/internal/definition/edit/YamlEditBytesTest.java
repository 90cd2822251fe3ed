package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * One change of a text changes the one value for any reader of YAML, and no bytes but those of the value. SnakeYAML Engine says what a
 * text means, and where each value is.
 */
class YamlEditBytesTest {

    private static final List<Object> VALUES = List.of(
            "new", "", "a: b", "yes", "# x", "two\nlines", "5", 5, 0.5, true, Map.of(), List.of(), "\uD83D\uDE00");

    static Stream<String> texts() {
        return YamlTexts.all().stream();
    }

    private static EditedText edit(String text, Change change) {
        return YamlEditor.edit("f.yaml", text, List.of(change));
    }

    private static boolean hasAliases(String text) {
        return text.contains("*");
    }

    private static List<String> lines(String text) {
        return List.of(text.replace("\uFEFF", "").split("\r\n|\r|\n", -1));
    }

    /** Whether all of some lines are in others, in their order. */
    private static boolean areIn(List<String> some, List<String> all) {
        int at = 0;
        for (String line : all) {
            at += at < some.size() && some.get(at).equals(line) ? 1 : 0;
        }
        return at == some.size();
    }

    /** The lines of a text outside of a stretch of it. */
    private static List<String> around(String text, int start, int end) {
        List<String> all = lines(text);
        int first = lines(text.substring(0, start)).size() - 1;
        int last = lines(text.substring(0, end)).size() - 1;
        boolean behind = end > start && "\r\n".indexOf(text.charAt(end - 1)) >= 0;
        List<String> around = new ArrayList<>(all.subList(0, first));
        around.addAll(all.subList(behind ? last : last + 1, all.size()));
        return around;
    }

    /** Where the line with the key or dash of a value starts: what comes behind it changes with the value. */
    private static int keyOf(String text, YamlTexts.Site site) {
        String key = site.at().last() instanceof Integer
                ? "-.*"
                : "([-?] +)*['\"]?" + Pattern.quote(site.at().last().toString()) + "['\"]?(\\s*:.*|\\s*)";
        int start = Math.max(0, site.start());
        String line;
        do {
            start = Math.max(text.lastIndexOf('\n', start - 1), 0);
            line = text.substring(start)
                    .replace("\uFEFF", "")
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("");
        } while (start > 0 && !line.matches(key));
        return start == 0 ? 0 : start + 1;
    }

    /** Whether nothing else is in what a value is in, so that braces or brackets are left of it. */
    private static boolean isAlone(String text, TreePath at) {
        Object owner = at.parent().in(YamlReader.read("f", text).plain());
        return (owner instanceof Map<?, ?> map ? map.size() : ((List<?>) Objects.requireNonNull(owner)).size()) == 1;
    }

    /** Whether a dash before the key stays, and the next key takes its place. */
    private static boolean isFirstOfItem(String text, YamlTexts.Site site) {
        return site.at().last() instanceof String
                && text.substring(keyOf(text, site)).strip().startsWith("-");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aScalarIsReplacedWithinItsOwnBytes(String text) {
        for (YamlTexts.Site site : YamlTexts.sites(text)) {
            if (!(site.node() instanceof ScalarNode) || site.at().isRoot()) {
                continue;
            }
            for (Object value : VALUES) {
                EditedText edited = edit(text, new Change.Replace(site.at(), value));
                assertThat(YamlTexts.load(edited.text()))
                        .as("%s becomes %s in%n%s", site.at(), value, edited.text())
                        .isEqualTo(
                                YamlTexts.with(YamlTexts.load(text), site.at().steps(), Optional.of(value)));
                assertThat(edited.rewritten()).as("%s in%n%s", site.at(), text).isEmpty();
                if (!hasAliases(text)) {
                    assertThat(edited.text())
                            .as("%s becomes %s", site.at(), value)
                            .startsWith(text.substring(0, site.start()))
                            .endsWith(text.substring(site.end()));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aValueIsRemovedWithItsOwnLinesAlone(String text) {
        int rewritten = 0;
        for (YamlTexts.Site site : YamlTexts.sites(text)) {
            if (site.at().isRoot() || isAlone(text, site.at())) {
                continue;
            }
            EditedText edited = edit(text, new Change.Remove(site.at()));
            assertThat(YamlTexts.load(edited.text()))
                    .as("%s goes from%n%s", site.at(), text)
                    .isEqualTo(YamlTexts.with(YamlTexts.load(text), site.at().steps(), Optional.empty()));
            rewritten += edited.rewritten().isEmpty() ? 0 : 1;
            boolean whole = edited.rewritten().stream().anyMatch(TreePath::isRoot);
            assertThat(whole).as("%s goes from%n%s", site.at(), text).isFalse();
            if (edited.rewritten().isEmpty() && !hasAliases(text) && !site.inFlow() && !isFirstOfItem(text, site)) {
                assertThat(areIn(around(text, keyOf(text, site), site.end()), lines(edited.text())))
                        .as("%s goes from%n%s%nwhich leaves%n%s", site.at(), text, edited.text())
                        .isTrue();
            }
        }
        assertThat(rewritten).isLessThan(4);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aKeyIsAddedAndAllThatIsThereStays(String text) {
        for (YamlTexts.Site site : YamlTexts.sites(text)) {
            if (!(site.node() instanceof MappingNode)) {
                continue;
            }
            Map<?, ?> there = (Map<?, ?>) Objects.requireNonNull(
                    site.at().in(YamlReader.read("f", text).plain()));
            List<String> keys = there.keySet().stream().map(Object::toString).toList();
            List<@Nullable String> after = new ArrayList<>(keys.subList(0, Math.min(1, keys.size())));
            after.add(null);
            for (String key : after) {
                for (Object value : List.of("v", Map.of("k", List.of("w", 1)))) {
                    EditedText edited = edit(text, new Change.Put(site.at(), "added", value, key));
                    List<Object> steps = new ArrayList<>(site.at().steps());
                    steps.add("added");
                    assertThat(YamlTexts.load(edited.text()))
                            .as("added after %s in %s of%n%s", key, site.at(), text)
                            .isEqualTo(YamlTexts.with(YamlTexts.load(text), steps, Optional.of(value)));
                    if (edited.rewritten().isEmpty() && site.block() && !hasAliases(text)) {
                        assertThat(areIn(lines(text.stripTrailing()), lines(edited.text())))
                                .as("added after %s in %s of%n%s%nmakes%n%s", key, site.at(), text, edited.text())
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aCollectionTakesThePlaceOfAScalarAndAScalarThatOfACollection(String text) {
        for (YamlTexts.Site site : YamlTexts.sites(text)) {
            if (site.at().isRoot()) {
                continue;
            }
            for (Object value : List.of("v", Map.of("k", "v"), List.of(1, Map.of("k", "v")))) {
                EditedText edited = edit(text, new Change.Replace(site.at(), value));
                assertThat(YamlTexts.load(edited.text()))
                        .as("%s becomes %s in%n%s", site.at(), value, text)
                        .isEqualTo(
                                YamlTexts.with(YamlTexts.load(text), site.at().steps(), Optional.of(value)));
                if (edited.rewritten().isEmpty() && !site.inFlow() && !hasAliases(text)) {
                    assertThat(areIn(around(text, keyOf(text, site), site.end()), lines(edited.text())))
                            .as("%s becomes %s in%n%s%nwhich makes%n%s", site.at(), value, text, edited.text())
                            .isTrue();
                }
            }
        }
    }

    /** What is there first and last of a value is put back: the text means what it meant. */
    @Test
    void whatIsTakenAwayAndPutBackMeansTheSame() {
        List<String> texts = YamlTexts.all();
        for (long seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            String text = texts.get(random.nextInt(texts.size()));
            Object before = YamlReader.read("f", text).plain();
            List<YamlTexts.Site> sites = YamlTexts.sites(text);
            TreePath at = sites.get(random.nextInt(sites.size())).at();
            if (at.isRoot()) {
                continue;
            }
            Object value = at.in(before);
            String without = edit(text, new Change.Remove(at)).text();
            Object last = at.last();
            boolean alone =
                    at.parent().in(YamlReader.read("f", without).plain()) instanceof List<?> list && list.isEmpty();
            Change back = alone
                    ? new Change.Replace(at.parent(), List.of(value == null ? "null" : value))
                    : last instanceof Integer index
                            ? new Change.Insert(at.parent(), index, value)
                            : new Change.Put(at.parent(), last.toString(), value == null ? "null" : value, null);
            String again = edit(without, back).text();
            Object wanted = value == null && !(last instanceof Integer && !alone)
                    ? YamlTexts.with(before, at.steps(), Optional.of("null"))
                    : before;
            assertThat(YamlReader.read("f", again).plain())
                    .as("seed %d: %s of%n%s", seed, at, text)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void manyChangesAtOnceAreTheSameAsOneAfterTheOther() {
        List<String> texts = YamlTexts.all();
        for (long seed = 0; seed < 800; seed++) {
            Random random = new Random(seed);
            String text = texts.get(random.nextInt(texts.size()));
            Map<TreePath, Object> values = new LinkedHashMap<>();
            for (YamlTexts.Site site : YamlTexts.sites(text)) {
                if (site.node() instanceof ScalarNode && random.nextInt(3) == 0) {
                    values.put(site.at(), VALUES.get(random.nextInt(VALUES.size())));
                }
            }
            List<Change> changes = new ArrayList<>();
            Object wanted = YamlTexts.load(text);
            for (Map.Entry<TreePath, Object> one : values.entrySet()) {
                changes.add(new Change.Replace(one.getKey(), one.getValue()));
                wanted = YamlTexts.with(wanted, one.getKey().steps(), Optional.of(one.getValue()));
            }
            java.util.Collections.shuffle(changes, random);
            EditedText edited = YamlEditor.edit("f", text, changes);
            assertThat(YamlTexts.load(edited.text()))
                    .as("seed %d:%n%s", seed, text)
                    .isEqualTo(wanted);
            assertThat(edited.rewritten()).as("seed %d:%n%s", seed, text).isEmpty();
        }
    }
}
