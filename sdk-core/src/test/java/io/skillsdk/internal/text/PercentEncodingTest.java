package io.skillsdk.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a+b, a+b",
        "a%20b, a b",
        "%20100%, ' 100%'",
        "100%25, 100%",
        "%, %",
        "%4, %4",
        "%zz%41, %zzA",
        "%%41, %A",
        "%e2%82%ac, €",
        "%F0%9F%98%80, 😀",
        "a%2Fb, a/b",
    })
    void eachEscapeIsDecodedAndAstrayPercentStays(String text, String decoded) {
        assertThat(PercentEncoding.decode(text)).isEqualTo(decoded);
    }

    @Test
    void escapesThatAreNotUtf8AreReplaced() {
        assertThat(PercentEncoding.decode("a%ffb")).isEqualTo("a\uFFFDb");
        assertThat(PercentEncoding.decode("%e2%82")).isEqualTo("\uFFFD");
    }

    @Test
    void whateverIsEncodedIsDecodedAgain() {
        for (long seed = 0; seed < 2000; seed++) {
            String text = text(new Random(seed));
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
            assertThat(PercentEncoding.decode(encoded)).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void noTextIsRefused() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append("%%%0aF9gZ é".charAt(random.nextInt(11)));
            }
            assertThat(PercentEncoding.decode(text.toString()).length())
                    .as("seed %d: %s", seed, text)
                    .isLessThanOrEqualTo(text.length());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i > 0; i--) {
            int codePoint = random.nextInt(3) > 0 ? random.nextInt(128) : random.nextInt(0x11_0000);
            if (codePoint < 0xD800 || codePoint > 0xDFFF) {
                text.appendCodePoint(codePoint);
            }
        }
        return text.toString();
    }
}
