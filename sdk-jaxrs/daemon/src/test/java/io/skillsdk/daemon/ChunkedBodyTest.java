package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in chunks (RFC 9112, 7.1). */
class ChunkedBodyTest {

    private static final String HEAD =
            "POST /invoke HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";

    /** Two chunks of which one ends as a size could begin, with what may be in their lines. */
    private static final String CHUNKS =
            "015;name=\"a;b\";c\r\n{\"payload\":{\"text\":\"a\r\n5 \t;x\r\n b\"}}\r\n000;last\r\nTrailer: t\r\n\r\n";

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        // the pieces of a body come slowly on a busy machine
        daemon = Calls.daemon(new TestActions())
                .set("daemon.request-timeout", "10m")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static String send(String... parts) throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            for (String part : parts) {
                out.write(part.getBytes(StandardCharsets.US_ASCII));
                // once this is answered, the part has been read
                Calls.get(daemon, "/health/live");
            }
            // ends because the daemon closes: this side stays open
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void chunksAreTakenWhereverTheyAreCut() throws IOException {
        for (int cut = 1; cut < CHUNKS.length(); cut++) {
            assertThat(send(HEAD + CHUNKS.substring(0, cut), CHUNKS.substring(cut)))
                    .as("cut before %s", CHUNKS.substring(cut))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("{\"payload\":{\"words\":2}}");
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWhenItsChunksComeAtOnce() throws IOException {
        String json = "{\"payload\":{\"text\":\"" + "a".repeat(500) + "\"}}";
        String chunks = Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n";
        for (int limit : new int[] {json.length() - 1, json.length()}) {
            try (SkillDaemon small = Calls.daemon(new TestActions())
                            .set("daemon.max-request-size", String.valueOf(limit))
                            .start();
                    Socket socket = Calls.connect(small.port())) {
                socket.getOutputStream().write((HEAD + chunks).getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith(limit < json.length() ? "HTTP/1.1 413 " : "HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void chunksAreTakenByteByByte() throws IOException {
        assertThat(send((HEAD + CHUNKS).split(""))).endsWith("{\"payload\":{\"words\":2}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\r\n{}X\r\n0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}X\n0\r\n\r\n",
                "2\r\n{}\r\n\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "\r\n2\r\n{}\r\n0\r\n\r\n",
                ";x\r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "2\n{}\r\n0\r\n\r\n",
                "2 2\r\n{}\r\n0\r\n\r\n",
                "2;\n\r\n{}\r\n0\r\n\r\n",
                "2;\rx\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "+2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "g\r\n{}\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2;\u0000\r\n{}\r\n0\r\n\r\n",
            })
    void chunksThatCanBeReadInTwoWaysAreRefused(String chunks) throws IOException {
        assertThat(send(HEAD + chunks))
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close", "{\"payload\":{\"error\":{\"status\":400,", "not valid HTTP/1.1");
        assertThat(send(HEAD + CHUNKS)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc\r\n\r\n",
                "a: b\u0000\r\n\r\n",
                "a: b\n\r\n",
                "a: b\rc\r\n\r\n",
                "a b: c\r\n\r\n",
                ": c\r\n\r\n",
                " a: b\r\n\r\n",
                "a: b\r\n c\r\n\r\n",
                "\n",
                "\r\r\n"
            })
    void aTrailerThatCanBeReadInTwoWaysIsRefused(String trailer) throws IOException {
        String hidden = "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(send(HEAD.replace("Connection: close\r\n", "") + "2\r\n{}\r\n0\r\n" + trailer + hidden)
                        .split("(?=HTTP/1.1 )"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close", "not valid HTTP/1.1");
    }

    @Test
    void anEndlessTrailerIsRefused() throws IOException {
        assertThat(send(HEAD + "2\r\n{}\r\n0\r\n" + "a: b\r\n".repeat(3000))).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void anEndlessLineIsRefused() throws IOException {
        assertThat(send(HEAD + "2;" + "x".repeat(2000))).startsWith("HTTP/1.1 400 ");
    }
}
