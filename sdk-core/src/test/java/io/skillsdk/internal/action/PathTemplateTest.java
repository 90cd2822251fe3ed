package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTemplateTest {

    private static Map<String, String> match(String template, String path) {
        return PathTemplate.parse(template).match(PathTemplate.split(PathTemplate.normalise(path)));
    }

    @ParameterizedTest
    @CsvSource({"/a/b/, a/b", "//a, a", "a, a", "/, ''", "'', ''", "///, ''", "/a//b/, a//b"})
    void slashesAtEitherEndMakeNoDifference(String path, String normalised) {
        assertThat(PathTemplate.normalise(path)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a//b", "{a}/{a}", "a b", "{}", "{1a}", "{a", "a}", "x{a}", "{a}x", "a?b", "a#b", "{a b}", "é", "a\\b",
                "{a:.*}"
            })
    void whatIsNoTemplateIsRefused(String path) {
        assertThatThrownBy(() -> PathTemplate.parse(path))
                .isInstanceOf(InvalidActionException.class)
                .hasMessageContaining(path);
    }

    @Test
    void namesAreFilledFromThePathAndDecoded() {
        assertThat(match("profiles/{id}/rows/{row-no}", "/profiles/a%20b/rows/1%2F2/"))
                .containsExactly(Map.entry("id", "a b"), Map.entry("row-no", "1/2"));
    }

    @Test
    void anEscapeBesideAStrayPercentIsDecodedToo() {
        assertThat(match("{id}", "%20100%")).containsEntry("id", " 100%");
        assertThat(match("{id}", "a+b")).containsEntry("id", "a+b");
    }

    @Test
    void aNameIsNeverEmpty() {
        assertThat(match("a/{id}", "a/")).isNull();
        assertThat(match("a/{id}/b", "a//b")).isNull();
        assertThat(match("{id}", "")).isNull();
    }

    @Test
    void plainTextMatchesEncodedOrNot() {
        assertThat(match("a b".replace(" ", "%20"), "a%20b")).isEmpty();
        assertThat(match("a~b", "a%7Eb")).isEmpty();
        assertThat(match("a", "A")).isNull();
        assertThat(match("a/b", "a")).isNull();
    }

    @Test
    void templatesThatNoPathTellsApartHaveOneKey() {
        assertThat(PathTemplate.parse("a/{x}/b").key())
                .isEqualTo(PathTemplate.parse("/a/{y}/b/").key());
        assertThat(PathTemplate.parse("a/{x}").key())
                .isNotEqualTo(PathTemplate.parse("a/x").key());
        assertThat(PathTemplate.parse("a/b").isLiteral()).isTrue();
        assertThat(PathTemplate.parse("a/{b}").isLiteral()).isFalse();
    }

    @Test
    void whateverIsPutIntoATemplateComesOutOfItsPath() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<String> template = new ArrayList<>();
            List<String> path = new ArrayList<>();
            Map<String, String> values = new LinkedHashMap<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                if (random.nextBoolean()) {
                    String value = value(random);
                    values.put("n" + i, value);
                    template.add("{n" + i + "}");
                    path.add(URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
                } else {
                    template.add("s" + i);
                    path.add("s" + i);
                }
            }
            assertThat(match(String.join("/", template), "/" + String.join("/", path)))
                    .as("seed %d", seed)
                    .isEqualTo(values);
        }
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            value.appendCodePoint("a/ %+.{}é€😀".codePoints().toArray()[random.nextInt(11)]);
        }
        return value.toString();
    }
}
