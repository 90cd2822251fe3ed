package io.skillsdk.internal.daemon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingArgumentsTest {

    private static final List<String> NAMES = List.of("daemon.port", "daemon.path", "acme.url");

    @Test
    void settingsAloneAreReadWithAllThatFollowsTheFirstEqualsSign() {
        assertThat(SettingArguments.alone(NAMES, "--daemon.port=5001", "--acme.url=http://a?b=c", "--daemon.path="))
                .isEqualTo(Map.of("daemon.port", "5001", "acme.url", "http://a?b=c", "daemon.path", ""));
        assertThat(SettingArguments.alone(NAMES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check .",
                "--daemon.port 5001",
                "--help",
                "--daemon.prot=5001",
                "-daemon.port=5001",
                "run --daemon.port=5001",
                "--daemon.port=1 --daemon.port=2",
                "--daemon.port=1 invoke",
            })
    void allElseIsLeftToTheCommandLine(String line) {
        assertThat(SettingArguments.alone(NAMES, line.split(" ", -1))).isNull();
    }
}
