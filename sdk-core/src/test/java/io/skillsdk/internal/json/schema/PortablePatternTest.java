package io.skillsdk.internal.json.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortablePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a++",
                "a*+",
                "a?+",
                "a{2}+",
                "(?i)a",
                "(?<n>a)",
                "(?<=a)b",
                "(?<!a)b",
                "(?>a)",
                "\\Qa\\E",
                "\\Aa",
                "a\\Z",
                "a\\z",
                "\\G",
                "\\h",
                "\\H",
                "\\R",
                "\\v",
                "\\V",
                "\\X",
                "\\N{DASH}",
                "\\p{L}",
                "\\P{L}",
                "\\ka",
                "\\x41",
                "\\x{41}",
                "\\cA",
                "\\e",
                "\\u0041",
                "\\07",
                "[a&&b]",
                "[a[b]]",
                "[]a]",
                "[^]a]",
                "\\s",
                "[\\S]",
                "\\bword\\b"
            })
    void whatTheDialectsReadDifferentlyIsLeftOut(String expression) {
        assertThat(PortablePattern.of(expression)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "[a-z]+ ^(?:[a-z]+)$",
                "a|b ^(?:a|b)$",
                "\\d{2,3} ^(?:\\d{2,3})$",
                "(?:a)(?=b)(?!c)b ^(?:(?:a)(?=b)(?!c)b)$",
                "[^a\\]]* ^(?:[^a\\]]*)$",
                "\\w+@\\w+\\.\\w+ ^(?:\\w+@\\w+\\.\\w+)$",
                "a+?b*? ^(?:a+?b*?)$",
                "\\[x\\] ^(?:\\[x\\])$"
            })
    void whatBothReadAlikeMatchesTheWhole(String expression, String translated) {
        assertThat(PortablePattern.of(expression)).isEqualTo(translated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a|b", "|a", "a|", "(a|b)c|d"})
    void alternativesMatchTheWholeAndNoPart(String expression) {
        String translated = PortablePattern.of(expression);
        for (String text : new String[] {"a", "b", "ab", "xa", "bx", "", "ac", "bc", "d", "dd"}) {
            assertThat(java.util.regex.Pattern.compile(translated).matcher(text).find())
                    .as("%s: %s", expression, text)
                    .isEqualTo(text.matches(expression));
        }
    }
}
