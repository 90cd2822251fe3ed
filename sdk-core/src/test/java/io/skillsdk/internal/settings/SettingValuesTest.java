package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillException;
import io.skillsdk.SkillProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1048576, 1048576",
        "1b, 1",
        "512KiB, 524288",
        "512 kib, 524288",
        "2k, 2048",
        "2KB, 2048",
        "1MiB, 1048576",
        "3m, 3145728",
        "1GiB, 1073741824",
        "8589934591GiB, 9223372035781033984"
    })
    void aSizeIsReadWithItsUnit(String text, long bytes) {
        assertThat(SettingValues.bytes(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "1.5MiB",
                "MiB",
                "1 TiB",
                "1MiBs",
                "0x10",
                "8589934592GiB",
                "17179869184GiB",
                "999999999999G"
            })
    void aSizeThatIsNoneOrTooLargeForAnyNumberIsNotRead(String text) {
        assertThat(SettingValues.bytes(text)).isNull();
    }

    @Test
    void noSizeIsNegative() {
        for (long seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            String text =
                    (random.nextLong() >>> (24 + random.nextInt(40))) + "kmgKMG".substring(0, 1 + random.nextInt(6));
            Long bytes = SettingValues.bytes(text.substring(0, text.length() - random.nextInt(2)));
            assertThat(bytes == null || bytes >= 0)
                    .as("seed %d: %s", seed, text)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30, PT30S",
        "5m, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "1 D, PT24H",
        "30S, PT30S",
        "PT30S, PT30S",
        "pt1m, PT1M",
        "PT1.5S, PT1.5S"
    })
    void aTimeIsReadWithItsUnitOrInTheFormOfIso(String text, Duration time) {
        assertThat(SettingValues.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1s",
                "PT-1S",
                "-PT1S",
                "1.5s",
                "1 week",
                "s",
                "PT",
                "P",
                "1s2",
                "99999999999999999s",
                "999999999999999d"
            })
    void aTimeThatIsNoneIsNotRead(String text) {
        assertThat(SettingValues.time(text)).isNull();
    }

    @Test
    void settingsAndPropertiesAreReadAlike() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i > 0; i--) {
                text.append("0159mshdSPT.- ".charAt(random.nextInt(14)));
            }
            Duration property;
            try {
                property = SkillProperties.of(Map.of("p", text.toString())).getDuration("p");
            } catch (SkillException e) {
                property = null;
            }
            assertThat(SettingValues.time(text.toString()))
                    .as("seed %d: '%s'", seed, text)
                    .isEqualTo(property);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-5, -5", "+5, 5", "9223372036854775807, 9223372036854775807"})
    void aWholeNumberIsRead(String text, long number) {
        assertThat(SettingValues.wholeNumber(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5.0", "1e3", "9223372036854775808", "5 "})
    void whatIsNoWholeNumberIsNotRead(String text) {
        assertThat(SettingValues.wholeNumber(text)).isNull();
    }
}
