package io.skillsdk.internal.json.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.json.mapper.Json;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Constraints in the words of JSON Schema: all that hold, in whichever order they are written. */
class ConstraintsTest {

    @SuppressWarnings("unused") // read by reflection
    static final class Fields {
        @Min(5) @PositiveOrZero int atLeastFive;

        @PositiveOrZero @Min(-5) int atLeastZero;

        @Max(5) @NegativeOrZero int atMostZero;

        @DecimalMin("1.50") @Min(1) BigDecimal decimals;

        @DecimalMin(value = "0", inclusive = false) @Positive @DecimalMax(value = "1.0", inclusive = false) @Negative double open;

        @Size(min = 3, max = 9) @NotEmpty String text;

        @NotBlank @Size(max = 5) String blank;

        @Size(min = 2) @NotEmpty List<String> list;

        @Size(min = 1, max = 2) Map<String, String> map;

        @Size(min = 1, max = 2) char[] letters;

        @Size(min = 1, max = 2) @NotEmpty byte[] bytes;

        @Size(min = 1, max = 2) int[] numbers;

        @Size @Future String nothing;

        @Email @Pattern(regexp = "a.c") String mail;

        @Pattern(regexp = "a", flags = Pattern.Flag.CASE_INSENSITIVE) String flagged;

        @Min(value = 1, groups = Runnable.class) @Max(
                value = 2,
                groups = {Runnable.class, Default.class})
        int grouped;
    }

    static Stream<Map.Entry<String, Map<String, Object>>> said() {
        return Stream.of(
                Map.entry("atLeastFive", Map.of("minimum", 5)),
                Map.entry("atLeastZero", Map.of("minimum", 0)),
                Map.entry("atMostZero", Map.of("maximum", 0)),
                Map.entry("decimals", Map.of("minimum", "1.50")),
                Map.entry("open", Map.of("exclusiveMinimum", 0, "exclusiveMaximum", 0)),
                Map.entry("text", Map.of("minLength", 3, "maxLength", 9)),
                Map.entry("blank", Map.of("minLength", 1, "maxLength", 5)),
                Map.entry("list", Map.of("minItems", 2)),
                Map.entry("map", Map.of("minProperties", 1, "maxProperties", 2)),
                Map.entry("letters", Map.of("minLength", 1, "maxLength", 2)),
                Map.entry("bytes", Map.of()),
                Map.entry("numbers", Map.of("minItems", 1, "maxItems", 2)),
                Map.entry("nothing", Map.of()),
                Map.entry("mail", Map.of("format", "email", "pattern", "a.c")),
                Map.entry("flagged", Map.of()),
                Map.entry("grouped", Map.of("maximum", 2)));
    }

    @ParameterizedTest
    @MethodSource("said")
    void eachIsSaidWhateverTheOrder(Map.Entry<String, Map<String, Object>> field) throws Exception {
        var declared = Fields.class.getDeclaredField(field.getKey());
        List<Annotation> annotations = Arrays.asList(declared.getAnnotations());
        assertThat(texts(Constraints.of(annotations, declared.getType()))).isEqualTo(texts(field.getValue()));
        Collections.reverse(annotations);
        assertThat(texts(Constraints.of(annotations, declared.getType()))).isEqualTo(texts(field.getValue()));
    }

    private static Map<String, String> texts(Map<String, Object> constraints) {
        Map<String, String> texts = new TreeMap<>();
        constraints.forEach((keyword, value) -> texts.put(keyword, value.toString()));
        return texts;
    }

    public static final class Bean {
        @Size(max = 5) private String name = "";

        @Size(min = 2) public String getName() {
            return name;
        }

        @NotEmpty public void setName(String name) {
            this.name = name;
        }
    }

    @Test
    void thoseOnAFieldAndItsMethodsHoldTogether() {
        JsonShape.Structure bean = (JsonShape.Structure) JsonShapes.read(Json.MAPPER.constructType(Bean.class));
        assertThat(bean.members().get("name").constraints()).isEqualTo(Map.of("minLength", 2, "maxLength", 5));
    }

    @Test
    void annotationsOfOthersAreNoConstraints() throws Exception {
        Annotation[] others = ConstraintsTest.class
                .getDeclaredMethod("annotationsOfOthersAreNoConstraints")
                .getAnnotations();
        assertThat(Constraints.of(List.of(others), String.class)).isEmpty();
    }
}
