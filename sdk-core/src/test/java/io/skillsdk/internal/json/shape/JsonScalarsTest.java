package io.skillsdk.internal.json.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import io.skillsdk.internal.json.Binding;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.annotation.EnumNaming;

/** The words for scalars: what is said to be wanted is what is taken, and the schema says so too. */
class JsonScalarsTest {

    record Years(
            Year plain,
            @JsonFormat(pattern = "yy") Year pair,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Year text) {}

    @Test
    void aYearThatItsAuthorHasMadeATextIsReadAsOne() {
        Binding years = Binding.of(Years.class);
        String sent = "{\"plain\":2026,\"pair\":\"26\",\"text\":\"2026\"}";
        assertThat(years.echoed(sent)).isEqualTo(sent).isEqualTo(years.plain(sent));
        assertThat(years.schemaErrors(sent)).isEmpty();
    }

    @Test
    void aYearOfAnotherFormIsRefusedInTheWordsOfItsOwn() {
        Binding years = Binding.of(Years.class);
        assertThat(years.faults("{\"plain\":\"2026\",\"pair\":2026,\"text\":2026}"))
                .containsExactly(
                        "payload.plain must be a whole number such as 2026, not a string",
                        "payload.pair must be a string such as 26, not a number",
                        "payload.text must be a string such as 2026, not a number");
        for (String member : List.of("plain\":\"2026\"", "pair\":2026", "text\":2026")) {
            assertThat(years.schemaErrors("{\"" + member + "}")).as(member).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "-1000000000", "2147483647", "2147483648", "1e3", "2026.0"})
    void aNumberThatIsNoYearIsTheSendersToFix(String number) {
        assertThat(Binding.of(Year.class).fields(number)).containsExactly("payload");
    }

    @JsonFormat(shape = JsonFormat.Shape.NUMBER)
    enum Place {
        FIRST,
        SECOND
    }

    @Test
    void anEnumThatIsWrittenAsNumbersIsSaidToBeReadFromItsNames() {
        Binding place = Binding.of(Place.class);
        assertThat(place.takes("\"SECOND\"")).isTrue();
        assertThat(place.faults("5")).containsExactly("payload must be one of FIRST, SECOND, not a number");
        assertThat(place.schemaErrors("\"FIRST\"")).isEmpty();
        assertThat(place.schemaErrors("0")).isNotEmpty();
        assertThat(JsonShapes.written(place.type().type())).isInstanceOfSatisfying(JsonShape.Scalar.class, scalar -> {
            assertThat(scalar.kind()).isEqualTo(JsonShape.Kind.INTEGER);
            assertThat(scalar.values()).containsExactly("0", "1");
        });
    }

    enum Level {
        LOW,
        @JsonEnumDefaultValue
        OTHER
    }

    record Lenient(
            @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            Level known,

            @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL) @Nullable Level maybe,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_VALUES)
            Level any) {}

    @ParameterizedTest
    @CsvSource({
        "known, HIGH, OTHER",
        "known, LOW, LOW",
        "maybe, HIGH, ",
        "maybe, LOW, LOW",
        "any, low, LOW",
        "any, LOW, LOW"
    })
    void whatAnEnumReadsBesideItsNamesIsRightByTheSchemaToo(String member, String sent, @Nullable String read) {
        Binding lenient = Binding.of(Lenient.class);
        String payload = "{\"" + member + "\":\"" + sent + "\"}";
        assertThat(lenient.echoed(payload))
                .contains("\"" + member + "\":" + (read == null ? "null" : "\"" + read + "\""));
        assertThat(lenient.schemaErrors(payload)).isEmpty();
    }

    @Test
    void whatALenientEnumDoesNotTakeIsToldAsItIs() {
        assertThat(Binding.of(Lenient.class).faults("{\"known\":5,\"maybe\":true,\"any\":\"x\"}"))
                .containsExactly(
                        "payload.known must be one of LOW, OTHER, or another string, not a number",
                        "payload.maybe must be one of LOW, OTHER, or another string, not a boolean",
                        "payload.any must be one of LOW, OTHER, in any case");
    }

    enum Coded {
        ONE(1.5),
        TWO(2);

        private final double code;

        Coded(double code) {
            this.code = code;
        }

        @JsonValue
        double code() {
            return code;
        }
    }

    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Named {
        FIRST_ONE,
        @JsonAlias({"2", "two"})
        SECOND_ONE
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"firstOne\"", "\"secondOne\"", "\"two\"", "\"2\"", "\"FIRST_ONE\"", "2", "null", "\"\""})
    void theNamesOfAnEnumAreThoseThatAreRead(String sent) {
        Binding named = Binding.of(Named.class);
        assertThat(named.schemaErrors(sent).isEmpty()).as(sent).isEqualTo(named.takes(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2.0", "\"1.5\"", "1", "\"ONE\"", "0"})
    void theValuesOfAnEnumAreThoseThatAreRead(String sent) {
        Binding coded = Binding.of(Coded.class);
        assertThat(coded.schemaErrors(sent).isEmpty()).as(sent).isEqualTo(coded.takes(sent));
    }

    record Formatted(
            @JsonFormat(pattern = "dd.MM.yyyy HH:mm") LocalDateTime when,

            @JsonFormat(pattern = "d MMM yyyy", locale = "de")
            LocalDate day,

            @JsonFormat(pattern = "yyyy/MM/dd", timezone = "UTC")
            Date date) {}

    @Test
    void aSampleOfThePatternIsWhatIsTaken() {
        Binding formatted = Binding.of(Formatted.class);
        for (String fault : formatted.faults("{\"when\":\"x\",\"day\":\"x\",\"date\":\"x\"}")) {
            String member = fault.substring("payload.".length(), fault.indexOf(' '));
            String sample = fault.substring(fault.indexOf("such as ") + 8);
            assertThat(formatted.faults("{\"" + member + "\":\"" + sample + "\"}"))
                    .as(fault)
                    .isEmpty();
        }
    }
}
