package io.skillsdk.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.internal.settings.SettingSources.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingSourcesTest {

    private static final String KEY = "daemon.max-wait";

    private static SettingSources sources(int without) {
        List<Map<String, String>> all = new java.util.ArrayList<>(List.of(
                Map.of(KEY, " argument "),
                Map.of(KEY, "program"),
                Map.of(KEY, "property"),
                Map.of("DAEMON_MAX_WAIT", "variable"),
                Map.of(KEY, "file")));
        for (int i = 0; i < without; i++) {
            all.set(i, Map.of());
        }
        return new SettingSources(all.get(0), all.get(1), all.get(2)::get, all.get(3), all.get(4));
    }

    @Test
    void theSourcesTakePrecedenceInTheirOrder() {
        assertThat(sources(0).find(KEY)).isEqualTo(new Found("argument", "the command line"));
        assertThat(sources(1).find(KEY)).isEqualTo(new Found("program", "the program"));
        assertThat(sources(2).find(KEY)).isEqualTo(new Found("property", "the system property " + KEY));
        assertThat(sources(3).find(KEY)).isEqualTo(new Found("variable", "the environment variable DAEMON_MAX_WAIT"));
        assertThat(sources(4).find(KEY)).isEqualTo(new Found("file", "daemon.properties"));
        assertThat(sources(5).find(KEY)).isNull();
    }

    private static SettingSources environment(Map<String, String> variables) {
        return new SettingSources(Map.of(), Map.of(), name -> null, variables, Map.of());
    }

    @Test
    void whatKubernetesSetsForAServiceIsNoSetting() {
        SettingSources sources = environment(Map.of("DAEMON_PORT", "tcp://10.0.0.1:5000"));
        assertThat(sources.find("daemon.port")).isNull();
        assertThat(sources.doubtfulVariables(List.of("daemon.port"), List.of("daemon")))
                .singleElement()
                .asString()
                .contains("DAEMON_PORT", "Rename the Service");
        assertThat(environment(Map.of("DAEMON_PORT", "5001")).find("daemon.port"))
                .isEqualTo(new Found("5001", "the environment variable DAEMON_PORT"));
    }

    @Test
    void aVariableThatIsNoSettingIsNamedWithTheNearestOne() {
        Map<String, String> variables = new HashMap<>(Map.of(
                "DAEMON_PROT", "1",
                "DAEMON_PORT_5000_TCP_ADDR", "10.0.0.1",
                "DAEMON_SERVICE_HOST", "10.0.0.1",
                "DAEMONS", "x",
                "PATH", "/bin"));
        assertThat(environment(variables).doubtfulVariables(List.of("daemon.port"), List.of("daemon")))
                .containsExactly(
                        "The environment variable DAEMON_PROT is not a setting and is ignored. Did you mean DAEMON_PORT?");
    }

    @Test
    void namesAreKnownWithTheSourceThatTakesPrecedence() {
        SettingSources sources = new SettingSources(
                Map.of("a", "1"),
                Map.of("a", "2", "b", "3"),
                name -> null,
                Map.of("C", "4"),
                Map.of("b", "5", "d", "6"));
        assertThat(sources.names())
                .containsOnly(
                        Map.entry("a", "the command line"),
                        Map.entry("b", "the program"),
                        Map.entry("d", "daemon.properties"));
    }
}
