package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingReaderTest {

    private static final NamedSetting SETTING = new NamedSetting("acme.value", "7", "A value");

    private static <T> T read(String value, Function<SettingReader, T> reading) {
        SettingReader reader = new SettingReader(SettingSources.of(Map.of("acme.value", value)));
        T read = reading.apply(reader);
        reader.finish();
        return read;
    }

    @Test
    void whatNobodySetsIsItsDefault() {
        SettingReader reader = new SettingReader(SettingSources.of(Map.of()));
        assertThat(reader.number(SETTING, 1, 10, "")).isEqualTo(7);
        assertThat(reader.find(SETTING).source()).isEqualTo("the defaults");
        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-1", "x", "", "1.5", "99999999999"})
    void aNumberOutOfItsRangeIsRefusedWithWhatIsAllowed(String value) {
        assertThatThrownBy(() -> read(value, reader -> reader.number(SETTING, 1, 10, " or so")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("acme.value is '" + value
                        + "' (from the program), but must be a whole number from 1 to 10 or so.");
    }

    @ParameterizedTest
    @CsvSource({"1h", "60m", "3600", "3600000ms", "PT1H"})
    void anHourIsTheLongestTime(String value) {
        Duration read = read(value, reader -> reader.time(SETTING, 1));
        assertThat(read).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3601",
                "61m",
                "2h",
                "1d",
                "0ms",
                "PT0.0001S",
                "999999999999d",
                "99999999999s",
                "PT2562047788015215H30M8S",
                "soon",
                ""
            })
    void aTimeOutOfItsRangeIsRefusedWithWhatIsAllowed(String value) {
        assertThatThrownBy(() -> read(value, reader -> reader.time(SETTING, 1)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be a time such as 500ms, 30s or 5m, from 1 ms to 60 m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "1MiB", "17179869184GiB", "8589934592GiB", "-1", "x"})
    void aSizeOutOfItsRangeIsRefusedWithWhatIsAllowed(String value) {
        assertThatThrownBy(() -> read(value, reader -> reader.size(SETTING, 10, 1024)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("from 10 to 1024 bytes");
    }

    @Test
    void aMethodIsReadInAnyCase() {
        String read = read("put", reader -> reader.method(SETTING));
        assertThat(read).isEqualTo("PUT");
        for (String value : List.of("HEAD", "TRACE", "", "POST ,")) {
            assertThatThrownBy(() -> read(value, reader -> reader.method(SETTING)))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContaining("one of POST, PUT, PATCH, GET, DELETE, OPTIONS");
        }
    }

    @ParameterizedTest
    @CsvSource({"invoke, invoke", "a/b?x=1, a/b", "?x=1, ''", "'', ''", "a?b?c, a"})
    void theQueryOfAPathIsLeftOut(String value, String path) {
        String read = read(value, reader -> reader.path(SETTING));
        assertThat(read).isEqualTo(path);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        SettingReader reader = new SettingReader(
                SettingSources.of(Map.of("acme.value", "x", "acme.valeu", "1", "acme.other", "1", "acmes.value", "1")));
        reader.refuseUnknownNames("acme", List.of("acme.value"));
        reader.number(SETTING, 1, 10, "");
        reader.time(SETTING, 1);
        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'acme.valeu' (from the program) is not a setting. Did you mean acme.value?")
                .hasMessageContaining("'acme.other' (from the program) is not a setting. The settings are: acme.value.")
                .hasMessageContaining("but must be a whole number")
                .hasMessageContaining("but must be a time")
                .hasMessageNotContaining("acmes");
    }

    @Test
    void aWordIsOneOfThoseAllowed() {
        String read = read("on", reader -> reader.oneOf(SETTING, List.of("off", "on")));
        assertThat(read).isEqualTo("on");
        assertThatThrownBy(() -> read("ON", reader -> reader.oneOf(SETTING, List.of("off", "on"))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("one of off, on");
    }
}
