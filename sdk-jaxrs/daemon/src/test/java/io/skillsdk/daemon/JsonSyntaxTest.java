package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8259 over HTTP: what a parser must take (y), what it must not (n), and what each may decide (i). */
class JsonSyntaxTest {

    /** Answers what was sent. */
    public static final class Echo {
        @SkillAction
        public Map<String, Object> echo(Map<String, Object> payload) {
            return payload;
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Echo()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    /** JSON values that must be taken, each with how it is written back. */
    static Stream<List<String>> valid() {
        return Stream.of(
                same("[]"),
                same("{}"),
                same("[[],{}]"),
                same("null"),
                same("[null]"),
                same("true"),
                same("false"),
                same("0"),
                List.of("-0", "0"),
                same("-1"),
                same("123"),
                same("1.5"),
                List.of("1E22", "1E+22"),
                List.of("1e-2", "0.01"),
                List.of("1.5e+3", "1.5E+3"),
                List.of("0e1", "0E+1"),
                same("123456789012345678901234567890"),
                same("\"\""),
                same("\" \""),
                same("\"asd\""),
                same("\"\\\"\\\\\\b\\f\\n\\r\\t\""),
                List.of("\"\\/\"", "\"/\""),
                List.of("\"\\u0061\\u30af\"", "\"a\u30af\""),
                List.of("\"\\uD834\\uDD1E\"", "\"\uD834\uDD1E\""),
                List.of("\"\\u0000\"", "\"\\u0000\""),
                same("\"\u00e9\u4e2d\uD834\uDD1E\""),
                same("\"\u007f\u2028\u2029\""),
                List.of(" [ 1 ,\t2\r\n, 3 ] ", "[1,2,3]"),
                List.of("{\"a\" : 1 , \"b\":{\"\":[]}}", "{\"a\":1,\"b\":{\"\":[]}}"),
                List.of("{\"a\":1,\"a\":2}", "{\"a\":2}"),
                same("{\"a\\u0000b\":1}"));
    }

    private static List<String> same(String value) {
        return List.of(value, value);
    }

    /** What must not be taken for a JSON value. */
    static Stream<String> invalid() {
        return Stream.of(
                "[1 true]",
                "[a]",
                "[1,,2]",
                "[,1]",
                "[1,]",
                "[1,",
                "[",
                "]",
                "[1}",
                "{]",
                "[\"a\"",
                "[\"\": 1]",
                "[1:2]",
                "{\"a\":1,}",
                "{\"a\":1,,\"b\":2}",
                "{,}",
                "{\"a\"}",
                "{\"a\" 1}",
                "{\"a\"::1}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{1:1}",
                "{'a':1}",
                "{null:1}",
                "{\"a\":}",
                "{\"a\":1}}",
                "{\"a\":1}#",
                "{}/**/",
                "{}//",
                "/**/{}",
                "{\"a\":/*x*/1}",
                "tru",
                "True",
                "TRUE",
                "nul",
                "fals",
                "nan",
                "NaN",
                "-NaN",
                "Infinity",
                "-Infinity",
                "Inf",
                "+1",
                "++1",
                "-",
                "--1",
                "01",
                "-01",
                "-012",
                "1.",
                ".5",
                "-.5",
                "1.e1",
                "1e",
                "1e+",
                "1E-",
                "1e1.5",
                "0x1",
                "1_000",
                "1 000",
                "\uff11",
                "0e",
                "0.3e+",
                "1.2.3",
                "-2.",
                "1ea",
                "\"",
                "\"a",
                "'a'",
                "\"\\\"",
                "\"\\x00\"",
                "\"\\a\"",
                "\"\\u\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"\\uD800\\u\"",
                "\"a\nb\"",
                "\"a\tb\"",
                "\"\u0001\"",
                "\"\\u{61}\"",
                "\"a\" \"b\"",
                "abc",
                "*",
                "<a/>",
                "\u00e9",
                "\uFEFF",
                "\u2060",
                "\u00a0",
                "[\u000c1]",
                "",
                "[\"x\"]]",
                "[][]",
                "1 2",
                "1]",
                "{\"a\":\"b\"}{",
                "@",
                "$",
                "`a`",
                "undefined",
                "[1;2]",
                "{\"a\";1}",
                "[" + "[".repeat(200) + "]".repeat(201),
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000));
    }

    /** Bytes that are not UTF-8. */
    static Stream<byte[]> notUtf8() {
        return Stream.of(
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC0, (byte) 0xAF},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xE0, (byte) 0xFF},
                new byte[] {(byte) 0xF4, (byte) 0xBF, (byte) 0xBF, (byte) 0xBF},
                new byte[] {(byte) 0xFC, (byte) 0x83, (byte) 0xBF},
                new byte[] {(byte) 0x81},
                new byte[] {(byte) 0xE9});
    }

    /** What a parser may take or not: either way the answer is one of the platform's. */
    static Stream<String> undecided() {
        return Stream.of(
                "1e400",
                "-1e400",
                "1e-400",
                "0.4e00669999999999999999999999999999999999",
                "1e9999999999",
                "-1e-9999999999",
                "9".repeat(900),
                "\"\\uD800\"",
                "\"\\uDC00\\uD800\"",
                "\"\\uD800a\"",
                "\"\uFFFF\"",
                "[".repeat(90) + "]".repeat(90));
    }

    private static String send(byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String head = "POST /invoke HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n";
        return Calls.exchange(daemon.port(), head + text);
    }

    private static byte[] envelope(String value) {
        return ("{\"payload\":{\"v\":" + value + "}}").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void whatIsJsonIsTaken(List<String> sentAndWritten) throws IOException {
        assertThat(send(envelope(sentAndWritten.get(0))))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("\r\n\r\n{\"payload\":{\"v\":" + sentAndWritten.get(1) + "}}");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatIsNotJsonIsRefused(String value) throws IOException {
        assertThat(send(envelope(value))).startsWith("HTTP/1.1 400 ").contains("\"title\":\"Bad Request\"");
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void whatIsNotUtf8IsRefused(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        byte[] body = ("{\"payload\":{\"v\":\"" + text + "\"}}").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(send(body)).startsWith("HTTP/1.1 400 ").contains("UTF-8");
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void whatEachMayDecideIsAnsweredEitherWay(String value) throws IOException {
        assertThat(send(envelope(value))).matches("(?s)HTTP/1.1 (200|400) .*\r\n\r\n\\{\"payload\":.*");
    }
}
