package io.skillsdk.internal.json.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.skillsdk.internal.json.Binding;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.json.type.PayloadType;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever copies an example from the documentation and sends it is served. */
class JsonExamplesTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Numbers(
            @Positive @DecimalMax(value = "1.0", inclusive = false) double share,

            @DecimalMin("1.5") int fromOneAndAHalf,
            @Min(5) @Max(5) int five,
            @Negative long below,
            @DecimalMin("0.25") @DecimalMax("0.75") BigDecimal part,
            @Max(-100) int low,
            @DecimalMin(value = "10", inclusive = false) float above,
            byte small) {}

    record Texts(
            @Size(min = 10, max = 12) String sized,
            @Size(max = 2) String brief,
            @Size(max = 0) String none,
            @Email String mail,
            char letter,
            char[] letters,
            byte[] bytes,
            @JsonFormat(pattern = "dd.MM.yyyy HH:mm") LocalDateTime when,

            @JsonFormat(pattern = "EEEE, d MMMM yyyy", locale = "en")
            LocalDate day) {}

    record OfTheJdk(
            UUID id,
            URI uri,
            Path path,
            InetAddress address,
            InetSocketAddress socket,
            Instant instant,
            OffsetTime time,
            MonthDay birthday,
            Duration length,
            Period period,
            Year year,
            ZoneOffset offset,
            Calendar calendar,
            Currency currency,
            Locale locale,
            TimeZone zone,
            Pattern pattern) {}

    record Keyed(
            Map<Integer, String> byNumber,
            EnumMap<DayOfWeek, Integer> byDay,
            Map<LocalDate, List<String>> byDate,
            Map<UUID, Boolean> byId,
            Map<Double, String> byReal,
            Map<Object, String> byAny,
            Map<StringBuilder, String> byText,
            Map<String, Map<Long, Integer>> nested,
            Map.Entry<Integer, String> entry) {}

    record Sized(
            @Size(min = 3, max = 4) List<Integer> three,
            @Size(max = 0) List<Integer> none,
            @Size(min = 2) int[] two,
            @Size(min = 1) Set<Integer> distinct) {}

    record Self(String name, @Nullable Self next, List<Self> all) {}

    @ParameterizedTest
    @ValueSource(classes = {Numbers.class, Texts.class, OfTheJdk.class, Keyed.class, Sized.class, Self.class})
    void anExampleIsTakenAndValidAndRightByTheSchema(Class<?> type) {
        Binding binding = Binding.of(type);
        String example = JsonCodec.write(JsonExamples.of(binding.type().shape()));
        assertThat(binding.faults(example)).as(example).isEmpty();
        assertThat(VALIDATOR.validate(binding.value(example))).as(example).isEmpty();
        assertThat(binding.schemaErrors(example)).as(example).isEmpty();
    }

    @Test
    void eachMemberOfWhichAnExampleCanBeMadeIsInIt() {
        assertThat(example(OfTheJdk.class)).hasSize(OfTheJdk.class.getRecordComponents().length);
        assertThat(example(Texts.class)).hasSize(Texts.class.getRecordComponents().length);
        assertThat(example(Keyed.class).get("byNumber")).isEqualTo(Map.of("1", "text"));
        assertThat(example(Keyed.class).get("byDay")).isEqualTo(Map.of("MONDAY", 1));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> example(Class<?> type) {
        Object example = JsonExamples.of(PayloadType.of(type).shape());
        return JsonCodec.readObject(JsonCodec.write(example).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    record Impossible(@Min(2) @Max(1) @NotNull Integer none) {}

    record Endless(@Size(min = 1_000_000) @NotNull List<Integer> many) {}

    record Long(@Size(min = 5_000) @NotNull String text) {}

    record Distinct(@Size(min = 2) @NotNull Set<Boolean> both) {}

    @ParameterizedTest
    @ValueSource(classes = {Impossible.class, Endless.class, Long.class, Distinct.class})
    void whereNothingCanBeMadeUpThereIsNoExample(Class<?> type) {
        assertThat(JsonExamples.of(PayloadType.of(type).shape())).isNull();
    }
}
