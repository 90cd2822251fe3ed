package io.skillsdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    private static final List<String> NAMES = List.of("daemon.port", "daemon.path", "daemon.timeout");

    @ParameterizedTest
    @CsvSource({
        "daemon.prot, daemon.port",
        "daemon.portt, daemon.port",
        "daemon.pat, daemon.path",
        "DAEMON.PATH, daemon.path",
        "daemon.timeuot, daemon.timeout"
    })
    void aSlipIsFoundInAnyCase(String name, String meant) {
        assertThat(NearestName.of(name, NAMES)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"daemon.foo", "daemon.host-name", "x", "''"})
    void aNameThatDiffersByMoreIsNotGuessed(String name) {
        assertThat(NearestName.of(name, NAMES)).isNull();
    }

    @Test
    void aLongNameCostsNothing() {
        assertThat(NearestName.of("x".repeat(10_000_000), List.of("x".repeat(10_000_001))))
                .isNull();
    }
}
