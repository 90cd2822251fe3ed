package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.DataSize;
import io.skillsdk.Secret;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTypeTest {

    enum Mode {
        FAST,
        VERY_SLOW
    }

    record All(
            String text,
            Secret secret,
            long big,
            int whole,
            double number,
            BigDecimal decimal,
            boolean flag,
            Duration time,
            DataSize size,
            URI uri,
            Path path,
            Mode mode,
            List<Integer> numbers,
            List<Mode> modes,
            Map<String, String> map,
            Object anything) {}

    private static @Nullable SettingType type(String component) {
        Type type = Arrays.stream(All.class.getRecordComponents())
                .filter(each -> each.getName().equals(component))
                .findFirst()
                .orElseThrow()
                .getGenericType();
        return SettingType.of(type);
    }

    private static @Nullable Object read(String component, String text) {
        SettingType type = type(component);
        assertThat(type).isNotNull();
        return type.reader().read(text);
    }

    @Test
    void eachTypeIsReadFromText() {
        assertThat(read("text", "a b")).isEqualTo("a b");
        assertThat(read("secret", "s")).isEqualTo(Secret.of("s"));
        assertThat(read("big", "9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(read("whole", "-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(read("number", "0.75")).isEqualTo(0.75);
        assertThat(read("decimal", "0.10")).isEqualTo(new BigDecimal("0.10"));
        assertThat(read("flag", "TRUE")).isEqualTo(true);
        assertThat(read("time", "2h")).isEqualTo(Duration.ofHours(2));
        assertThat(read("time", "PT2H")).isEqualTo(Duration.ofHours(2));
        assertThat(read("size", "20MiB")).isEqualTo(new DataSize(20 << 20));
        assertThat(read("uri", "https://example.org/")).isEqualTo(URI.create("https://example.org/"));
        assertThat(read("path", "a/b")).isEqualTo(Path.of("a/b"));
        assertThat(read("mode", "very-slow")).isEqualTo(Mode.VERY_SLOW);
        assertThat(read("mode", "Very_Slow")).isEqualTo(Mode.VERY_SLOW);
        assertThat(read("numbers", " 1, 2 ,3")).isEqualTo(List.of(1, 2, 3));
        assertThat(read("numbers", " ")).isEqualTo(List.of());
        assertThat(read("modes", "fast,very-slow")).isEqualTo(List.of(Mode.FAST, Mode.VERY_SLOW));
    }

    @ParameterizedTest
    @CsvSource({
        "big, 9223372036854775808",
        "whole, 2147483648",
        "whole, 1.0",
        "number, 1e999",
        "number, x",
        "number, NaN",
        "decimal, Infinity",
        "flag, yes",
        "flag, ''",
        "time, -1s",
        "time, PT-1S",
        "time, P",
        "size, -1",
        "size, 17179869184GiB",
        "size, 8589934592GiB",
        "uri, example.org",
        "uri, a b",
        "path, ''",
        "mode, slow",
        "numbers, '1,,2'",
        "numbers, '1,x'",
        "modes, 'fast,'"
    })
    void whatIsNotValidIsNotRead(String component, String text) {
        assertThat(read(component, text)).isNull();
    }

    @Test
    void otherTypesCannotBeSettings() {
        assertThat(type("map")).isNull();
        assertThat(type("anything")).isNull();
    }
}
