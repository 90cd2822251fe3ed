package io.skillsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryStringsTest {

    @ParameterizedTest
    @CsvSource({
        "%20100%, ' 100%'",
        "100%, 100%",
        "%, %",
        "%2, %2",
        "%zz%41, %zzA",
        "%+1%20, '% 1 '",
        "%2541, %41",
        "a+b%2Bc, 'a b+c'",
        "%C3%A4, \u00e4",
        "\u00e4%41, \u00e4A",
        "%FFx, \ufffdx",
        "%1\u0661, %1\u0661"
    })
    void aStrayPercentSignStaysAndTheEscapesBesideItAreDecoded(String sent, String read) {
        assertThat(QueryStrings.parse("q=" + sent)).isEqualTo(Map.of("q", List.of(read)));
        assertThat(QueryStrings.parse(sent + "=q")).isEqualTo(Map.of(read, List.of("q")));
    }

    @Test
    void namesKeepTheirOrderAndTheirValues() {
        assertThat(QueryStrings.parse("b=1&&a&b=2&=3&c="))
                .isEqualTo(Map.of("b", List.of("1", "2"), "a", List.of(""), "", List.of("3"), "c", List.of("")));
        assertThat(QueryStrings.parse("b=1&a=2").keySet()).containsExactly("b", "a");
        assertThat(QueryStrings.parse(null)).isEmpty();
        assertThat(QueryStrings.parse("")).isEmpty();
    }

    @Test
    void whatAFormHasEncodedIsReadAsItWas() {
        Random random = new Random(16);
        for (int round = 0; round < 2000; round++) {
            String text = random.ints(random.nextInt(8), 0, 0x11000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertThat(QueryStrings.parse("q=" + encoded).get("q")).containsExactly(text);
            assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }
}
