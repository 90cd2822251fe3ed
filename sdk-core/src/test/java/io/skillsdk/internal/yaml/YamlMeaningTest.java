package io.skillsdk.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.edit.YamlTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What a text means is what SnakeYAML Engine says, but for the few things that a definition cannot have. */
class YamlMeaningTest {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(false)
            .build();

    /** A value whose meaning is not of JSON: a key that is no text. */
    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A value of the engine's in our types: numbers beyond JSON's are kept as text. */
    private static @Nullable Object ours(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> ours = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (!(key instanceof String)) {
                    throw new NotJson();
                }
                ours.put(key, ours(inner));
            });
            return ours;
        }
        if (value instanceof List<?> list) {
            List<Object> ours = new ArrayList<>();
            list.forEach(inner -> ours.add(ours(inner)));
            return ours;
        }
        return value;
    }

    /** What both say of a text: the same, or both that it is none; null where it has what is not of JSON. */
    private static void compare(String text, String hint) {
        Object expected;
        try {
            expected = ours(new Load(SETTINGS).loadFromString(text));
        } catch (YamlEngineException | NumberFormatException e) {
            assertThatThrownBy(() -> YamlReader.read("f", text))
                    .as("%s: the engine refuses %s: %s", hint, text, e.getMessage())
                    .isInstanceOf(DefinitionException.class);
            return;
        } catch (NotJson | ClassCastException e) {
            return;
        }
        if (!(expected instanceof Map<?, ?>)) {
            assertThatThrownBy(() -> YamlReader.read("f", text)).isInstanceOf(DefinitionException.class);
            return;
        }
        if (expected.toString().matches("(?s).*(Infinity|NaN).*")) {
            return; // kept as texts, see below
        }
        assertThat(YamlReader.read("f", text).plain()).as("%s:%n%s", hint, text).isEqualTo(expected);
    }

    @Test
    void textsAsPeopleWriteThemMeanTheSame() {
        YamlTexts.all().forEach(text -> compare(text, "a text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n -:ab#'\"", "\n -:a1{},[]", "\n a:|>+-2b#", " a1b:&*!\n-", "\ta: \n-b\"\\x", "%\n-.a: "})
    void anyTextMeansTheSame(String alphabet) {
        for (long seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("a: ");
            for (int i = random.nextInt(14); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            compare(text.toString(), "seed " + seed);
        }
    }

    @Test
    void scalarsOfAnySortMeanTheSame() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder("k: ");
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append("0123456789+-.eExoabfnIN_~".charAt(random.nextInt(25)));
            }
            compare(text.toString(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!custom x | has the tag !custom",
                "!custom {x: 1} | has the tag !custom",
                "!custom [x] | has the tag !custom",
                "!!set {x} | has the tag",
                "!!omap [x: 1] | has the tag",
                "!!timestamp 2001-01-01 | has the tag",
                "!!bool maybe | which is not of its tag",
                "!!bool yes | which is not of its tag",
                "!!int abc | which is not of its tag",
                "!!int 1.5 | which is not of its tag",
                "!!float abc | which is not of its tag",
                "!!map x | has the tag",
                "!!seq {x: 1} | has the tag",
                "!!str [x] | has the tag",
            })
    void aTagSaysWhatTheValueIs(String value, String message) {
        assertThatThrownBy(() -> YamlReader.read("f", "k: 1\na: " + value))
                .isInstanceOfSatisfying(
                        DefinitionException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessageContaining(message);
    }

    @Test
    void numbersThatJsonDoesNotHaveStayTexts() {
        assertThat(YamlReader.read("f", "a: .inf\nb: -.INF\nc: .nan\nd: 1e999\ne: -1e999\nf: 18446744073709551616")
                        .plain())
                .isEqualTo(Map.of(
                        "a",
                        ".inf",
                        "b",
                        "-.INF",
                        "c",
                        ".nan",
                        "d",
                        "1e999",
                        "e",
                        "-1e999",
                        "f",
                        "18446744073709551616"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: 1\\n---\\nb: 2 | has several documents",
                "a: 1\\n... \\nb: 2 | is not valid YAML",
                "a: \\tb: c | is not valid YAML",
                "a:\\n\\t- b | is not valid YAML",
                "a: *none | is not valid YAML",
                "a: 'x | is not valid YAML",
                "a: \"\\\\q\" | is not valid YAML",
                "a: @x | is not valid YAML",
                "a: `x` | is not valid YAML",
                "a: %x | is not valid YAML",
                "a: {b: 1 | is not valid YAML",
                "a: &x *x | is not valid YAML",
                "a: &x [*x] | is nested deeper than 50 levels",
                "--- | is not a definition",
                "a: \"\\\\x | is not valid YAML",
                "a: \"\\\\xzz\" | is not valid YAML",
                "# none | is empty",
                "' ' | is empty",
                "<<: text | is not valid YAML",
                "{a: 1, a: 2} | the key 'a' is there twice",
                "{1: a, '1': b} | the key '1' is there twice",
                "a: {b: 1, \"b\": 2} | the key 'b' is there twice",
                "[a]: 1 | has a key that is not text",
                "? {a: 1, b: 2}\\n: 1 | has a key that is not text",
            })
    void whatIsNoDefinitionIsRefused(String text, String message) {
        assertThatThrownBy(() -> YamlReader.read("f", text.translateEscapes()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<<: *b | {base={x=1, y=2}, x=1, y=2}",
                "x: 0\\n<<: *b | {base={x=1, y=2}, x=0, y=2}",
                "<<: [*b, {x: 3, z: 4}] | {base={x=1, y=2}, x=1, y=2, z=4}",
                "<<: [{x: 3, z: 4}, *b] | {base={x=1, y=2}, x=3, z=4, y=2}",
                "<<: {z: 4} | {base={x=1, y=2}, z=4}",
                "<<: [] | {base={x=1, y=2}}",
                "<<: {<<: *b, z: 4} | {base={x=1, y=2}, z=4, x=1, y=2}",
                "'<<': *b | {base={x=1, y=2}, <<={x=1, y=2}}",
            })
    void aMergeGivesWhatIsNotThere(String line, String tree) {
        assertThat(YamlReader.read("f", "base: &b {x: 1, y: 2}\n" + line.translateEscapes())
                        .plain())
                .hasToString(tree);
    }
}
