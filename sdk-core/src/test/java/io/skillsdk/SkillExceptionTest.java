package io.skillsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillExceptionTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 412, 422, 429, 500, 504, 599})
    void anErrorStatusIsAllowed(int status) {
        assertThat(new SkillException(status, "no").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 302, 399, 503, 600})
    void anotherStatusIsRefused(int status) {
        assertThatThrownBy(() -> new SkillException(status, "no")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRefusalOf503TellsWhatTheGatewayDoes() {
        assertThatThrownBy(() -> new SkillException(503, "no")).hasMessageContaining("gateway discards the body");
    }
}
