package io.skillsdk.internal.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.ChunkedTransferEncoding;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.memory.ByteBufferWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in chunks is read in the same way wherever the network cuts it, and nothing behind it is taken. */
class ChunkedBodyTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private static final int ROUNDS = Integer.getInteger("test.rounds", 3_000);

    private static final int MOST_TRAILER = 200;

    private static final String ODD = "\r\n;: 0a1fg\t{}\u0000\u0080\u00ff";

    private static final String NEXT = "GET /next HTTP/1.1\r\n\r\n";

    /** What became of the bytes of a body. */
    private record Read(String outcome, String body, String left) {}

    private final Random random = new Random(SEED);

    private static Buffer buffer(byte[] bytes) {
        return new ByteBufferWrapper(ByteBuffer.wrap(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] content(Buffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.slice().get(bytes);
        return bytes;
    }

    /** Reads pieces as Grizzly's codec does: what is left of one comes again, with the next behind it. */
    private Read read(List<byte[]> pieces) {
        ChunkedBody chunked =
                new ChunkedBody(new ChunkedTransferEncoding(MOST_TRAILER, new Properties()), MOST_TRAILER);
        RequestUnderParsing request = new RequestUnderParsing();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] left = {};
        try {
            for (int i = 0; i < pieces.size(); i++) {
                byte[] input = concat(left, pieces.get(i));
                left = new byte[0];
                while (input.length > 0) {
                    ParsingResult result = chunked.parsePacket(null, request, buffer(input));
                    Buffer rest = result.getRemainderBuffer();
                    byte[] remaining = rest == null ? new byte[0] : content(rest);
                    if (result.getHttpContent() == null) {
                        left = remaining;
                        break;
                    }
                    body.writeBytes(content(result.getHttpContent().getContent()));
                    input = remaining;
                    if (result.getHttpContent().isLast()) {
                        for (byte[] later : pieces.subList(i + 1, pieces.size())) {
                            input = concat(input, later);
                        }
                        return new Read("whole", text(body.toByteArray()), text(input));
                    }
                }
            }
        } catch (RefusedRequestException e) {
            return new Read("refused " + e.status(), "", "");
        }
        return new Read("incomplete", text(body.toByteArray()), "");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private List<byte[]> cut(String whole, int most) {
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < whole.length(); ) {
            int to = Math.min(whole.length(), at + 1 + random.nextInt(most));
            pieces.add(bytes(whole.substring(at, to)));
            at = to;
        }
        return pieces;
    }

    private String randomText(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(ODD.charAt(random.nextInt(ODD.length())));
        }
        return text.toString();
    }

    private String encoded(String body) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int to = Math.min(body.length(), at + 1 + random.nextInt(40));
            String size = Integer.toHexString(to - at);
            chunks.append("0".repeat(random.nextInt(3)))
                    .append(random.nextBoolean() ? size : size.toUpperCase(Locale.ROOT))
                    .append(random.nextInt(4) == 0 ? " ;a=\"b;c\"" : "")
                    .append("\r\n")
                    .append(body, at, to)
                    .append("\r\n");
            at = to;
        }
        return chunks.append(random.nextInt(3) == 0 ? "00;x\r\nT: a\r\nU:\r\n\r\n" : "0\r\n\r\n")
                .toString();
    }

    @Test
    void aBodyIsReadWhereverItIsCutAndWhatFollowsItIsLeft() {
        for (int round = 0; round < ROUNDS; round++) {
            String body = randomText(200);
            String whole = encoded(body) + NEXT;
            assertThat(read(cut(whole, 1 + random.nextInt(60))))
                    .as("seed %s round %s: %s", SEED, round, whole)
                    .isEqualTo(new Read("whole", body, NEXT));
        }
    }

    @Test
    void whatIsWrongIsFoundWhereverItIsCut() {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder changed = new StringBuilder(encoded(randomText(60)));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(changed.length());
                char odd = ODD.charAt(random.nextInt(ODD.length()));
                switch (random.nextInt(3)) {
                    case 0 -> changed.insert(at, odd);
                    case 1 -> changed.setCharAt(at, odd);
                    default -> changed.deleteCharAt(at);
                }
            }
            String whole = changed.append("\r\n0\r\n\r\n").toString();
            Read atOnce = read(List.of(bytes(whole)));
            assertThat(read(cut(whole, 1 + random.nextInt(9))))
                    .as("seed %s round %s: %s", SEED, round, whole)
                    .isEqualTo(atOnce);
            refused += atOnce.outcome().startsWith("refused") ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aTrailerMayHaveSoManyBytesAndNoMore(int cuts) {
        String name = "T: ";
        String end = "\r\n\r\n";
        for (int over : new int[] {0, 1}) {
            String trailer = name + "x".repeat(MOST_TRAILER - name.length() - end.length() + over) + end;
            String whole = "0\r\n" + trailer;
            List<byte[]> pieces = cuts == 0 ? List.of(bytes(whole)) : cut(whole, cuts);
            assertThat(read(pieces).outcome()).isEqualTo(over == 0 ? "whole" : "refused 400");
        }
    }

    /** Each field is looked at once and dropped, and yet counted. */
    @Test
    void aTrailerThatComesInPiecesIsNoLongerThanAnother() {
        String field = "T: " + "x".repeat(MOST_TRAILER / 2) + "\r\n";
        List<byte[]> pieces = List.of(bytes("0\r\n" + field), bytes(field + "\r\n"));
        assertThat(read(pieces).outcome()).isEqualTo("refused 400");
    }

    @Test
    void aSizeThatNoBodyHasIsRefusedAtOnce() {
        assertThat(read(List.of(bytes("7fffffffffffffff"))).outcome()).isEqualTo("refused 400");
        assertThat(read(List.of(bytes("ffffffffffffffffffff\r\n"))).outcome()).isEqualTo("refused 400");
        assertThat(read(List.of(bytes("fffffffffffffff\r\nab"))))
                .as("only the limit of bodies can refuse it")
                .isEqualTo(new Read("incomplete", "ab", ""));
    }

    @Test
    void aLineBeforeAChunkEnds() {
        assertThat(read(cut("1;" + "x".repeat(900) + "\r\na\r\n0\r\n\r\n", 50)).outcome())
                .isEqualTo("whole");
        assertThat(read(cut("1;" + "x".repeat(3_000), 50)).outcome()).isEqualTo("refused 400");
    }
}
