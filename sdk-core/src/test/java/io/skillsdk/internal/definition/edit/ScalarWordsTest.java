package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Which texts need quotes: whatever any reader of YAML 1.1 or 1.2 takes for something else than a text. */
class ScalarWordsTest {

    /** The implicit types of YAML 1.1 as its most used readers resolve them (PyYAML's resolver, js-yaml 3). */
    private static final List<Pattern> YAML_1_1 = List.of(
            Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|y|Y|n|N"),
            Pattern.compile("[-+]?(?:[0-9][0-9_]*)\\.[0-9_]*(?:[eE][-+]?[0-9]+)?"),
            Pattern.compile("\\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"),
            Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"),
            Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
            Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"),
            Pattern.compile("[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"),
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
                    + "(?:[ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?"),
            Pattern.compile("~|null|Null|NULL||<<|="));

    private static final String OF_NUMBERS = "0123456789012___...::--++eEoxbBXfaATtZ inNa";

    private static boolean isOther(String text) {
        return YAML_1_1.stream().anyMatch(type -> type.matcher(text).matches());
    }

    private static void expectText(String text, String hint) {
        for (ScalarText.Style style : ScalarText.Style.values()) {
            for (boolean within : new boolean[] {false, true}) {
                String written = ScalarText.of(text, style, within);
                String yaml = within ? "{k: " + written + "}" : "k: " + written;
                assertThat(YamlReader.read("f", yaml).plain())
                        .as("%s: %s", hint, yaml)
                        .isEqualTo(Map.of("k", text));
                for (LoadSettings reader : READERS) {
                    assertThat(new Load(reader).loadFromString(yaml))
                            .as("%s: %s", hint, yaml)
                            .isEqualTo(Map.of("k", text));
                }
                assertThat(isOther(text) && written.equals(text))
                        .as("%s: %s", hint, yaml)
                        .isFalse();
            }
        }
    }

    private static final List<LoadSettings> READERS = List.of(
            LoadSettings.builder().setSchema(new CoreSchema()).build(),
            LoadSettings.builder().setSchema(new JsonSchema()).build(),
            LoadSettings.builder().setSchema(new FailsafeSchema()).build());

    @Test
    void whatLooksLikeANumberOrTimeAnywhereIsQuoted() {
        for (long seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(OF_NUMBERS.charAt(random.nextInt(OF_NUMBERS.length())));
            }
            expectText(text.toString(), "seed " + seed);
        }
    }

    @Test
    void whatBelongsToATypeOfYaml11IsQuoted() {
        for (String text : List.of(
                "y",
                "N",
                "yes",
                "oFF",
                "0b101",
                "-0b1_0",
                "017",
                "0o17",
                "0x_1F",
                "1_000",
                "685_230.15",
                "190:20:30",
                "190:20:30.15",
                "6.8523015e+5",
                "1e3",
                ".5",
                "5.",
                "-.inf",
                ".NaN",
                "2001-12-14",
                "2001-12-14t21:59:43.10-05:00",
                "2001-12-14 21:59:43.10 -5",
                "2001-1-1 1:00:00Z",
                "~",
                "Null",
                "<<",
                "=")) {
            expectText(text, "a type of YAML 1.1");
            assertThat(ScalarText.of(text, ScalarText.Style.PLAIN, false)).isEqualTo("'" + text + "'");
        }
    }

    @Test
    void whatIsTextEverywhereStaysUnquoted() {
        for (String text : List.of(
                "1.0.0",
                "a",
                "5a",
                "v1",
                "1 2",
                "cortex/daemons",
                "a-b",
                "a:b",
                "x#y",
                "it's",
                "50%",
                "a, b",
                "é",
                "0x",
                "1.2.3-beta",
                "nope",
                "yesterday",
                "-x",
                "--a",
                "a\\b",
                "http://a/b?c=d&e=f",
                "\uD83D\uDE00")) {
            assertThat(ScalarText.of(text, ScalarText.Style.PLAIN, false)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @EnumSource(ScalarText.Style.class)
    void anyCharacterIsReadAgain(ScalarText.Style style) {
        List<String> texts = new ArrayList<>();
        for (int c = 0; c <= 0x10FFFF; c += c < 0x3100 ? 1 : 997) {
            if (c < 0xD800 || c > 0xDFFF) {
                texts.add(Character.toString(c));
                texts.add("a" + Character.toString(c) + "b");
                texts.add("a " + Character.toString(c));
            }
        }
        for (boolean within : new boolean[] {false, true}) {
            String yaml = texts.stream()
                    .map(text -> ScalarText.of(text, style, within))
                    .collect(Collectors.joining(within ? ", " : "\n- ", within ? "[" : "- ", within ? "]" : "\n"));
            assertThat(new Load(READERS.get(0)).loadFromString(yaml)).isEqualTo(texts);
        }
    }

    @Test
    void aLongTextIsWrittenInTime() {
        for (String part : List.of("1", "1_", "9:", "-", ".", "0x", "a: ", "'", "\n", "2001-01-01 ")) {
            String text = part.repeat(200_000 / part.length());
            assertThat(ScalarText.of(text, ScalarText.Style.PLAIN, false)).isNotEmpty();
        }
    }
}
