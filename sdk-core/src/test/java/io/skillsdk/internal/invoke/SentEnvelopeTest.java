package io.skillsdk.internal.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.skillsdk.internal.json.JsonCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentEnvelopeTest {

    private static Map<String, Object> added(SentEnvelope envelope, String body) {
        return JsonCodec.readObject(envelope.addedTo(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aPayloadStandsAmongFieldsAndProperties() {
        SentEnvelope envelope = SentEnvelope.EMPTY.field("sessionId", "s").property("limit", 5);
        assertThat(JsonCodec.readObject(envelope.around(Map.of("a", 1))))
                .isEqualTo(Map.of("sessionId", "s", "properties", Map.of("limit", 5), "payload", Map.of("a", 1)));
        assertThat(JsonCodec.readObject(SentEnvelope.EMPTY.around(null))).isEmpty();
    }

    @Test
    void whatIsSetTakesPrecedenceOverWhatABodyHas() {
        SentEnvelope envelope = SentEnvelope.EMPTY.field("sessionId", "s").property("limit", 5);
        assertThat(added(
                        envelope,
                        "{\"sessionId\":\"x\",\"a\":1,\"properties\":{\"limit\":1,\"other\":2},\"payload\":{}}"))
                .isEqualTo(Map.of(
                        "sessionId", "s", "a", 1, "properties", Map.of("limit", 5, "other", 2), "payload", Map.of()));
        assertThat(added(SentEnvelope.EMPTY.property("limit", 5), "{\"properties\":\"odd\"}"))
                .isEqualTo(Map.of("properties", Map.of("limit", 5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "5", "{", "null", "\"text\""})
    void aBodyThatIsNoObjectStaysAsItIs(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(SentEnvelope.EMPTY.field("a", 1).addedTo(bytes)).isSameAs(bytes);
    }

    @Test
    void nothingThatIsSetLeavesABodyByteForByte() {
        byte[] bytes = "{ \"a\" : 1.0, \"a\" : 2 }".getBytes(StandardCharsets.UTF_8);
        assertThat(SentEnvelope.EMPTY.addedTo(bytes)).isSameAs(bytes);
    }

    /** A message is sent as it stands in its file, but for what is set. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1000000000000000055511151231257827", "12345678901234567890123", "9007199254740993", "1.10", "1e400",
                "-0.0", "\"\\u0000 \\ud83d\\ude00 é\"", "[null,{},[]]", "null", "true"
            })
    void whatABodyHasStaysAsItIs(String value) {
        String body = "{\"payload\":{\"v\":" + value + "},\"x\":" + value + "}";
        byte[] merged = SentEnvelope.EMPTY.property("p", 1).addedTo(body.getBytes(StandardCharsets.UTF_8));
        assertThat(JsonCodec.readBody(merged))
                .containsEntry("properties", Map.of("p", 1))
                .containsAllEntriesOf(JsonCodec.readBody(body.getBytes(StandardCharsets.UTF_8)));
        String text = new String(merged, StandardCharsets.UTF_8);
        if (Character.isDigit(value.charAt(value.length() - 1))) {
            Matcher kept = Pattern.compile("\"v\":([^}]+)}").matcher(text);
            assertThat(kept.find()).isTrue();
            assertThat(new BigDecimal(kept.group(1))).isEqualByComparingTo(new BigDecimal(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"payload", "properties"})
    void keysOfTheirOwnAreNoFields(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SentEnvelope.EMPTY.field(key, "x"))
                .withMessageContaining("'" + key + "' is not a field of its own");
    }

    @Test
    void eachStepLeavesTheOneBeforeAsItWas() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            SentEnvelope envelope = SentEnvelope.EMPTY;
            Map<String, Object> fields = new LinkedHashMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                String key = "k" + random.nextInt(4);
                SentEnvelope before = envelope;
                Map<String, Object> known = Map.copyOf(fields);
                fields.put(key, i);
                envelope = envelope.field(key, i);
                assertThat(before.fields()).as("seed %d", seed).isEqualTo(known);
            }
            assertThat(envelope.fields()).as("seed %d", seed).isEqualTo(fields);
        }
    }
}
