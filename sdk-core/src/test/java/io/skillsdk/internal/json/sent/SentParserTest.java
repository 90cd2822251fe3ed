package io.skillsdk.internal.json.sent;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.json.mapper.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/** What was sent is given as Jackson's own parser gives it: the trial may find no other values than the reading has. */
class SentParserTest {

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static SentValue sent(String json) {
        try (JsonParser parser = Json.MAPPER.createParser(json)) {
            return java.util.Objects.requireNonNull(SentReader.read(parser));
        }
    }

    private static SentParser parser(String json) {
        return new SentParser(sent(json), ObjectReadContext.empty());
    }

    /** All that can be asked at one token; an exception counts by what it is. */
    private static List<Object> asked(JsonParser parser) {
        List<Function<JsonParser, Object>> questions = new ArrayList<>(List.of(
                JsonParser::currentToken,
                JsonParser::currentName,
                JsonParser::isExpectedStartObjectToken,
                JsonParser::isExpectedStartArrayToken,
                each -> each.streamReadContext().getNestingDepth(),
                each -> each.streamReadContext().inArray(),
                each -> each.streamReadContext().inObject()));
        JsonToken token = parser.currentToken();
        if (token == JsonToken.PROPERTY_NAME || token.isScalarValue()) {
            questions.addAll(List.of(JsonParser::getValueAsString, each -> each.getValueAsInt(7)));
        }
        if (token == JsonToken.VALUE_STRING) {
            questions.addAll(List.of(
                    JsonParser::getString,
                    each -> new String(each.getStringCharacters(), each.getStringOffset(), each.getStringLength())));
        }
        if (token.isNumeric()) {
            questions.addAll(List.of(
                    JsonParser::getIntValue,
                    JsonParser::getLongValue,
                    JsonParser::getDoubleValue,
                    JsonParser::getFloatValue,
                    JsonParser::getDecimalValue));
        }
        List<Object> answers = new ArrayList<>();
        for (Function<JsonParser, Object> question : questions) {
            try {
                answers.add(String.valueOf(question.apply(parser)));
            } catch (JacksonException e) {
                answers.add(e.getClass());
            }
        }
        return answers;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachTokenIsThatOfJacksonsParser(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int round = 0; round < 25; round++) {
            String json = random.value(5);
            try (JsonParser expected = Json.MAPPER.createParser(json);
                    SentParser actual = parser(json)) {
                while (expected.nextToken() != null) {
                    actual.nextToken();
                    assertThat(asked(actual))
                            .as("%s at %s", json, expected.currentToken())
                            .isEqualTo(asked(expected));
                }
                assertThat(actual.nextToken()).isNull();
                assertThat(actual.isClosed()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSkippedIsSkippedAsJacksonDoes(long seed) {
        RandomJson texts = new RandomJson(seed);
        Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            String json = texts.value(6);
            try (JsonParser expected = Json.MAPPER.createParser(json);
                    SentParser actual = parser(json)) {
                while (expected.nextToken() != null) {
                    assertThat(actual.nextToken()).as(json).isEqualTo(expected.currentToken());
                    if (random.nextInt(3) == 0) {
                        expected.skipChildren();
                        assertThat(actual.skipChildren().currentToken())
                                .as(json)
                                .isEqualTo(expected.currentToken());
                        assertThat(actual.streamReadContext().getNestingDepth())
                                .as(json)
                                .isEqualTo(expected.streamReadContext().getNestingDepth());
                    }
                }
                assertThat(actual.nextToken()).as(json).isNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTreeOfWhatWasSentIsThatOfItsText(long seed) {
        RandomJson random = new RandomJson(seed);
        for (int round = 0; round < 25; round++) {
            String json = random.value(5);
            try (SentParser parser = parser(json)) {
                JsonNode tree = Json.MAPPER.readTree(parser);
                assertThat(tree.toString())
                        .as(json)
                        .isEqualTo(Json.MAPPER.readTree(json).toString());
            }
        }
    }

    private static String asLong(String number) {
        SentParser parser = parser(number);
        parser.nextToken();
        try {
            return String.valueOf(parser.getLongValue());
        } catch (JacksonException e) {
            return "refused";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-600000000", "-1e-2147483647", "1e2147483647", "1e600000000", "0e2147483647"})
    void aNumberOfManyDigitsIsAskedForALongInNoTime(String number) {
        assertThat(asLong(number)).isEqualTo(number.startsWith("1e2") || number.startsWith("1e6") ? "refused" : "0");
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807.9, 9223372036854775807",
        "-9223372036854775808.9, -9223372036854775808",
        "9223372036854775808.0, refused",
        "0.999, 0",
        "1e18, 1000000000000000000",
        "1e19, refused",
        "12.5e1, 125"
    })
    void theWholePartOfANumberIsTakenWhereALongIsAsLarge(String number, String whole) {
        assertThat(asLong(number)).isEqualTo(whole);
    }

    @Test
    void aHugeScaleIsRefusedWhereAWholeNumberOfAnySizeIsWanted() {
        SentParser parser = parser("1e200000");
        parser.nextToken();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(parser::getBigIntegerValue))
                .isInstanceOf(JacksonException.class);
        SentParser small = parser("1e3");
        small.nextToken();
        assertThat(small.getBigIntegerValue()).isEqualTo("1000");
        assertThat(small.getDecimalValue()).isEqualByComparingTo(new BigDecimal(1000));
    }

    @Test
    void base64IsDecodedAndWhatIsNoneIsRefused() {
        SentParser parser = parser("\"c2tpbGw=\"");
        parser.nextToken();
        assertThat(parser.getBinaryValue(Base64Variants.MIME))
                .isEqualTo("skill".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        SentParser none = parser("\"?\"");
        none.nextToken();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> none.getBinaryValue(Base64Variants.MIME)))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void whatIsNoNumberIsNotAskedForOne() {
        SentParser parser = parser("\"5\"");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(parser::getIntValue))
                .isInstanceOf(JacksonException.class);
        parser.nextToken();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(parser::getDoubleValue))
                .isInstanceOf(JacksonException.class);
        assertThat(parser.getNumberType()).isNull();
    }
}
