package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class CacheTrainingTest {

    @Test
    void theTrainingRunsItsOwnActionAndEnds() {
        assertThatCode(() -> CacheTraining.main(new String[0])).doesNotThrowAnyException();
    }
}
