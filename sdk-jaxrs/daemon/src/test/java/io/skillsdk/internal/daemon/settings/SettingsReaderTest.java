package io.skillsdk.internal.daemon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingSources;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private final Map<String, String> arguments = new HashMap<>();

    private final Map<String, String> program = new HashMap<>();

    private final Map<String, String> system = new HashMap<>();

    private final Map<String, String> environment = new HashMap<>();

    private final Map<String, String> file = new HashMap<>();

    private ServerSettings read() {
        return SettingsReader.read(new SettingSources(arguments, program, system::get, environment, file));
    }

    @Test
    void theDefaultsAreThePlatforms() {
        assertThat(read())
                .isEqualTo(new ServerSettings(
                        "0.0.0.0",
                        5000,
                        "POST",
                        "invoke",
                        "health",
                        Duration.ofSeconds(30),
                        256,
                        Duration.ofSeconds(5),
                        4096,
                        16,
                        new ServerSettings.RequestLimits(1_048_576, 16_384, 100, Duration.ofSeconds(10)),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(20)));
    }

    @Test
    void eachSourceCountsOverTheNext() {
        file.put("daemon.port", "1");
        assertThat(read().port()).isEqualTo(1);
        environment.put("DAEMON_PORT", "2");
        assertThat(read().port()).isEqualTo(2);
        system.put("daemon.port", "3");
        assertThat(read().port()).isEqualTo(3);
        program.put("daemon.port", "4");
        assertThat(read().port()).isEqualTo(4);
        arguments.put("daemon.port", "5");
        assertThat(read().port()).isEqualTo(5);
    }

    @Test
    void dashesOfANameAreUnderscoresInTheEnvironment() {
        environment.put("DAEMON_MAX_REQUEST_SIZE", "10");
        assertThat(read().limits().maxRequestSize()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"10,10", "1k,1024", "512KiB,524288", "2 MB,2097152", "1MiB,1048576", "7b,7"})
    void sizesHaveUnits(String text, int bytes) {
        program.put("daemon.max-request-size", text);
        assertThat(read().limits().maxRequestSize()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "2s,2000", "7,7000", "1 m,60000", "0s,0"})
    void timesHaveUnits(String text, long millis) {
        program.put("daemon.drain-timeout", text);
        assertThat(read().drainTimeout()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void theMethodIsReadInAnyCaseAndThePathWithoutItsQuery() {
        program.put("daemon.method", "put");
        program.put("daemon.path", "/predict?mode=fast");
        assertThat(read().method()).isEqualTo("PUT");
        assertThat(read().path()).isEqualTo("/predict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daemon.port | abc | must be a whole number from 0 to 65535",
                "daemon.port | -1 | must be a whole number from 0 to 65535",
                "daemon.port | 99999 | must be a whole number from 0 to 65535",
                "daemon.port | '' | must be a whole number from 0 to 65535",
                "daemon.method | HEAD | must be one of POST, PUT, PATCH, GET, DELETE, OPTIONS",
                "daemon.method | FETCH | must be one of POST",
                "daemon.host | '' | must be a host name or address",
                "daemon.path | profiles/{{payload.id}} | a template over the envelope belongs in skill.yaml",
                "daemon.max-request-size | lots | must be a number of bytes such as 1048576",
                "daemon.max-request-size | 0 | must be a number of bytes",
                "daemon.max-request-size | 3000MiB | must be a number of bytes",
                "daemon.max-header-size | 10 | from 1024 to 1048576 bytes",
                "daemon.max-concurrency | 0 | must be a whole number from 1 to 10000",
                "daemon.max-connections | many | must be a whole number from 1 to 100000",
                "daemon.max-background-tasks | 0 | must be a whole number from 1 to 1000",
                "daemon.timeout | 0s | must be a time such as 500ms, 30s or 5m, from 1 ms to 60 m",
                "daemon.timeout | 61m | must be a time",
                "daemon.settle-time | -1s | must be a time",
            })
    void aBadValueIsNamedWithItsSourceAndWhatIsAllowed(String name, String value, String allowed) {
        environment.put(name.toUpperCase().replace('.', '_').replace('-', '_'), value);
        assertThatThrownBy(this::read)
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(name + " is '" + value + "' (from the environment variable DAEMON_")
                .hasMessageContaining(allowed);
    }

    @Test
    void aMisspeltNameIsRefused() {
        file.put("daemon.prot", "1");
        assertThatThrownBy(this::read)
                .hasMessageStartingWith(
                        "'daemon.prot' (from daemon.properties) is not a setting. Did you mean daemon.port? The settings"
                                + " are: daemon.host, daemon.port, daemon.method, daemon.path, daemon.max-request-size, ");
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        file.put("daemon.port", "x");
        environment.put("DAEMON_TIMEOUT", "soon");
        assertThatThrownBy(this::read)
                .hasMessageContaining("daemon.port is 'x' (from daemon.properties)")
                .hasMessageContaining("daemon.timeout is 'soon' (from the environment variable DAEMON_TIMEOUT)");
    }

    @Test
    void namesOfOtherPrefixesAreLeftAlone() {
        file.put("acme.db.url", "jdbc:x");
        assertThat(read().port()).isEqualTo(5000);
    }

    @Test
    void aServiceLinkOfKubernetesIsNotAPort() {
        environment.put("DAEMON_PORT", "tcp://10.0.0.7:5000");
        assertThat(read().port()).isEqualTo(5000);
    }
}
