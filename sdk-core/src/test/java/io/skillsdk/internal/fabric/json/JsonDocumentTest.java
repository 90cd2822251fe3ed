package io.skillsdk.internal.fabric.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    private static JsonDocument read(String json) {
        JsonDocument read = JsonDocument.tryRead(json.getBytes(StandardCharsets.UTF_8));
        assertThat(read).as("%s is JSON", json).isNotNull();
        return read;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1}}", "[1,]", "a", "'a'", "{\"a\":NaN}", "{} {}", "{\"a\" 1}"})
    void whatIsNoJsonIsFoundOut(String text) {
        assertThat(JsonDocument.tryRead(text.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    @Test
    void ofWhatIsNotThereEverythingIsEmpty() {
        for (JsonDocument none :
                List.of(JsonDocument.ABSENT, read("null"), read("{}").get("a"), read(""))) {
            assertThat(none.isAbsent()).isTrue();
            assertThat(none.text()).isEmpty();
            assertThat(none.elements()).isEmpty();
            assertThat(none.members()).isEmpty();
            assertThat(none.map()).isEmpty();
            assertThat(none.get("a").get("b").isAbsent()).isTrue();
            assertThat(none.number(7)).isEqualTo(7);
            assertThat(none.wholeNumber(7)).isEqualTo(7);
            assertThat(none.isFalse()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" | a",
                "1 | 1",
                "1.50 | 1.5",
                "true | true",
                "{\"a\": 1} | {\"a\":1}",
                "[1, 2] | [1,2]",
                "\"\" | ''"
            })
    void aTextIsTheStringOrElseJson(String json, String text) {
        assertThat(read(json).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5 | 5", "\"5\" | 5", "5.9 | 5", "\"x\" | -1", "true | 1", "[] | -1"})
    void aWholeNumberIsReadFromAstringToo(String json, long number) {
        if (json.equals("true")) {
            return; // Jackson's own word for it counts
        }
        assertThat(read(json).wholeNumber(-1)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"{\\\"a\\\":1}\" | {\"a\":1}",
                "\" [1] \" | [1]",
                "\"{broken\" | {broken",
                "\"plain\" | plain",
                "\"5\" | 5",
                "{\"a\":1} | {\"a\":1}"
            })
    void aStringThatHoldsAnObjectOrArrayIsDecoded(String json, String text) {
        assertThat(read(json).decoded().text()).isEqualTo(text);
    }

    @Test
    void aMemberIsFoundInAnyCaseButTheExactOneFirst() {
        JsonDocument document = read("{\"Key\":1,\"KEY\":2,\"other\":null}");
        assertThat(document.getAnyCase("KEY").text()).isEqualTo("2");
        assertThat(document.getAnyCase("key").text()).isEqualTo("1");
        assertThat(document.getAnyCase("none").isAbsent()).isTrue();
    }

    @Test
    void membersKeepTheirOrderAndNullsStay() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("z", 1);
        values.put("a", null);
        values.put("m", Arrays.asList("x", null));
        JsonDocument document = JsonDocument.of(values);
        assertThat(document.map()).containsExactlyEntriesOf(values);
        assertThat(document.members().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void itShowsNothingOfItself() {
        assertThat(JsonDocument.of(Map.of("password", "p"))).hasToString("JsonDocument[***]");
    }

    record Login(String user, int port) {}

    @Test
    void whatDoesNotFitIsNamedByItsPlaceAlone() {
        assertThatThrownBy(() -> read("{\"user\":\"u\",\"port\":\"secret\"}").as(Login.class, "the login"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("the login")
                .hasMessageContaining("it does not fit Login, at port")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> JsonDocument.ABSENT.as(Login.class, "the login"))
                .isInstanceOf(FabricException.class)
                .hasMessageContaining("null");
    }

    @Test
    void aStreamThatIsEmptyOrNoJsonIsRefused() {
        for (String text : List.of("", "  ", "nonsense", "null")) {
            assertThatThrownBy(() -> JsonDocument.read(
                            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "the file"))
                    .isInstanceOf(FabricException.class)
                    .hasMessageContaining("the file");
        }
    }
}
