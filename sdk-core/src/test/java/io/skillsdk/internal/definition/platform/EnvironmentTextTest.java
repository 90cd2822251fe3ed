package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTextTest {

    @Test
    void pairsAreReadInTheirOrder() {
        assertThat(EnvironmentText.read(" \"B\" = \"1,=2\" ,\n\"A\"=\"\" "))
                .containsExactly(Map.entry("B", "1,=2"), Map.entry("A", ""));
        assertThat(EnvironmentText.read("  ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A=1",
                "\"A\"",
                "\"A\"=",
                "\"A\"=\"1",
                "\"A\"=\"1\",",
                ",\"A\"=\"1\"",
                "\"A\"=\"1\" \"B\"=\"2\"",
                "\"1A\"=\"x\"",
                "\"\"=\"x\"",
                "\"a b\"=\"x\"",
                "\"A\"=\"1\";\"B\"=\"2\"",
                "\"é\"=\"x\"",
                "\"A\":\"1\""
            })
    void whatIsMalformedIsNotRead(String text) {
        assertThat(EnvironmentText.read(text)).isNull();
        assertThat(EnvironmentText.twice(text)).isNull();
    }

    @Test
    void aNameThatIsThereTwiceIsFound() {
        assertThat(EnvironmentText.twice("\"A\"=\"1\",\"B\"=\"1\",\"B\"=\"2\",\"A\"=\"3\""))
                .isEqualTo("B");
        assertThat(EnvironmentText.twice("\"A\"=\"1\",\"a\"=\"1\"")).isNull();
    }

    @Test
    void whateverIsWrittenIsReadAgain() {
        for (long seed = 0; seed < 1000; seed++) {
            Random random = new Random(seed);
            Map<String, String> pairs = new LinkedHashMap<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                StringBuilder value = new StringBuilder();
                random.ints(random.nextInt(6), 0, 8).forEach(c -> value.append("a,= 'é\\1".charAt(c)));
                pairs.put("N" + random.nextInt(5), value.toString());
            }
            String text = pairs.entrySet().stream()
                    .map(pair -> "\"" + pair.getKey() + "\"=\"" + pair.getValue() + "\"")
                    .collect(Collectors.joining(random.nextBoolean() ? "," : " , "));
            assertThat(EnvironmentText.read(text)).as("seed %d", seed).isEqualTo(pairs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "65535, true",
        " 80 , true",
        "0, false",
        "65536, false",
        "-1, false",
        "'', false",
        "٣, false",
        "123456, false",
        "8080a, false"
    })
    void aPortIsFrom1To65535(String text, boolean valid) {
        assertThat(Ports.isPort(text)).isEqualTo(valid);
    }

    @Test
    void aPortIsFoundInACommand() {
        assertThat(Ports.inCommand(java.util.List.of("java", "-Ddaemon.port=81", "-jar", "a.jar")))
                .isEqualTo("81");
        assertThat(Ports.inCommand(java.util.List.of("java", "--daemon.port", "82")))
                .isEqualTo("82");
        assertThat(Ports.inCommand(java.util.List.of("java", "--daemon.port"))).isNull();
        assertThat(Ports.inCommand(java.util.List.of("java", "--daemon.porter=1")))
                .isNull();
    }
}
