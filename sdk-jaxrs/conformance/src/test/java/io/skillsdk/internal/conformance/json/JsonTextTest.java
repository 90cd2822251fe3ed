package io.skillsdk.internal.conformance.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

    /** The judge. */
    private static final JsonMapper JACKSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String CHARACTERS = "{}[]\",:\\/0123456789.-+eEtruefalsn u\t\nbé\u0001x";

    @Test
    void whatIsWrittenIsRead() throws NotJsonException {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("", List.of());
        value.put("\"\\\n\u0000\uD83D\uDE00", Map.of("a", List.of(true, new BigDecimal("-0.5e3"))));
        value.put("n", null);
        assertThat(JsonText.read(JsonWriter.write(value))).isEqualTo(value);
    }

    @RepeatedTest(20)
    void itReadsAndRefusesAsJacksonDoes(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String text = mutated(JsonWriter.write(value(random, 3)), random);
            assertThat(read(text)).as("seed %d: %s", seed, text).isEqualTo(jackson(text));
        }
    }

    private static String read(String text) {
        try {
            return JACKSON.writeValueAsString(JACKSON.readTree(JsonWriter.write(JsonText.read(text))));
        } catch (NotJsonException e) {
            return "not JSON";
        }
    }

    private static String jackson(String text) {
        try {
            return text.isBlank() ? "not JSON" : JACKSON.writeValueAsString(JACKSON.readTree(text));
        } catch (JacksonException e) {
            return "not JSON";
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextBoolean();
            case 1 ->
                new BigDecimal(List.of("0", "-1", "12.50", "1e3", "-0.1E-2").get(random.nextInt(5)));
            case 2 -> "é\u2028\"\\\n".substring(random.nextInt(5));
            case 3 -> "";
            case 4 -> {
                List<Object> elements = new ArrayList<>();
                for (int left = random.nextInt(4); left > 0; left--) {
                    elements.add(value(random, depth - 1));
                }
                yield elements;
            }
            default -> {
                Map<String, Object> members = new LinkedHashMap<>();
                for (int left = random.nextInt(4); left > 0; left--) {
                    members.put("k" + random.nextInt(9), value(random, depth - 1));
                }
                yield members;
            }
        };
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int left = random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(mutated.length() + 1);
            char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> mutated.insert(at, other);
                case 1 -> mutated.replace(at, Math.min(at + 1, mutated.length()), String.valueOf(other));
                default -> mutated.delete(at, Math.min(at + 1, mutated.length()));
            }
        }
        return mutated.toString();
    }
}
