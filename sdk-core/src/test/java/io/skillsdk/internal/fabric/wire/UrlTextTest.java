package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.text.PercentEncoding;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTextTest {

    @ParameterizedTest
    @CsvSource({
        "a, a",
        "a b, a%20b",
        "a/b, a%2Fb",
        "50%, 50%25",
        "a+b, a%2Bb",
        "é, %C3%A9",
        "'a?b#c', a%3Fb%23c",
        "…, %E2%80%A6",
        "a~._-, a~._-"
    })
    void onlyUnreservedCharactersStandForThemselves(String name, String segment) {
        assertThat(UrlText.segment(name, "x")).isEqualTo(segment);
        assertThat(UrlText.query(name, "x")).isEqualTo(segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\nb", "a\u0000", "a\u007f", "\uD83D", "a\uDE00b"})
    void aNameThatWouldNotArriveIsRefused(String name) {
        assertThatThrownBy(() -> UrlText.segment(name, "the model"))
                .isInstanceOfSatisfying(FabricException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.INVALID);
                    assertThat(e.what()).isEqualTo("the model");
                });
    }

    @ParameterizedTest
    @CsvSource({"a/b c/d.csv, a/b%20c/d.csv", "/a, a", "///a/b, a/b", "a/...b, a/...b"})
    void aKeyIsWrittenAsApath(String key, String path) {
        assertThat(UrlText.path(key, "x")).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a//b", "a/", "a/./b", "../a", "a/..", "a/\n"})
    void aKeyThatWouldLeadElsewhereIsRefused(String key) {
        assertThatThrownBy(() -> UrlText.path(key, "content"))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID));
    }

    @Test
    void anyNameThatIsTakenArrivesAsItIs() {
        int taken = 0;
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            StringBuilder name = new StringBuilder();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                name.appendCodePoint(random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x3000));
            }
            String segment;
            try {
                segment = UrlText.segment(name.toString(), "x");
            } catch (FabricException e) {
                continue;
            }
            taken++;
            assertThat(segment).as("seed %d", seed).matches("[A-Za-z0-9._~%-]+");
            // java.net.URI neither resolves nor changes it
            URI uri = URI.create("http://localhost/p/" + segment + "?q=" + segment);
            assertThat(uri.normalize().getRawPath()).as("seed %d", seed).isEqualTo("/p/" + segment);
            assertThat(PercentEncoding.decode(segment)).as("seed %d", seed).isEqualTo(name.toString());
        }
        assertThat(taken).isGreaterThan(500);
    }
}
