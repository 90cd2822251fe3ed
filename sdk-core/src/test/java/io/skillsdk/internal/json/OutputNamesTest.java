package io.skillsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputNamesTest {

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outputName\":\"a\"} | a",
                "{\"payload\":{\"outputName\":\"b\"},\"outputName\":\"a\"} | a",
                "{\"a\":[[{\"outputName\":\"b\"}]],\"outputName\":\"\"} | ''",
                "{\"payload\":{\"outputName\":\"b\"}} | ",
                "{\"outputName\":null} | ",
                "{\"outputName\":5} | ",
                "{\"outputName\":{\"a\":1}} | ",
                "{} | ",
                "{\"outputname\":\"a\"} | ",
                "{\"outputName\":\"ä\\u0041\"} | äA",
                "{\"outputName\":\"a\",\"payload\": | a"
            })
    void itIsThatOfTheEnvelopeAndOfNothingInIt(String body, @Nullable String name) throws Exception {
        assertThat(OutputNames.of(utf8(body))).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "null", "\"outputName\"", "{", "{\"a\":", "{\"a\" 1}", "\uFEFF{}", "{\"payload\":}"})
    void aBodyThatIsNoEnvelopeIsRefused(String body) {
        assertThatExceptionOfType(UnreadableBodyException.class).isThrownBy(() -> OutputNames.of(utf8(body)));
    }

    @Test
    void noMoreIsReadThanIsNeeded() throws Exception {
        byte[] body = utf8("{\"outputName\":\"a\",\"payload\":" + "[".repeat(1_000_000));
        assertThat(OutputNames.of(body)).isEqualTo("a");
    }

    @Test
    void aBrokenBodyIsRefusedAndNeverFailsOtherwise() {
        byte[] sound =
                utf8("{\"sessionId\":\"ä\",\"list\":[1,{\"outputName\":2}],\"outputName\":\"out\",\"payload\":{}}");
        Random random = new Random(20261126);
        for (int round = 0; round < 20_000; round++) {
            byte[] broken = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            if (broken.length > 0) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                OutputNames.of(broken);
            } catch (UnreadableBodyException e) {
                assertThat(e.detail()).isNotBlank().endsWith(".").doesNotContain("sessionId", "Exception");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void aBodyIsTakenInUtf8AndRefusedByTheNameOfItInAnyOther(String encoding) throws Exception {
        byte[] body = "{\"outputName\":\"a\"}".getBytes(encoding);
        if (encoding.equals("UTF-8")) {
            assertThat(OutputNames.of(body)).isEqualTo("a");
        } else {
            assertThatExceptionOfType(UnreadableBodyException.class)
                    .isThrownBy(() -> OutputNames.of(body))
                    .withMessageContaining("UTF-8");
        }
    }

    @Test
    void whetherBytesAreUtf8IsWhatTheJdkSays() {
        Random random = new Random(8);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = "ä€\uD83D\uDE00".repeat(random.nextInt(4_000)).getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            boolean same =
                    Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
            assertThat(BodyEncoding.isUtf8(bytes)).isEqualTo(same);
        }
    }
}
