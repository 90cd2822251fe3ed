package io.skillsdk.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;

class YamlReaderTest {

    private static Object plain(String text) {
        return YamlReader.read("a.yaml", text).plain();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "True, true",
        "false, false",
        "yes, yes",
        "no, no",
        "on, on",
        "~, ",
        "null, ",
        "'', ",
        "text, text",
        "'''1''', 1",
        "0o17, 15",
        "0x1F, 31"
    })
    void scalarsAreThoseOfTheCoreSchema(String yaml, @Nullable String value) {
        assertThat(((Map<?, ?>) plain("a: " + yaml)).get("a"))
                .satisfies(read ->
                        assertThat(read == null ? null : String.valueOf(read)).isEqualTo(value));
    }

    @Test
    void numbersKeepTheirDigits() {
        assertThat(plain("a: 12345678901234567890\nb: 1.10\nc: 007\nd: -5")).satisfies(read -> {
            Map<?, ?> map = (Map<?, ?>) read;
            assertThat(new BigInteger(String.valueOf(map.get("a")))).isEqualTo(new BigInteger("12345678901234567890"));
            assertThat(new BigDecimal(String.valueOf(map.get("b")))).isEqualByComparingTo("1.10");
            assertThat(new BigDecimal(String.valueOf(map.get("d")))).isEqualByComparingTo("-5");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "'- a' | is not a definition",
                "text | is not a definition",
                "'a: 1 b: 2' | is not valid YAML",
                "'a: [1' | is not valid YAML",
                "'a: !!binary aGk=' | has the tag",
                "'? [a]\n: 1' | has a key that is not text",
            })
    void whatIsNoDefinitionIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> plain(text))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("a.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedWhereItIsAgain() {
        assertThatThrownBy(() -> plain("a: 1\nb: 2\na: 3\n"))
                .isInstanceOfSatisfying(
                        DefinitionException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("the key 'a' is there twice");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 1000, 20_000})
    void depthHasAnEnd(int depth) {
        assertThatThrownBy(() -> plain("a: " + "[".repeat(depth) + "]".repeat(depth)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("nested deeper than 50 levels");
    }

    @Test
    void aliasesDoNotMultiplyWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThatThrownBy(() -> plain(bomb.toString())).isInstanceOf(DefinitionException.class);
    }

    @Test
    void aMergeGivesWhatTheMappingDoesNotHave() {
        assertThat(
                        plain(
                                "base: &b {x: 1, y: 2}\nother: &o {y: 3, z: 4}\none:\n  <<: *b\n  x: 9\ntwo:\n  <<: [*b, *o]\nthree: {\"<<\": 5}\n"))
                .isEqualTo(Map.of(
                        "base", Map.of("x", 1, "y", 2),
                        "other", Map.of("y", 3, "z", 4),
                        "one", Map.of("x", 9, "y", 2),
                        "two", Map.of("x", 1, "y", 2, "z", 4),
                        "three", Map.of("<<", 5)));
    }

    @Test
    void whatIsLeftOfATemplateIsItsText() {
        assertThat(plain("name: {{skillname}}\nimage: '{{x}}'\n"))
                .isEqualTo(Map.of("name", "{{skillname}}", "image", "{{x}}"));
    }

    @Test
    void whateverIsWrittenAsYamlIsReadAgain() {
        Dump dump = new Dump(DumpSettings.builder().build());
        for (long seed = 0; seed < 500; seed++) {
            Map<String, @Nullable Object> tree = tree(new Random(seed), 0);
            tree.put("a", 1);
            assertThat(plain(dump.dumpToString(tree))).as("seed %d", seed).isEqualTo(tree);
        }
    }

    private static Map<String, @Nullable Object> tree(Random random, int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tree.put(text(random) + i, value(random, depth));
        }
        return tree;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> null;
            case 3 -> text(random);
            case 4 -> tree(random, depth + 1);
            default -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    list.add(value(random, depth + 1));
                }
                yield list;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(6), 0, 13).forEach(c -> text.append("a: #-'\"\n1é{[,".charAt(c)));
        return text.toString();
    }
}
