package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSettingsTest {

    private static EndpointSettings read(Map<String, String> values) {
        SettingReader reader = new SettingReader(SettingSources.of(values));
        EndpointSettings settings = EndpointSettings.read(reader);
        reader.finish();
        return settings;
    }

    /** The platform's documentation: POST, invoke, 5000, an answer within 30 seconds. */
    @Test
    void theDefaultsAreThePlatforms() {
        assertThat(read(Map.of())).isEqualTo(new EndpointSettings("POST", "invoke", 5000, 100, Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "daemon.port, -1, 'a whole number from 0 to 65535, 0 for any free port'",
        "daemon.port, 65536, a whole number from 0 to 65535",
        "daemon.port, http, a whole number",
        "daemon.method, HEAD, 'one of POST, PUT, PATCH, GET, DELETE, OPTIONS'",
        "daemon.max-depth, 0, a whole number from 1 to 1000",
        "daemon.max-depth, 1001, a whole number from 1 to 1000",
        "daemon.timeout, 0, 'a time such as 500ms, 30s or 5m, from 1 ms to 60 m'",
        "daemon.timeout, 61m, 'a time such as 500ms'",
        "daemon.path, 'profiles/{{payload.id}}', a path; a template over the envelope belongs in skill.yaml"
    })
    void whatIsOutOfItsRangeIsRefused(String key, String value, String allowed) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(key + " is '" + value + "' (from the program), but must be " + allowed);
    }

    @Test
    void theEdgesOfTheRangesAreTaken() {
        EndpointSettings least = read(Map.of(
                "daemon.port",
                "0",
                "daemon.max-depth",
                "1",
                "daemon.timeout",
                "1ms",
                "daemon.path",
                "",
                "daemon.method",
                "options"));
        assertThat(least).isEqualTo(new EndpointSettings("OPTIONS", "", 0, 1, Duration.ofMillis(1)));
        EndpointSettings most = read(Map.of(
                "daemon.port",
                "65535",
                "daemon.max-depth",
                "1000",
                "daemon.timeout",
                "1h",
                "daemon.path",
                "/a/{id}?x=1"));
        assertThat(most).isEqualTo(new EndpointSettings("POST", "/a/{id}", 65_535, 1000, Duration.ofHours(1)));
    }

    @Test
    void allThatIsNotValidIsNamedAtOnceEachOnItsOwnLine() {
        assertThatThrownBy(() -> read(Map.of("daemon.port", "x", "daemon.method", "x", "daemon.timeout", "x")))
                .hasMessageStartingWith("several settings are wrong:\n  daemon.method is 'x'")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(4));
    }

    @Test
    void aSettingTellsOfItselfInHelp() {
        assertThat(EndpointSettings.PORT.describe())
                .isEqualTo(new SettingDescription("daemon.port", "The port; 0 for any free one", "5000", false, false));
        assertThat(new NamedSetting("a", "", "A").describe().defaultValue()).isNull();
    }
}
