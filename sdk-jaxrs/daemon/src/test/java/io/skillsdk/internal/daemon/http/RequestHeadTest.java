package io.skillsdk.internal.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.memory.ByteBufferManager;
import org.glassfish.grizzly.memory.ByteBufferWrapper;
import org.glassfish.grizzly.memory.CompositeBuffer;
import org.junit.jupiter.api.Test;

/** The head of a request is read as the grammar has it (RFC 9112, 2 to 5), whichever way its bytes come. */
class RequestHeadTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private static final int ROUNDS = Integer.getInteger("test.rounds", 20_000);

    private static final int MOST = 400;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    /** The grammar, with what this daemon adds: paths may have any visible byte but {@code #}. */
    private static final Pattern HEAD =
            Pattern.compile("(\r\n)*" + TOKEN + " /[\\x21\\x22\\x24-\\x7e\\x80-\\xff]* HTTP/1\\.[01]\r\n(" + TOKEN
                    + ":[\\t\\x20-\\x7e\\x80-\\xff]*\r\n)*\r\n");

    private static final String[] SOUND = {
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\nPOST /a/b?c=d HTTP/1.0\r\nHost: x\r\nContent-Length: 5\r\nX:\r\n\r\n",
        "M-SEARCH /\u00e4%zz HTTP/1.1\r\nA: b c\td\r\nB:\u00ff\r\n\r\n",
    };

    private final Random random = new Random(SEED);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A buffer with an array of its own, at some place within it. */
    private Buffer buffer(String text) {
        int before = random.nextInt(9);
        byte[] array = bytes("x".repeat(before) + text + "y");
        ByteBuffer part = ByteBuffer.wrap(array, before, text.length()).slice();
        return new ByteBufferWrapper(part);
    }

    /** One without an array: of several parts, or outside of the heap. */
    private Buffer withoutArray(String text) {
        int cut = random.nextInt(text.length() + 1);
        if (random.nextBoolean()) {
            ByteBuffer direct = ByteBuffer.allocateDirect(text.length());
            direct.put(bytes(text)).flip();
            return new ByteBufferWrapper(direct);
        }
        return CompositeBuffer.newBuffer(
                new ByteBufferManager(), buffer(text.substring(0, cut)), buffer(text.substring(cut)));
    }

    private static String read(RequestHead head, Buffer buffer) {
        try {
            return head.isWhole(buffer) ? "whole to " + head.end() + " from " + head.start() : "incomplete";
        } catch (RefusedRequestException e) {
            return "refused";
        }
    }

    private String readAtOnce(String text) {
        return read(new RequestHead(0, MOST), random.nextBoolean() ? buffer(text) : withoutArray(text));
    }

    /** As the codec does: each time with all that has come so far. */
    private String readInPieces(String text) {
        RequestHead head = new RequestHead(0, MOST);
        for (int to = 1 + random.nextInt(4); ; to += 1 + random.nextInt(12)) {
            String come = text.substring(0, Math.min(to, text.length()));
            String read = read(head, random.nextBoolean() ? buffer(come) : withoutArray(come));
            if (!read.equals("incomplete") || to >= text.length()) {
                return read;
            }
        }
    }

    private String changed(String sound) {
        StringBuilder text = new StringBuilder(sound);
        String odd = "\r\n :;/?#\u0000\t\u007f\u0080\u00ffa0HTTP/1.1";
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            char c = odd.charAt(random.nextInt(odd.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, c);
                case 1 -> text.setCharAt(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    @Test
    void aHeadIsWholeWhenTheGrammarSaysSo() {
        int whole = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = changed(SOUND[random.nextInt(SOUND.length)]);
            var matcher = HEAD.matcher(text);
            String read = readAtOnce(text);
            if (matcher.lookingAt()) {
                whole++;
                assertThat(read).as("seed %s round %s: %s", SEED, round, text).startsWith("whole to " + matcher.end());
            } else {
                assertThat(read).as("seed %s round %s: %s", SEED, round, text).isIn("refused", "incomplete");
            }
        }
        assertThat(whole).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    @Test
    void itIsReadTheSameInPieces() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = changed(SOUND[random.nextInt(SOUND.length)]) + "body";
            assertThat(readInPieces(text))
                    .as("seed %s round %s: %s", SEED, round, text)
                    .isEqualTo(readAtOnce(text));
        }
    }

    /** A head that is refused is refused for good reason: no bytes behind it could make it whole. */
    @Test
    void whatIsIncompleteCanStillBecomeWhole() {
        for (String sound : SOUND) {
            for (int to = 0; to < sound.length(); to++) {
                assertThat(readAtOnce(sound.substring(0, to)))
                        .as(sound.substring(0, to))
                        .isEqualTo("incomplete");
            }
        }
    }

    @Test
    void itMayHaveSoManyBytesAndNoMore() {
        String start = "GET / HTTP/1.1\r\nX: ";
        String end = "\r\n\r\n";
        for (int over : new int[] {0, 1}) {
            String text = start + "x".repeat(MOST - start.length() - end.length() + over) + end;
            assertThat(readAtOnce(text + "a body, which is not counted, however long it is: " + "x".repeat(MOST)))
                    .isEqualTo(over == 0 ? "whole to " + MOST + " from 0" : "refused");
            assertThat(readInPieces(text)).isEqualTo(over == 0 ? "whole to " + MOST + " from 0" : "refused");
        }
        assertThat(readAtOnce("GET /" + "x".repeat(MOST)))
                .as("before it is whole")
                .isEqualTo("refused");
        assertThat(readInPieces("\r\n".repeat(MOST))).isEqualTo("refused");
    }

    @Test
    void aWholeUriIsTakenWithAHostAndOfHttpOnly() {
        for (String target : new String[] {"http://x", "HTTPS://x:1/a", "http://x?q", "http://[::1]:5/"}) {
            assertThat(readAtOnce("GET " + target + " HTTP/1.1\r\n\r\n"))
                    .as(target)
                    .startsWith("whole");
        }
        for (String target :
                new String[] {"http://", "http:///a", "ftp://x/", "http:/x", "httpx://x", "http://a b/", "*", "x:80"}) {
            assertThat(readAtOnce("GET " + target + " HTTP/1.1\r\n\r\n"))
                    .as(target)
                    .isEqualTo("refused");
        }
    }
}
