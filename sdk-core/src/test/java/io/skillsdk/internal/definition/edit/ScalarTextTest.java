package io.skillsdk.internal.definition.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTextTest {

    private static String plain(String text) {
        return ScalarText.of(text, ScalarText.Style.PLAIN, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "No",
                "on",
                "OFF",
                "y",
                "N",
                "true",
                "False",
                "null",
                "~",
                "",
                "1_000",
                "12:30:45",
                "0o7",
                "010",
                "0x1F",
                "0b11",
                "1e5",
                "1.5",
                ".5",
                "+1",
                "-0",
                ".inf",
                "-.INF",
                ".NaN",
                "2024-01-31",
                "2001-1-1 10:00:00",
                "=",
                "<<",
                "- a",
                "-",
                "?",
                ": a",
                "a: b",
                "a #b",
                "a:",
                "#SECURE.key",
                "@/app/jvm.options",
                "{{payload.id}}",
                "[a",
                "*a",
                "&a",
                "!a",
                "%a",
                "|",
                ">",
                "`a",
                " a",
                "a ",
                "---",
                "--- a",
                "... ",
                "1.",
                "1:2",
            })
    void whatAReaderOfYaml11Or12WouldMisreadIsQuoted(String text) {
        assertThat(plain(text)).isEqualTo("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST",
                "1.0.0",
                "text",
                "2nd",
                "5a",
                "a b",
                "io.acme.Predict",
                "-jar",
                "--host",
                "cortex/daemons",
                "/app",
                "a, b",
                "it's",
                "x[0]",
                "über",
                "10 words",
                "a:b",
                "http://a/b",
                "1.2.3-rc",
                "a-b",
                "1-2",
            })
    void whatEveryReaderTakesForTextStaysPlain(String text) {
        assertThat(plain(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "\u0000", "\u001b[31m", "\u0085", "\u2028", "\uFEFF", "\u202E", "\r"})
    void whatIsNotSeenIsEscaped(String text) {
        assertThat(plain(text)).startsWith("\"").matches("[ -~]+");
        assertThat(YamlReader.read("f", "a: " + plain(text)).plain()).containsEntry("a", text);
    }

    @Test
    void withinBracesWhatWouldEndAValueIsQuoted() {
        assertThat(ScalarText.of("a, b", ScalarText.Style.PLAIN, true)).isEqualTo("'a, b'");
        assertThat(ScalarText.of("a}", ScalarText.Style.PLAIN, true)).isEqualTo("'a}'");
    }

    @Test
    void aLongTextIsJudgedInNoTime() {
        String digits = "1:".repeat(500_000);
        assertThat(plain(digits)).startsWith("'");
        assertThat(plain("a".repeat(1_000_000))).startsWith("a");
    }
}
