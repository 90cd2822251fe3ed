package io.skillsdk.internal.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of daemons, good and bad. */
@Timeout(60)
class ReplyReaderTest {

    private static final String LENGTH =
            "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 11\r\n\r\n{\"a\": \"é\"}";

    private static final String CHUNKS =
            "HTTP/1.1 201 Made it\r\nTransfer-Encoding: chunked\r\n\r\n5;x=\"y\"\r\n{\"a\":\r\nA\r\n 12345678}\r\n0\r\nA: b\r\n\r\n";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aWholeAnswerIsReadHoweverItsEndIsTold() throws IOException {
        assertThat(RawReplies.of(bytes(LENGTH)).text()).isEqualTo("{\"a\": \"é\"}");
        assertThat(RawReplies.of(bytes(CHUNKS)).text()).isEqualTo("{\"a\": 12345678}");
        assertThat(RawReplies.of(bytes(CHUNKS)).reason()).isEqualTo("Made it");
        assertThat(RawReplies.of(bytes("HTTP/1.0 200 OK\r\n\r\nto the end")).text())
                .isEqualTo("to the end");
        assertThat(RawReplies.of(bytes("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nLink: a\r\n\r\n" + LENGTH))
                        .status())
                .isEqualTo(200);
        assertThat(RawReplies.of(bytes("HTTP/1.1 204\r\nContent-Length: 5\r\n\r\n"))
                        .hasBody())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {LENGTH, CHUNKS})
    void anAnswerThatIsCutAnywhereIsSaidToBe(String answer) {
        byte[] whole = bytes(answer);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RawReplies.of(cut)).as("after %d", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void noBytesAtAllEndInAnotherExceptionThanOneOfTheConnection() {
        List<String> pieces = List.of(
                "HTTP/1.1 200 OK",
                "HTTP/1.1 999",
                "HTTP/1.1 100 X",
                "\r\n",
                "\n",
                "Content-Length: ",
                "5",
                "-5",
                "5, 5",
                "99999999999",
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: gzip, chunked",
                "0",
                "ffffffff",
                "7fffffff",
                ";",
                ":",
                " ",
                "\u0000",
                "é",
                "{}",
                "Content-Encoding: gzip",
                "Content-Encoding: br",
                "HTTP/2 200");
        for (long seed = 0; seed < 30_000; seed++) {
            Random random = new Random(seed);
            StringBuilder answer = new StringBuilder(random.nextInt(3) > 0 ? "HTTP/1.1 200 OK\r\n" : "");
            for (int i = random.nextInt(10); i > 0; i--) {
                answer.append(pieces.get(random.nextInt(pieces.size())));
                answer.append(random.nextInt(3) == 0 ? "\r\n" : "");
            }
            try {
                Reply reply = RawReplies.of(bytes(answer.toString()));
                assertThat(reply.status()).as("seed %d", seed).isBetween(0, 999);
                assertThat(reply.toString()).as("seed %d", seed).doesNotContain("\n");
                String text = reply.text();
                assertThat(text).as("seed %d", seed).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotNull();
            }
        }
    }

    @Test
    void aPackedBodyIsUnpackedAndOneThatIsBrokenIsSaidToBe() throws IOException {
        for (String coding : List.of("gzip", "deflate", "GZIP", "identity")) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            switch (coding) {
                case "deflate" -> {
                    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
                        out.write(bytes("größe"));
                    }
                }
                case "identity" -> packed.writeBytes(bytes("größe"));
                default -> {
                    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                        out.write(bytes("größe"));
                    }
                }
            }
            assertThat(encoded(coding, packed.toByteArray()).text()).isEqualTo("größe");
            if (!coding.equals("identity")) {
                assertThatThrownBy(() -> encoded(coding, bytes("größe")).text()).isInstanceOf(IOException.class);
            }
        }
        assertThatThrownBy(() -> encoded("identity", new byte[] {(byte) 0xff}).text())
                .hasMessage("the body is not UTF-8");
    }

    private static Reply encoded(String coding, byte[] body) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(bytes(
                "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
        answer.writeBytes(body);
        return RawReplies.of(answer.toByteArray());
    }

    @Test
    void whatTheJdksClientReadsIsReadAsTheSame() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int both = 0;
        for (long seed = 0; seed < 150; seed++) {
            byte[] answer = bytes(answer(new Random(seed)));
            HttpResponse<byte[]> theirs;
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread serving = new Thread(() -> serve(server, answer));
                serving.setDaemon(true);
                serving.start();
                theirs = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"))
                                .timeout(Duration.ofSeconds(30))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                continue;
            }
            both++;
            Reply ours = new ReplyReader(new ByteArrayInputStream(answer)).read(false);
            assertThat(ours.status()).as("seed %d", seed).isEqualTo(theirs.statusCode());
            assertThat(ours.content()).as("seed %d", seed).isEqualTo(theirs.body());
            for (Map.Entry<String, List<String>> header : theirs.headers().map().entrySet()) {
                List<String> values = header.getValue();
                assertThat(ours.header(header.getKey()))
                        .as("seed %d: %s", seed, header)
                        .isEqualTo(values.get(values.size() - 1));
            }
        }
        assertThat(both).isGreaterThan(75);
    }

    private static String answer(Random random) {
        String body = "x".repeat(random.nextInt(30));
        List<String> ends = List.of("200 OK", "200", "404 Not Found", "500 ", "299 a b");
        List<String> headers = List.of("", "X-A: b\r\n", "x-a:b\r\n", "X-A:   b c  \r\n", "X-A: 1\r\nX-A: 2\r\n");
        String head = "HTTP/1." + random.nextInt(2) + " " + ends.get(random.nextInt(5)) + "\r\n"
                + headers.get(random.nextInt(5));
        return switch (random.nextInt(4)) {
            case 0 -> head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            case 1 -> head + "content-length:" + body.length() + "\r\n\r\n" + body;
            case 2 -> head + "Connection: close\r\n\r\n" + body;
            default ->
                head + "Transfer-Encoding: Chunked\r\n\r\n"
                        + (body.isEmpty() ? "" : Integer.toHexString(body.length()) + "\r\n" + body + "\r\n")
                        + "0\r\n\r\n";
        };
    }

    private static void serve(ServerSocket server, byte[] answer) {
        try (Socket socket = server.accept()) {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the client has gone
        }
    }
}
