package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties and fields come in whatever JSON type: they are read, or refused with 400 and without their value. */
class LenientReadingTest {

    private static SkillProperties property(Object value) {
        return SkillProperties.of(Map.of("p", value));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1700000000000, 1700000000000",
        "' 1700000000000 ', 1700000000000",
        "1.7e12, 1700000000000",
        "1700000000000.9, 1700000000000",
        "-1, -1",
        "1e-999999999, 0",
        "0e999999999, 0"
    })
    void aTimestampIsMillisecondsSince1970(String text, long millis) {
        assertThat(SkillRequest.builder("p").field("timestamp", text).build().timestamp())
                .contains(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "-Infinity",
                "1d",
                "0x1p3",
                "soon",
                "1e19",
                "1e999999999",
                "2023-11-14"
            })
    void whatIsNoTimestampIsNone(String text) {
        assertThat(SkillRequest.builder("p").field("timestamp", text).build().timestamp())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1D, PT24H", "1H, PT1H", "30S, PT30S", "500MS, PT0.5S", "pt5m, PT5M"})
    void theUnitOfADurationMayBeInAnyCase(String text, Duration duration) {
        assertThat(property(text).getDuration("p")).isEqualTo(duration);
    }

    @Test
    void numberAndTextAreReadAlike() {
        for (long seed = 0; seed < 2000; seed++) {
            long number = new Random(seed).nextLong() >> new Random(-seed).nextInt(64);
            for (Object value : List.of(
                    number,
                    String.valueOf(number),
                    BigInteger.valueOf(number),
                    new BigDecimal(number),
                    " " + number + " ")) {
                assertThat(property(value).getLong("p")).as("seed %d", seed).isEqualTo(number);
            }
            if (number == (int) number) {
                assertThat(property(number + ".0").getInt("p"))
                        .as("seed %d", seed)
                        .isEqualTo((int) number);
            } else {
                assertThat(catchThrowableOfType(
                                SkillException.class, () -> property(number).getInt("p")))
                        .as("seed %d", seed)
                        .isNotNull();
            }
        }
    }

    @Test
    void noRefusalHasTheValueInIt() {
        List<Consumer<SkillProperties>> readings = List.of(
                p -> p.getInt("p"),
                p -> p.getLong("p"),
                p -> p.getDouble("p"),
                p -> p.getBoolean("p"),
                p -> p.getDuration("p"),
                p -> p.getEnum("p", HttpMethod.class),
                p -> p.getMap("p"),
                p -> p.getList("p"));
        for (Object value : List.of("sekret", "1sekret", "9".repeat(999) + "e7", "-5 sekret", "sekret".repeat(1000))) {
            for (Consumer<SkillProperties> reading : readings) {
                SkillException refused =
                        catchThrowableOfType(SkillException.class, () -> reading.accept(property(value)));
                if (refused != null) {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.getMessage() + refused.violations())
                            .doesNotContain("sekret")
                            .doesNotContain("999999");
                    assertThat(refused.violations())
                            .extracting(Violation::field)
                            .containsExactly("properties.p");
                }
            }
        }
    }

    @Test
    void everyReadingOfOddNumbersIsQuick() {
        for (String text :
                List.of("1e999999999", "-1e-999999999", "1e2147483647", "0e-2147483647", "9".repeat(100_000))) {
            SkillProperties properties = property(text);
            assertThat(properties.getString("p")).isEqualTo(text);
            for (Consumer<SkillProperties> reading : List.<Consumer<SkillProperties>>of(
                    p -> p.getInt("p"), p -> p.getLong("p"), p -> p.getDouble("p"), p -> p.getDuration("p"))) {
                catchThrowableOfType(SkillException.class, () -> reading.accept(properties));
            }
            SkillRequest.builder("p").field("timestamp", text).build().timestamp();
        }
    }
}
