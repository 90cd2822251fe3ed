package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private DaemonSettings read() {
        return SettingsReader.read(new SettingsSources(arguments, program, system::get, environment::get, file));
    }

    @Test
    void theDefaultsAreThePlatforms() {
        assertThat(read()).isEqualTo(new DaemonSettings("0.0.0.0", 5000, "POST", "invoke", 1_048_576));
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
        assertThat(read().maxRequestSize()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"10,10", "1k,1024", "512KiB,524288", "2 MB,2097152", "1MiB,1048576", "7b,7"})
    void sizesHaveUnits(String text, int bytes) {
        program.put("daemon.max-request-size", text);
        assertThat(read().maxRequestSize()).isEqualTo(bytes);
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
                "daemon.path | profiles/{{payload.id}} | a template over the envelope belongs into skill.yaml",
                "daemon.max-request-size | lots | must be a number of bytes such as 1048576",
                "daemon.max-request-size | 0 | must be a number of bytes",
                "daemon.max-request-size | 3000MiB | must be a number of bytes",
            })
    void aBadValueIsNamedWithItsSourceAndWhatIsAllowed(String name, String value, String allowed) {
        environment.put(name.toUpperCase().replace('.', '_').replace('-', '_'), value);
        assertThatThrownBy(this::read)
                .isInstanceOf(DaemonStartException.class)
                .hasMessageStartingWith(name + " is '" + value + "' (from the environment variable DAEMON_")
                .hasMessageContaining(allowed);
    }

    @Test
    void aMisspeltNameIsRefused() {
        file.put("daemon.prot", "1");
        assertThatThrownBy(this::read)
                .hasMessage("There is no setting 'daemon.prot' (from daemon.properties). There are: daemon.host,"
                        + " daemon.port, daemon.method, daemon.path, daemon.max-request-size.");
    }
}
