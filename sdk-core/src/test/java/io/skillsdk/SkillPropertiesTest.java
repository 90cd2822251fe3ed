package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkillPropertiesTest {

    @Test
    void anIntegerReadsFromANumberAndFromText() {
        assertThat(properties("port", 5000).getInt("port")).isEqualTo(5000);
        assertThat(properties("port", "5000").getInt("port")).isEqualTo(5000);
        assertThat(properties("port", " 5000 ").getInt("port")).isEqualTo(5000);
        assertThat(properties("port", 5000.0).getInt("port")).isEqualTo(5000);
        assertThat(properties("port", "5e3").getInt("port")).isEqualTo(5000);
    }

    @Test
    void aBooleanReadsFromABooleanAndFromText() {
        assertThat(properties("on", true).getBoolean("on")).isTrue();
        assertThat(properties("on", "True").getBoolean("on")).isTrue();
        assertThat(properties("on", "false").getBoolean("on")).isFalse();
    }

    @Test
    void textReadsFromAnyScalar() {
        assertThat(properties("p", "a").getString("p")).isEqualTo("a");
        assertThat(properties("p", 5000).getString("p")).isEqualTo("5000");
        assertThat(properties("p", true).getString("p")).isEqualTo("true");
    }

    @Test
    void longsAndDecimalsReadFromNumbersAndText() {
        assertThat(properties("p", "9007199254740993").getLong("p")).isEqualTo(9007199254740993L);
        assertThat(properties("p", 0.75).getDouble("p")).isEqualTo(0.75);
        assertThat(properties("p", "0.75").getDouble("p")).isEqualTo(0.75);
    }

    @Test
    void objectsAndArraysReadAsMapsAndLists() {
        SkillProperties properties = SkillProperties.of(Map.of("labels", Map.of("a", 1), "tags", List.of("x", "y")));
        assertThat(properties.getMap("labels")).containsEntry("a", 1);
        assertThat(properties.getList("tags")).containsExactly("x", "y");
        assertThat(properties.getMap("none")).isEmpty();
        assertThat(properties.getList("none")).isEmpty();
    }

    @Test
    void anAbsentPropertyTakesTheDefault() {
        SkillProperties none = SkillProperties.of(Map.of());
        assertThat(none.getInt("p", 1)).isEqualTo(1);
        assertThat(none.getLong("p", 2L)).isEqualTo(2L);
        assertThat(none.getDouble("p", 0.5)).isEqualTo(0.5);
        assertThat(none.getBoolean("p", true)).isTrue();
        assertThat(none.getString("p", "x")).isEqualTo("x");
        assertThat(none.find("p")).isEmpty();
        assertThat(none.has("p")).isFalse();
    }

    @Test
    void aNullPropertyIsAnAbsentOne() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("p", null);
        assertThat(SkillProperties.of(values).has("p")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "5000000000", "1.5", "", "1e999999999"})
    void aValueThatIsNoIntegerIsRefusedByNameAndNotByValue(String value) {
        assertThatThrownBy(() -> properties("port", value).getInt("port"))
                .isInstanceOfSatisfying(SkillException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.violations()).singleElement().satisfies(violation -> {
                        assertThat(violation.field()).isEqualTo("properties.port");
                        assertThat(violation.message()).contains("number");
                    });
                });
    }

    @Test
    void aSecretThatIsNoNumberIsNotInTheRefusal() {
        assertThatThrownBy(() -> properties("key", "hush-hush").getInt("key"))
                .hasMessageContaining("'key'")
                .hasMessageNotContaining("hush-hush");
    }

    @Test
    void aRequiredPropertyThatIsAbsentIsRefused() {
        assertThatThrownBy(() -> SkillProperties.of(Map.of()).getString("key"))
                .isInstanceOf(SkillException.class)
                .hasMessage("The property 'key' is required.");
    }

    @Test
    void toStringShowsNamesOnly() {
        assertThat(properties("key", "hush-hush")).hasToString("SkillProperties[key]");
    }

    enum Colour {
        RED,
        DARK_BLUE
    }

    @Test
    void eachTypeCanBeFoundIfItCame() {
        SkillProperties one = properties("p", "5");
        assertThat(one.find("p")).contains("5");
        assertThat(one.findString("p")).contains("5");
        assertThat(one.findInt("p")).contains(5);
        assertThat(one.findLong("p")).contains(5L);
        assertThat(one.findDouble("p")).contains(5.0);
        assertThat(one.findDuration("p")).contains(Duration.ofSeconds(5));
        assertThat(properties("p", "true").findBoolean("p")).contains(true);
        assertThat(properties("p", "red").findEnum("p", Colour.class)).contains(Colour.RED);
        SkillProperties none = SkillProperties.of(Map.of());
        assertThat(none.find("p")).isEmpty();
        assertThat(none.findString("p")).isEmpty();
        assertThat(none.findInt("p")).isEmpty();
        assertThat(none.findDuration("p")).isEmpty();
        assertThat(none.findEnum("p", Colour.class)).isEmpty();
    }

    @Test
    void oneThatIsOfAnotherKindIsRefusedByFindToo() {
        assertThatThrownBy(() -> properties("p", "x").findInt("p")).isInstanceOf(SkillException.class);
        assertThatThrownBy(() -> properties("p", "x").getInt("p", 1)).isInstanceOf(SkillException.class);
        assertThatThrownBy(() -> properties("p", List.of()).findBoolean("p")).isInstanceOf(SkillException.class);
        assertThatThrownBy(() -> properties("p", 1).getBoolean("p")).isInstanceOf(SkillException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30, PT30S",
        "0, PT0S",
        "5m, PT5M",
        "2h, PT2H",
        "1d, PT24H",
        "1 h, PT1H",
        "PT1H30M, PT1H30M",
        "pt5s, PT5S"
    })
    void aDurationReadsFromWhatPeopleWrite(String text, Duration expected) {
        assertThat(properties("p", text).getDuration("p")).isEqualTo(expected);
        assertThat(properties("p", " " + text + " ").getDuration("p", Duration.ZERO))
                .isEqualTo(expected);
    }

    @Test
    void aDurationReadsFromANumberOfSeconds() {
        assertThat(properties("p", 30).getDuration("p")).isEqualTo(Duration.ofSeconds(30));
        assertThat(SkillProperties.of(Map.of()).getDuration("p", Duration.ofDays(1)))
                .isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5s", "PT-5S", "5 weeks", "1.5s", "999999999999999d", "99999999999999999999s"})
    void whatIsNotADurationIsRefused(String text) {
        assertThatThrownBy(() -> properties("p", text).getDuration("p"))
                .isInstanceOf(SkillException.class)
                .hasMessageStartingWith("The property 'p' must be a duration such as 500ms, 30s");
    }

    @Test
    void aConstantOfAnEnumReadsInAnyCaseAndWithHyphens() {
        for (String text : List.of("DARK_BLUE", "dark_blue", "dark-blue", " Dark-Blue ")) {
            assertThat(properties("p", text).getEnum("p", Colour.class)).isEqualTo(Colour.DARK_BLUE);
        }
        assertThat(SkillProperties.of(Map.of()).getEnum("p", Colour.RED)).isEqualTo(Colour.RED);
        assertThatThrownBy(() -> properties("p", "green").getEnum("p", Colour.class))
                .hasMessage("The property 'p' must be one of RED, DARK_BLUE.");
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void numbersOfAMillionDigitsAreRefusedInLinearTime() {
        String digits = "1".repeat(1_000_000);
        // once quadratic: 16 seconds and more
        for (Object value : List.of(digits, digits + "e5", "0." + digits, BigInteger.ONE.shiftLeft(3_000_000))) {
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> properties("p", value).getInt("p")).isInstanceOf(SkillException.class);
                assertThatThrownBy(() -> properties("p", value).getDouble("p")).isInstanceOf(SkillException.class);
                assertThatThrownBy(() -> properties("p", value).getDuration("p"))
                        .isInstanceOf(SkillException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "-1e2147483647", "12345e999999"})
    void anExponentNeverBecomesDigits(String text) {
        SkillProperties properties = SkillProperties.of(Map.of("p", new BigDecimal(text)));
        assertThat(properties.getString("p")).hasSizeLessThan(30);
        assertThatThrownBy(() -> properties.getInt("p")).isInstanceOf(SkillException.class);
        assertThatThrownBy(() -> properties.getLong("p")).isInstanceOf(SkillException.class);
        assertThatThrownBy(() -> properties.getDuration("p")).isInstanceOf(SkillException.class);
    }

    @Test
    void aDecimalOfUsualSizeIsWrittenInDigits() {
        assertThat(properties("p", new BigDecimal("1E+3")).getString("p")).isEqualTo("1000");
        assertThat(properties("p", new BigDecimal("0.00000001")).getString("p")).isEqualTo("0.00000001");
    }

    @Test
    void aNumberBeyondTheDoublesIsRefused() {
        assertThatThrownBy(() -> properties("p", "1e400").getDouble("p"))
                .hasMessageContaining("must be a number from -1.7e308 to 1.7e308");
        assertThatThrownBy(() -> properties("p", Double.NaN).getDouble("p")).isInstanceOf(SkillException.class);
    }

    @Test
    void nothingThatWasGivenInCanChangeThem() {
        List<Object> tags = new ArrayList<>(List.of("x"));
        Map<String, Object> values = new LinkedHashMap<>(Map.of("tags", tags));
        SkillProperties properties = SkillProperties.of(values);
        tags.add("y");
        values.put("more", 1);
        assertThat(properties.getList("tags")).containsExactly("x").isUnmodifiable();
        assertThat(properties.names()).containsExactly("tags").isUnmodifiable();
    }

    @Test
    void aNameThatIsNullIsRefused() {
        SkillProperties none = SkillProperties.of(Map.of());
        assertThatThrownBy(() -> none.has(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> none.getString(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> none.getInt(null, 1)).isInstanceOf(NullPointerException.class);
    }

    private static SkillProperties properties(String name, Object value) {
        return SkillProperties.of(Map.of(name, value));
    }
}
