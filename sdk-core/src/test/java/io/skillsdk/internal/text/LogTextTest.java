package io.skillsdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {

    @Test
    void whatCannotBeSeenBecomesASpace() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            int type = Character.getType(c);
            if (type == Character.CONTROL || type == Character.FORMAT || c == '\u2028' || c == '\u2029') {
                assertThat(LogText.path("/a" + c + "b")).isEqualTo("/a b");
            }
        }
        assertThat(LogText.path("/\u009b31m\u0085\u202eä漢")).isEqualTo("/ 31m  ä漢");
    }

    @Test
    void aLongPathIsCut() {
        assertThat(LogText.path("/" + "x".repeat(15_000))).hasSize(256).endsWith("x…");
    }

    @Test
    void aPairOfSurrogatesIsNotCutInTwo() {
        assertThat(LogText.of("ab😀cd", 4)).isEqualTo("ab…");
        assertThat(LogText.of("ab😀c", 5)).isEqualTo("ab😀c");
    }
}
