package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.skillsdk.SkillException;
import io.skillsdk.internal.json.type.PayloadType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;

class JsonCodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "NaN",
                "Infinity",
                "[5]",
                "{}",
                " 5",
                "5 ",
                "5 6",
                "5,",
                "+5",
                "05",
                "0x5",
                "5//x",
                "-",
                "1_0",
                "\"5\"",
                "5\u0000",
                "\u00a05",
                "1e400",
                "True"
            })
    void whatIsNoNumberOrBooleanInAUrlIsNone(String text) {
        for (Class<?> type : List.of(
                int.class, Integer.class, long.class, double.class, Float.class, boolean.class, OptionalInt.class)) {
            assertThat(JsonCodec.fromText(text, PayloadType.of(type)))
                    .as(type.getName())
                    .isNull();
        }
    }

    @Test
    void aPieceOfAUrlIsReadByItsType() {
        assertThat(JsonCodec.fromText("5", PayloadType.of(OptionalInt.class))).isEqualTo(OptionalInt.of(5));
        assertThat(JsonCodec.fromText("-0", PayloadType.of(int.class))).isEqualTo(0);
        assertThat(JsonCodec.fromText("1.10", PayloadType.of(BigDecimal.class))).isEqualTo(new BigDecimal("1.10"));
        assertThat(JsonCodec.fromText("null", PayloadType.of(String.class))).isEqualTo("null");
        assertThat(JsonCodec.fromText(" 5 ", PayloadType.of(String.class))).isEqualTo(" 5 ");
        assertThat(JsonCodec.fromText("2026-01-31", PayloadType.of(LocalDate.class)))
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(JsonCodec.fromText("MONDAY", PayloadType.of(DayOfWeek.class)))
                .isEqualTo(DayOfWeek.MONDAY);
        assertThat(JsonCodec.fromText("1", PayloadType.of(DayOfWeek.class))).isNull();
        assertThat(JsonCodec.fromText("x", PayloadType.of(UUID.class))).isNull();
        assertThat(JsonCodec.fromText("2", PayloadType.of(Level.class))).isEqualTo(Level.HIGH);
        assertThat(JsonCodec.fromText("HIGH", PayloadType.of(Level.class))).isNull();
    }

    enum Level {
        LOW,
        HIGH;

        @JsonValue
        int number() {
            return ordinal() + 1;
        }
    }

    record Code(@JsonValue String text) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Code {
            switch (text) {
                case "no" -> throw new IllegalArgumentException("no code");
                case "gone" -> throw SkillException.notFound("No such code.");
                case "broken" -> throw new IllegalStateException("broken");
                default -> {}
            }
        }
    }

    @Test
    void whatTheAuthorRefusesIsNoneAndWhatFailsIsTold() {
        PayloadType code = PayloadType.of(Code.class);
        assertThat(JsonCodec.fromText("a", code)).isEqualTo(new Code("a"));
        assertThat(JsonCodec.fromText("no", code)).isNull();
        assertThatExceptionOfType(SkillException.class)
                .isThrownBy(() -> JsonCodec.fromText("gone", code))
                .withMessage("No such code.");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> JsonCodec.fromText("broken", code))
                .withMessage("broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{} x", "{}{", "{}}", "{},", "[]", "null", "5", "", " ", "{", "{\"a\":}", "\uFEFF{}", "{'a':1}"})
    void aBodyThatRequestsMayNotHaveIsNone(String body) {
        assertThat(JsonCodec.readBody(body.getBytes(StandardCharsets.UTF_8))).isNull();
        assertThat(JsonText.isObject(body.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void aBodyIsReadAsItWasSent() {
        byte[] body = " {\"a\":[1,2.50,null],\"b\":{\"c\":\"ä\"}}\n".getBytes(StandardCharsets.UTF_8);
        Map<String, Object> read = JsonCodec.readBody(body);
        assertThat(read).isNotNull();
        assertThat(JsonCodec.write(read)).isEqualTo("{\"a\":[1,2.50,null],\"b\":{\"c\":\"ä\"}}");
        assertThat(JsonText.isObject(body)).isTrue();
        assertThat(JsonText.isObject(null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": oops} | 1 | 7",
                "{} x | 1 | 5",
                "[1,2}| 1 | 6",
                "{\"a\":1 | 1 | 7",
                "'{\n\n  \"a\":01}' | 3 | 8"
            })
    void thePlaceOfAFaultIsToldForPeople(String text, int line, int column) {
        int[] fault = JsonCodec.faultIn(text.getBytes(StandardCharsets.UTF_8));
        assertThat(fault).isNotNull();
        assertThat(fault[0]).isEqualTo(line);
        assertThat(fault[1]).isBetween(column - 2, column + 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " [1, 2] ", "null", "\"a\"", "{\"a\":1,\"a\":2}"})
    void whatIsJsonHasNoFault(String text) {
        assertThat(JsonCodec.faultIn(text.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void thePayloadOfAnAnswerIsReadByItsType() {
        byte[] answer = "{\"payload\":{\"a\":[1.10]},\"outputName\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonCodec.readPayload(answer, new TypeReference<Map<String, List<BigDecimal>>>() {}.getType()))
                .isEqualTo(Map.of("a", List.of(new BigDecimal("1.10"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 5",
                "1.50 | 1.50",
                "true | true",
                "{\"a\":[null]} | {\"a\":[null]}",
                "\"quoted\" | \"quoted\"",
                "text | \"text\"",
                "null | \"null\"",
                "007 | \"007\"",
                "5 6 | \"5 6\"",
                "{} x | \"{} x\"",
                "NaN | \"NaN\"",
                "1e400 | 1E+400",
                "{a} | \"{a}\""
            })
    void aPropertyIsDecodedWhereItIsJson(String text, String decoded) {
        assertThat(JsonCodec.write(JsonText.decoded(text))).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\uFEFF5"})
    void aTextThatIsNoJsonStaysAsItIs(@Nullable String text) {
        assertThat(JsonText.decoded(String.valueOf(text))).isEqualTo(text);
    }

    @Test
    void aTextThatIsNestedTooDeepStaysAsItIs() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(JsonText.decoded(deep)).isEqualTo(deep);
    }
}
