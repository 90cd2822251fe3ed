package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StartupTrainingTest {

    @Test
    void theTrainingRunsItsOwnActionAndEnds() {
        assertThatCode(() -> StartupTraining.main(new String[0])).doesNotThrowAnyException();
    }
}
