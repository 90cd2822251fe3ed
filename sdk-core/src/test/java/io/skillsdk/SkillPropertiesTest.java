package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private static SkillProperties properties(String name, Object value) {
        return SkillProperties.of(Map.of(name, value));
    }
}
