package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written as YAML says the same as it was made of, for any texts. */
class YamlWritingTest {

    private static final String CHARACTERS = "ab1-.: #'\"\\\n\t!&*?|>%@`{}[],~=<é€\u2028\u00a0";

    @Test
    void anyTextIsReadAsItWasWritten() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            Map<String, String> tree = Map.of("key", text(random));
            assertThat(read(YamlEditor.write("a.yaml", tree)))
                    .as("seed %d", seed)
                    .isEqualTo(tree);
        }
    }

    @Test
    void textsThatLookLikeOtherValuesStayTexts() {
        for (String text : List.of(
                "true",
                "False",
                "null",
                "~",
                "",
                " ",
                "1",
                "-1",
                "1.5",
                "1e3",
                "0x1F",
                "0o7",
                ".inf",
                ".NaN",
                "-",
                "?",
                "- a",
                "a: b",
                "#a",
                "a #b",
                "yes",
                "2024-01-01",
                "<<",
                "=",
                "!x",
                "&a",
                "*a",
                "%a",
                "@a",
                "`a`",
                "{{name}}",
                "[a]",
                "'",
                "\"",
                "\\",
                "a\n",
                "\na",
                "a\n\n",
                "---",
                "...",
                " a",
                "a ",
                "1_000",
                "+1",
                "0b1",
                "1:30",
                "a\tb",
                "a\r\nb",
                "\u0085",
                "\uFEFF",
                "😀")) {
            Map<String, String> tree = Map.of("key", text);
            assertThat(read(YamlEditor.write("a.yaml", tree))).as("'%s'", text).isEqualTo(tree);
        }
    }

    @Test
    void anyTreeIsReadAsItWasWritten() {
        for (long seed = 0; seed < 1000; seed++) {
            Map<String, @Nullable Object> tree = tree(new Random(seed), 0);
            tree.put("last", 1);
            String yaml = YamlEditor.write("a.yaml", tree);
            assertThat(read(yaml)).as("seed %d:%n%s", seed, yaml).isEqualTo(tree);
        }
    }

    private static Object read(String yaml) {
        return YamlReader.read("a.yaml", yaml).plain();
    }

    private static Map<String, @Nullable Object> tree(Random random, int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tree.put("k" + i + (random.nextInt(4) == 0 ? text(random) : ""), value(random, depth));
        }
        return tree;
    }

    private static @Nullable Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> random.nextInt(1000) + 0.25;
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
        random.ints(random.nextInt(8), 0, CHARACTERS.length()).forEach(c -> text.append(CHARACTERS.charAt(c)));
        return text.toString();
    }
}
