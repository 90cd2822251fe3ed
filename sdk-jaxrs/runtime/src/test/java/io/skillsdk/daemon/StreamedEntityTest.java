package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An entity reaches its client byte for byte, in whichever pieces its writer has it written. */
class StreamedEntityTest {

    private static final long SEED = Long.getLong("test.seed", System.nanoTime());

    private static final int HELD = 64 * 1024;

    static final class Actions {
        @SkillAction(path = "unused")
        public void unused() {}
    }

    /** The bytes that a seed stands for. */
    private static byte[] entity(long seed, int length) {
        byte[] bytes = new byte[length];
        Random random = new Random(seed);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    /** Public for JAX-RS. */
    @Path("entities")
    public static final class Entities {

        @GET
        @Path("{seed}/{length}/{pieces}/{flushes}")
        public StreamingOutput pieces(
                @PathParam("seed") long seed,
                @PathParam("length") int length,
                @PathParam("pieces") int pieces,
                @PathParam("flushes") int flushes) {
            return out -> write(entity(seed, length), pieces, flushes, out);
        }

        @GET
        @Path("{seed}/{length}")
        public byte[] whole(@PathParam("seed") long seed, @PathParam("length") int length) {
            return entity(seed, length);
        }
    }

    private static void write(byte[] entity, int pieces, int flushes, OutputStream out) throws IOException {
        Random random = new Random(entity.length);
        for (int at = 0; at < entity.length; ) {
            int length = Math.min(entity.length - at, 1 + random.nextInt(Math.max(1, 2 * entity.length / pieces)));
            if (length == 1) {
                out.write(entity[at]);
            } else {
                out.write(entity, at, length);
            }
            at += length;
            if (flushes > 0 && random.nextInt(flushes) == 0) {
                out.flush();
            }
        }
    }

    private record Answer(String head, byte[] body) {

        boolean has(String header) {
            return head.contains("\r\n" + header);
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Actions()).register(Entities.class).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static Answer get(String method, String path, String headers) throws IOException {
        byte[] all;
        try (Socket socket = Calls.connect(daemon.port())) {
            socket.getOutputStream()
                    .write((method + " /entities/" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers
                                    + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            all = socket.getInputStream().readAllBytes();
        }
        String text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        String head = text.substring(0, end + 2);
        assertThat(head).startsWith("HTTP/1.1 200 ");
        byte[] body = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
        body = head.contains("Transfer-Encoding: chunked") && body.length > 0 ? unchunked(body) : body;
        if (head.contains("Content-Encoding: gzip") && body.length > 0) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new Answer(head, body);
    }

    private static byte[] unchunked(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String text = new String(chunks, StandardCharsets.ISO_8859_1);
        for (int at = 0; ; ) {
            int line = text.indexOf("\r\n", at);
            int size = Integer.parseInt(text.substring(at, line), 16);
            body.write(chunks, line + 2, size);
            at = line + 2 + size + 2;
            assertThat(text.substring(at - 2, at)).isEqualTo("\r\n");
            if (size == 0) {
                assertThat(at).as("nothing follows").isEqualTo(chunks.length);
                return body.toByteArray();
            }
        }
    }

    @Test
    void allBytesArriveHoweverTheyAreWritten() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 60; round++) {
            int length = round % 3 == 0 ? HELD - 2 + random.nextInt(5) : 1 + random.nextInt(3 * HELD);
            String path = round + "/" + length + "/" + (1 + random.nextInt(9)) + "/" + random.nextInt(4);
            Answer answer = get("GET", path, random.nextBoolean() ? "Accept-Encoding: gzip\r\n" : "");
            assertThat(answer.body()).as("%s, seed %s", path, SEED).isEqualTo(entity(round, length));
            assertThat(answer.has("Content-Length: ")).isNotEqualTo(answer.has("Transfer-Encoding: "));
        }
    }

    /** What is held back whole has a length; what is longer, or is flushed on the way, goes out in chunks. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, true",
        "20000, 0, true",
        "65536, 0, true",
        "65537, 0, false",
        "200000, 0, false",
        "20000, 1, false"
    })
    void anEntityThatIsHeldBackWholeHasALength(int length, int flushes, boolean hasLength) throws IOException {
        Answer answer = get("GET", "1/" + length + "/5/" + flushes, "");
        assertThat(answer.has("Content-Length: " + length)).isEqualTo(hasLength);
        assertThat(answer.has("Transfer-Encoding: chunked")).isEqualTo(!hasLength);
        assertThat(answer.body()).isEqualTo(entity(1, length));
    }

    @ParameterizedTest
    @CsvSource({"1", "20000", "65536"})
    void aKnownEntityHasItsLengthUpToWhatIsHeldBack(int length) throws IOException {
        Answer answer = get("GET", "2/" + length, "");
        assertThat(answer.has("Content-Length: " + length)).isTrue();
        assertThat(answer.body()).isEqualTo(entity(2, length));
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 10", "HEAD, 300000"})
    void nothingIsWrittenInAnswerToAHead(String method, int length) throws IOException {
        for (String path : new String[] {"3/" + length, "3/" + length + "/4/0", "3/" + length + "/4/1"}) {
            assertThat(get(method, path, "").body()).as(path).isEmpty();
        }
    }

    @Test
    void whatIsTooSmallToBeWorthItIsNotCompressed() throws IOException {
        for (String path : new String[] {"4/40", "4/40/2/0"}) {
            assertThat(get("GET", path, "Accept-Encoding: gzip\r\n").has("Content-Encoding"))
                    .isFalse();
        }
        for (String path : new String[] {"4/50000", "4/50000/3/0", "4/200000/3/0"}) {
            Answer answer = get("GET", path, "Accept-Encoding: gzip\r\n");
            assertThat(answer.has("Content-Encoding: gzip")).as(path).isTrue();
            assertThat(answer.has("Vary: Accept-Encoding")).as(path).isTrue();
            assertThat(get("GET", path, "Accept-Encoding: gzip;q=0\r\n").has("Content-Encoding"))
                    .isFalse();
        }
    }
}
