package io.skillsdk.internal.json.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.json.mapper.Json;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;

/** Strings that are taken whole are those that Jackson's own parser reads, at the same places, and with the same faults. */
class WholeStringParserTest {

    private static final JsonFactory PLAIN = JsonFactory.builder().build();

    private static final JsonFactory WHOLE = new WholeStringFactory(JsonFactory.builder());

    /** How a reader may ask for the text of a string. */
    private static final List<Function<JsonParser, String>> READINGS = List.of(
            JsonParser::getString,
            JsonParser::getValueAsString,
            parser -> parser.getString() + parser.getString(),
            parser -> parser.getString()
                    + parser.getStringLength()
                    + new String(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength()),
            parser -> parser.getStringLength() + parser.getString(),
            parser -> {
                StringWriter text = new StringWriter();
                int length = parser.getString(text);
                return length + text.toString();
            },
            parser -> "skipped");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatJacksonReadsIsReadTheSame(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = body(random, 0);
            long readings = random.nextLong();
            assertThat(tokens(WHOLE, body, 0, body.length, readings))
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isEqualTo(tokens(PLAIN, body, 0, body.length, readings));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatJacksonRefusesIsRefusedAtTheSamePlaceInTheSameWords(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] body = body(random, 20);
            long readings = random.nextLong();
            List<String> expected = tokens(PLAIN, body, 0, body.length, readings);
            refused += expected.get(expected.size() - 1).startsWith("refused") ? 1 : 0;
            assertThat(tokens(WHOLE, body, 0, body.length, readings))
                    .as(Arrays.toString(body))
                    .isEqualTo(expected);
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void aStringMayEndAnywhereInEightBytesAndHaveAnyByteInIt() {
        for (int length = 0; length < 40; length++) {
            for (int special = 0; special < 256; special++) {
                for (int at : new int[] {0, length / 2, length - 1}) {
                    byte[] body = ("[\"" + "a".repeat(length) + "\"]").getBytes(StandardCharsets.US_ASCII);
                    body[2 + Math.max(0, at)] = (byte) special;
                    assertThat(tokens(WHOLE, body, 0, body.length, 0))
                            .as("byte %d at %d of %d", special, at, length)
                            .isEqualTo(tokens(PLAIN, body, 0, body.length, 0));
                }
            }
        }
    }

    @Test
    void aBodyThatIsCutAnywhereEndsThere() {
        byte[] body = "{\"a\":\"some text that is long\",\"b\":[\"more\",\"\"]}".getBytes(StandardCharsets.US_ASCII);
        for (int to = 0; to <= body.length; to++) {
            assertThat(tokens(WHOLE, body, 0, to, 0)).isEqualTo(tokens(PLAIN, body, 0, to, 0));
        }
    }

    @Test
    void aPartOfAnArrayIsReadAndNoMoreOfIt() {
        byte[] around = "xxxx[\"a part of a text\"]\"yyyyyyyyy".getBytes(StandardCharsets.US_ASCII);
        for (int length = 0; length <= around.length - 4; length++) {
            assertThat(tokens(WHOLE, around, 4, length, 0)).isEqualTo(tokens(PLAIN, around, 4, length, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void anotherEncodingIsFoundOutAsEver(String encoding) {
        for (String text : List.of("[\"text\"]", "\uFEFF[\"text\"]", "1", "", "\"\"", "[]")) {
            byte[] body = text.getBytes(Charset.forName(encoding));
            assertThat(tokens(WHOLE, body, 0, body.length, 0)).isEqualTo(tokens(PLAIN, body, 0, body.length, 0));
        }
    }

    @Test
    void aStringPastTheLimitIsRefused() {
        var limit = tools.jackson.core.StreamReadConstraints.builder()
                .maxStringLength(10)
                .build();
        JsonFactory whole = new WholeStringFactory(JsonFactory.builder().streamReadConstraints(limit));
        byte[] body = "[\"0123456789\",\"01234567890\"]".getBytes(StandardCharsets.US_ASCII);
        assertThat(tokens(whole, body, 0, body.length, 0))
                .contains("VALUE_STRING 0123456789 1:2 1:14")
                .last()
                .asString()
                .contains("refused", "StreamConstraintsException");
    }

    @Test
    void theParserOfTheMapperIsThisOne() {
        try (JsonParser parser = Json.MAPPER.createParser("[\"a\"]".getBytes(StandardCharsets.US_ASCII))) {
            assertThat(parser).isInstanceOf(WholeStringParser.class);
        }
    }

    @Test
    void aJacksonWithoutWhatTheParserNeedsIsUsedAsItIs() {
        JsonFactory changed = new JsonFactory() {
            private static final long serialVersionUID = 1L;

            @Override
            protected JsonParser _createParser(
                    ObjectReadContext context, IOContext io, byte[] body, int from, int length) {
                throw new NoSuchMethodError("resetWithString");
            }
        };
        assertThat(WholeStringFactory.orPlain(changed, JsonFactory.builder()).getClass())
                .isEqualTo(JsonFactory.class);
        assertThat(WholeStringFactory.orPlain(WHOLE, JsonFactory.builder())).isSameAs(WHOLE);
    }

    /** An array or object of random strings and numbers; of a hundred strings, so many have random bytes. */
    private static byte[] body(Random random, int broken) {
        List<byte[]> parts = new ArrayList<>();
        int values = 1 + random.nextInt(6);
        parts.add(bytes(random.nextBoolean() ? "{\"all\" :\n[" : "{\"all\":["));
        for (int i = 0; i < values; i++) {
            parts.add(bytes(i == 0 ? "" : random.nextBoolean() ? "," : " ,\r\n "));
            if (random.nextInt(5) == 0) {
                parts.add(bytes("" + random.nextInt()));
            } else if (random.nextInt(100) < broken) {
                byte[] some = new byte[random.nextInt(30)];
                random.nextBytes(some);
                parts.add(bytes("\""));
                parts.add(some);
                parts.add(bytes("\""));
            } else {
                parts.add(bytes("\"" + text(random) + "\""));
            }
        }
        parts.add(bytes("],\"" + text(random) + "\":\"" + text(random) + "\"}"));
        return parts.stream().reduce(new byte[0], WholeStringParserTest::joined);
    }

    private static String text(Random random) {
        List<String> odd =
                List.of("\\n", "\\\"", "\\u00e9", "\\uD83D\\uDE00", "é", "ß", "漢", "😀", "\u007f", "\uFFFD", "\\\\");
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextInt(8) == 0 ? 9_000 : 40);
        boolean plain = random.nextBoolean();
        while (text.length() < length) {
            char each = (char) (' ' + random.nextInt(95));
            if (!plain && random.nextInt(12) == 0) {
                text.append(odd.get(random.nextInt(odd.size())));
            } else if (each != '"' && each != '\\') {
                text.append(each);
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] then) {
        byte[] both = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }

    /** Each token, its text, and where it begins and ends; last how it was refused. */
    private static List<String> tokens(JsonFactory factory, byte[] body, int from, int length, long readings) {
        List<String> found = new ArrayList<>();
        Random reading = new Random(readings);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body, from, length)) {
            if (readings % 2 == 1) {
                parser.nextToken();
                found.add("" + parser.nextStringValue());
            }
            JsonToken token;
            while ((token = parser.nextToken()) != null) {
                Function<JsonParser, String> how =
                        readings == 0 ? JsonParser::getString : READINGS.get(reading.nextInt(READINGS.size()));
                String text = token == JsonToken.VALUE_STRING ? how.apply(parser) : "" + parser.getString();
                var begin = parser.currentTokenLocation();
                var end = parser.currentLocation();
                found.add(token + " " + text + " " + begin.getLineNr() + ":" + begin.getColumnNr() + " "
                        + end.getLineNr() + ":" + end.getColumnNr());
            }
        } catch (JacksonException e) {
            found.add("refused " + e.getClass().getSimpleName() + " " + e.getOriginalMessage() + " " + e.getLocation());
        }
        return found;
    }
}
