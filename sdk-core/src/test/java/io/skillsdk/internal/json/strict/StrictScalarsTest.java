package io.skillsdk.internal.json.strict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.skillsdk.internal.json.Binding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A value has one form and its range, wherever it stands; where its author has chosen a form, that one. */
class StrictScalarsTest {

    record Reals(
            double plain,
            Double boxed,
            float small,
            double[] many,
            float[] few,
            List<Float> list,
            OptionalDouble perhaps,
            Number any,
            BigDecimal exact) {}

    @ParameterizedTest
    @CsvSource({
        "1e400, plain boxed small perhaps",
        "-1e400, plain boxed small perhaps",
        "1e39, small",
        "3.5e38, small",
        "3.4e38, ''",
        "1.7e308, small",
        "1e-400, ''"
    })
    void aNumberThatWouldBeInfiniteIsRefusedAndNoOther(String number, String refused) {
        Binding reals = Binding.of(Reals.class);
        StringBuilder expected = new StringBuilder();
        for (String member : List.of("plain", "boxed", "small", "perhaps", "any", "exact")) {
            String sound = "{\"plain\":1,\"small\":1,\"" + member + "\":" + number + "}";
            if (!reals.takes(sound)) {
                expected.append(' ').append(member);
                assertThat(reals.fields(sound)).as(sound).containsExactly("payload." + member);
            }
        }
        assertThat(expected.toString().strip()).isEqualTo(refused);
    }

    @Test
    void eachElementThatWouldBeInfiniteIsNamed() {
        assertThat(
                        Binding.of(Reals.class)
                                .fields(
                                        "{\"plain\":1,\"small\":1,\"many\":[1,1e400,2,-1e400],\"few\":[1e39],\"list\":[1,1e39]}"))
                .containsExactly("payload.many[1]", "payload.many[3]", "payload.few[0]", "payload.list[1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"INF\"", "\"1.5\"", "\"\"", "true", "[]", "[1.5]"})
    void whatIsNoNumberIsRefusedWhereverItStands(String sent) {
        Binding reals = Binding.of(Reals.class);
        for (String member : List.of("plain", "boxed", "small", "perhaps", "any", "exact")) {
            assertThat(reals.fields("{\"plain\":1,\"small\":1,\"" + member + "\":" + sent + "}"))
                    .as(member)
                    .containsExactly("payload." + member);
        }
    }

    record Bytes(byte one, @Nullable Byte two, List<Byte> list, Map<Byte, Byte> map) {}

    @ParameterizedTest
    @ValueSource(ints = {-129, 128, 200, 255, 256, -1000})
    void aByteHasItsSign(int number) {
        assertThat(Binding.of(Bytes.class)
                        .fields("{\"one\":N,\"two\":N,\"list\":[1,N],\"map\":{\"1\":N}}".replace("N", "" + number)))
                .containsExactly("payload.one", "payload.two", "payload.list[1]", "payload.map.1");
    }

    @Test
    void theBoundsOfAByteAreTaken() {
        String sent = "{\"one\":-128,\"two\":127,\"list\":[-128,127],\"map\":{\"-128\":127}}";
        assertThat(Binding.of(Bytes.class).echoed(sent)).isEqualTo(sent);
    }

    static final class Strings {
        public @Nullable List<String> list;
        public @Nullable Set<String> set;
        public List<String> into = new java.util.ArrayList<>(List.of("base"));
        public String @Nullable [] array;
        public @Nullable Optional<List<String>> maybe;
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "set", "into", "array", "maybe"})
    void anArrayAmongStringsIsNoString(String member) {
        Binding strings = Binding.of(Strings.class);
        for (String sent : List.of("[[\"a\"]]", "[\"x\",[\"a\"],\"y\"]", "[[]]", "[\"x\",[[\"a\"]]]")) {
            assertThat(strings.fields("{\"" + member + "\":" + sent + "}"))
                    .as(sent)
                    .containsExactly("payload." + member + (sent.startsWith("[[") ? "[0]" : "[1]"));
        }
        assertThat(strings.takes("{\"" + member + "\":[\"a\",null,\"b\"]}")).isTrue();
        assertThat(strings.takes("{\"" + member + "\":[]}")).isTrue();
    }

    record Chosen(
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant seconds,
            @JsonFormat(shape = JsonFormat.Shape.ARRAY) LocalTime parts,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration text,
            @JsonFormat(pattern = "yyyyMMdd") LocalDate digits,
            Instant plain,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER_INT) Date millis) {}

    @Test
    void theFormThatAnAuthorHasChosenIsTheOneThatIsTaken() {
        Binding chosen = Binding.of(Chosen.class);
        String sent = """
                {"seconds":1764104400.5,"parts":[12,30],"text":"PT30S","digits":"20260131","plain":"2026-01-31T12:30:00Z","millis":5}""";
        assertThat(chosen.faults(sent)).isEmpty();
        assertThat(chosen.fields("""
                        {"seconds":true,"parts":5,"text":30,"digits":20260131,"plain":1764104400,"millis":true}"""))
                .containsExactly(
                        "payload.seconds",
                        "payload.parts",
                        "payload.text",
                        "payload.digits",
                        "payload.plain",
                        "payload.millis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1764104400", "1764104400000", "-5", "1.5", "+5", ".", "-"})
    void theDigitsOfANumberAreNoTime(String digits) {
        for (Class<?> type : List.of(Instant.class, OffsetDateTime.class, Date.class, LocalDate.class)) {
            assertThat(Binding.of(type).takes("\"" + digits + "\""))
                    .as("%s", type)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, true",
        "UTC, true",
        "GMT, true",
        "GMT+2, true",
        "Mars/Olympus, false",
        "'', false",
        "Z, false"
    })
    void aZoneThatNobodyKnowsIsNotGreenwich(String zone, boolean taken) {
        assertThat(Binding.of(TimeZone.class).takes("\"" + zone + "\"")).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"de-DE, true", "en, true", "und, true", "zh-Hant-TW, true", "?, false"})
    void aLanguageThatNobodyKnowsIsNotTheUndeterminedOne(String locale, boolean taken) {
        assertThat(Binding.of(Locale.class).takes("\"" + locale + "\"")).isEqualTo(taken);
    }

    static final class LooseReader extends ValueDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) {
            return Duration.ofSeconds(parser.getValueAsInt());
        }
    }

    record Own(@JsonDeserialize(using = LooseReader.class) Duration own, Duration strict) {}

    @Test
    void aReaderOfTheAuthorsReadsWhatItLikes() {
        Binding own = Binding.of(Own.class);
        assertThat(own.echoed("{\"own\":5,\"strict\":\"PT1S\"}")).isEqualTo("{\"own\":\"PT5S\",\"strict\":\"PT1S\"}");
        assertThat(own.fields("{\"own\":5,\"strict\":1}")).containsExactly("payload.strict");
    }

    @Test
    void anArrayOfCharactersOrBytesIsOneString() {
        assertThat(Binding.of(char[].class).echoed("\"abc\"")).isEqualTo("\"abc\"");
        assertThat(Binding.of(byte[].class).echoed("\"c2tpbGw=\"")).isEqualTo("\"c2tpbGw=\"");
        for (String sent : List.of("[\"a\"]", "[1]", "5", "true", "{}")) {
            assertThat(Binding.of(char[].class).takes(sent)).as(sent).isFalse();
            assertThat(Binding.of(byte[].class).takes(sent)).as(sent).isFalse();
        }
        assertThat(Binding.of(new TypeReference<List<byte[]>>() {}).fields("[\"c2tpbGw=\",\"?\",[1]]"))
                .containsExactly("[1]".replace("[1]", "payload[1]"), "payload[2]");
    }
}
