package io.skillsdk.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonPhraseTest {

    @Test
    void everyStatusHasAPhrase() {
        for (int status = 100; status < 600; status++) {
            assertThat(ReasonPhrase.of(status)).matches("[A-Z][A-Za-z -]+");
        }
        assertThat(ReasonPhrase.of(422)).isEqualTo("Unprocessable Content");
        assertThat(ReasonPhrase.of(429)).isEqualTo("Too Many Requests");
        assertThat(ReasonPhrase.of(499)).isEqualTo("Request Refused");
        assertThat(ReasonPhrase.of(599)).isEqualTo("Action Failed");
    }
}
