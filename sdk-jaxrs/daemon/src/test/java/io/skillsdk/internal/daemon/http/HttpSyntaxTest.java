package io.skillsdk.internal.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.glassfish.grizzly.http.util.DataChunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, hosts and targets of requests, byte by byte. */
class HttpSyntaxTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private final Random random = new Random(SEED);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int fieldLine(String text) {
        return HttpSyntax.fieldLine(bytes(text), 0, text.length());
    }

    private static boolean isMalformed(Runnable look) {
        try {
            look.run();
            return false;
        } catch (RefusedRequestException e) {
            return true;
        }
    }

    private String randomText(String alphabet, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(
                    random.nextInt(20) == 0
                            ? (char) random.nextInt(256)
                            : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    @Test
    void aLineEndsBehindItsLineBreak() {
        assertThat(fieldLine("Host: x\r\nA: b\r\n")).isEqualTo(9);
        assertThat(fieldLine("Empty:\r\n")).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host : x\r\n",
                ": x\r\n",
                " Host: x\r\n",
                "Host: x\n",
                "Host: x\rA: b\r\n",
                "Ho\u0000st: x\r\n",
                "A: \u0007\r\n"
            })
    void aLineThatTwoReadersCouldReadInTwoWaysIsRefused(String line) {
        assertThatThrownBy(() -> fieldLine(line)).isInstanceOf(RefusedRequestException.class);
    }

    @Test
    void aLineIsJudgedAlikeInHoweverManyPiecesItComes() {
        for (int i = 0; i < 20_000; i++) {
            String line = randomText("Ab-:  \r\n\t", 12) + "\r\n";
            int end = isMalformed(() -> fieldLine(line)) ? -2 : fieldLine(line);
            for (int to = 0; to < line.length(); to++) {
                int part = to;
                boolean refused = isMalformed(() -> HttpSyntax.fieldLine(bytes(line), 0, part));
                int seen = refused ? -2 : HttpSyntax.fieldLine(bytes(line), 0, to);
                assertThat(seen).as("seed %d: %s up to %d", SEED, line, to).isIn(HttpSyntax.INCOMPLETE, end);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "localhost:8080", "Example.COM", "127.0.0.1:65535", "[::1]:80", "a_b", "x:"})
    void aHostIsANameOrAddressAndPerhapsAPort(String host) {
        assertThat(HostHeader.isValid(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b", "user@host", "a b", "a,b", "host:65536", "host:8o", "host:80:80", "[::1", "a#b", "a?b"})
    void whatCouldBeTakenForMoreThanAHostIsRefused(String host) {
        assertThat(HostHeader.isValid(host)).isFalse();
    }

    @Test
    void theQuickLookAtAHostLetsNothingThroughThatTheExactOneRefuses() {
        for (int i = 0; i < 20_000; i++) {
            String host = randomText("ab1.-:0A[]", 10);
            DataChunk chunk = DataChunk.newInstance();
            byte[] padded = bytes("//" + host + "//");
            chunk.setBytes(padded, 2, padded.length - 2);
            assertThat(isMalformed(() -> HostHeader.check(chunk)))
                    .as("seed %d: %s", SEED, host)
                    .isEqualTo(!HostHeader.isValid(host));
        }
    }

    @Test
    void whateverATargetHasItIsAPartOfAUriAfterwardsAndStaysSo() {
        for (int i = 0; i < 20_000; i++) {
            String path = "/" + randomText("ab/%2F{}|é", 10).replace("?", "");
            String query = randomText("q=&%41?[]é", 10);
            String sound = encoded(path, true);
            String asked = encoded(query, false);
            URI uri = URI.create("http://host" + sound + "?" + asked);
            assertThat(uri.getRawPath()).as("seed %d", SEED).isEqualTo(sound);
            assertThat(uri.getRawQuery()).isEqualTo(asked);
            assertThat(encoded(sound, true)).isEqualTo(sound);
            assertThat(encoded(asked, false)).isEqualTo(asked);
        }
    }

    private static String encoded(String text, boolean path) {
        DataChunk chunk = DataChunk.newInstance();
        chunk.setBytes(bytes(text), 0, text.length());
        if (path) {
            RequestTarget.encodePath(chunk);
        } else {
            RequestTarget.encodeQuery(chunk);
        }
        return chunk.toString(StandardCharsets.ISO_8859_1);
    }
}
