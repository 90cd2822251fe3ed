package io.skillsdk.internal.json.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.json.EnvelopeReader;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.type.PayloadType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** An envelope is read whatever stands in it beside the payload, in whichever order. */
class EnvelopeDeserializerTest {

    record Text(@Nullable String text) {}

    private static SkillRequest<?> read(Type type, String body) {
        try {
            return new EnvelopeReader(PayloadType.of(type)).read(body.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(body, e);
        }
    }

    @Test
    void theOrderOfTheMembersMakesNoDifference() {
        List<String> members = new ArrayList<>(List.of(
                "\"payload\":{\"text\":\"a\"}",
                "\"properties\":{\"limit\":1.50,\"none\":null}",
                "\"activationId\":\"a-1\"",
                "\"sessionId\":\"s-1\"",
                "\"token\":\"t\"",
                "\"timestamp\":5",
                "\"more\":{\"deep\":[1,null]}"));
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(members, random);
            SkillRequest<?> request = read(Text.class, "{" + String.join(",", members) + "}");
            assertThat(request.payload()).isEqualTo(new Text("a"));
            assertThat(request.activationId()).contains("a-1");
            assertThat(request.sessionId()).contains("s-1");
            assertThat(request.properties().find("limit")).contains(new BigDecimal("1.50"));
            assertThat(request.properties().find("none")).isEmpty();
            assertThat(request.field("more")).contains(Map.of("deep", java.util.Arrays.asList(1, null)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"payload\":{\"text\":\"a\"},\"payload\":{\"text\":\"b\"}} | b",
                "{\"payload\":{\"text\":\"a\"},\"payload\":null} | a",
                "{\"payload\":null,\"payload\":{\"text\":\"b\"}} | b",
                "{\"payload\":{\"text\":\"a\",\"text\":\"c\"}} | c",
                "{\"payload\":{}} | ",
                "{\"payload\":null} | ",
                "{} | "
            })
    void ofTwoPayloadsTheLastOneThatIsOneCounts(String body, @Nullable String text) {
        assertThat(read(Text.class, body).payload()).isEqualTo(new Text(text));
    }

    @Test
    void anAbsentPayloadIsWhatItsTypeHasForNothing() {
        assertThat(read(new TypeReference<Optional<Text>>() {}.getType(), "{}").payload())
                .isEqualTo(Optional.empty());
        assertThat(read(OptionalDouble.class, "{}").payload()).isEqualTo(OptionalDouble.empty());
        assertThat(read(Map.class, "{}").payload()).isEqualTo(Map.of());
        assertThat(read(Object.class, "{\"payload\":null}").payload()).isEqualTo(Map.of());
        assertThat(String.valueOf(read(JsonNode.class, "{}").payload())).isIn("{}", "");
        assertThat(read(new TypeReference<SkillRequest<Text>>() {}.getType(), "{}")
                        .payload())
                .isInstanceOfSatisfying(
                        SkillRequest.class, inner -> assertThat(inner.payload()).isEqualTo(new Text(null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "5", "[]", "true", "null", "\"{}\"", "[{\"a\":1}]"})
    void propertiesOfAnotherFormAreNone(String properties) {
        SkillRequest<?> request = read(Text.class, "{\"properties\":" + properties + ",\"payload\":{}}");
        assertThat(request.properties().find("a")).isEmpty();
    }

    @Test
    void ofPropertiesThatAreSentTwiceTheLastOnesCount() {
        SkillRequest<?> request = read(Text.class, "{\"properties\":{\"a\":1},\"properties\":{\"b\":2}}");
        assertThat(request.properties().find("a")).isEmpty();
        assertThat(request.properties().find("b")).contains(2);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {String.class, int.class, boolean.class, double.class, List.class, Integer.class, int[].class})
    void anAbsentPayloadOfAnotherFormIsRequired(Class<?> type) {
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(type));
        for (String body : List.of("{}", "{\"payload\":null}")) {
            assertThatExceptionOfType(UnreadableBodyException.class)
                    .isThrownBy(() -> reader.read(body.getBytes(StandardCharsets.UTF_8)))
                    .satisfies(refused -> assertThat(refused.violations())
                            .singleElement()
                            .satisfies(fault -> {
                                assertThat(fault.field()).isEqualTo("payload");
                                assertThat(fault.message()).startsWith("is required, and must be ");
                            }));
        }
    }

    @Test
    void nothingOfTheEnvelopeIsSeenInAPayloadThatIsRefused() {
        EnvelopeReader reader = new EnvelopeReader(PayloadType.of(Text.class));
        assertThatExceptionOfType(UnreadableBodyException.class)
                .isThrownBy(() -> reader.read(
                        "{\"token\":\"secret\",\"activationId\":\"a-9\",\"payload\":{\"text\":5},\"properties\":{\"key\":\"secret\"}}"
                                .getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> {
                    assertThat(refused.detail()).doesNotContain("secret");
                    assertThat(refused.activationId()).isEqualTo("a-9");
                    assertThat(refused.isJson()).isTrue();
                });
    }
}
