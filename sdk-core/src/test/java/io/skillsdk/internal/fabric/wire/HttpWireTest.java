package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request and its answer, byte by byte. */
@Timeout(60)
class HttpWireTest {

    private static final String JSON = "{\"state\":{\"größe\":\"Ω😀\",\"n\":12345}}";

    private static final HttpWire WIRE = new HttpWire(Duration.ofSeconds(20));

    private static final PlatformClient CLIENT = new PlatformClient(() -> WIRE, new Retries(0));

    private static final Caller CALLER = new PatientCaller("t");

    private static PlatformRequest request(String method, RawServer server) {
        return PlatformRequest.of(method, server.url() + "/fabric/v4/x", "the thing");
    }

    private static JsonDocument get(RawServer server) {
        PlatformRequest request = request("GET", server);
        return CLIENT.send(CALLER, request, new JsonAnswers(1 << 20).of(request));
    }

    private static RawServer.Script bytes(byte[] answer, int length) {
        return (request, out) -> {
            out.write(answer, 0, length);
            out.flush();
            return false;
        };
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] with(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private static byte[] chunked(byte[] body, int size) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += size) {
            int part = Math.min(size, body.length - at);
            all.writeBytes((Integer.toHexString(part) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            all.write(body, at, part);
            all.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private static byte[] answer(String form) {
        byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        return switch (form) {
            case "length" -> with(head + "Content-Length: " + json.length + "\r\n\r\n", json);
            case "chunks" -> with(head + "Transfer-Encoding: chunked\r\n\r\n", chunked(json, 7));
            case "gzip" ->
                with(head + "Content-Encoding: gzip\r\nContent-Length: " + gzip(json).length + "\r\n\r\n", gzip(json));
            default ->
                with(head + "Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked\r\n\r\n", chunked(gzip(json), 5));
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "chunks", "gzip", "gzip in chunks"})
    void anAnswerThatIsCutAnywhereIsAFailureAndNeverHalfAnAnswer(String form) throws Exception {
        byte[] whole = answer(form);
        try (RawServer server = new RawServer(bytes(whole, whole.length))) {
            assertThat(get(server)).isEqualTo(JsonDocument.tryRead(JSON.getBytes(StandardCharsets.UTF_8)));
        }
        for (int length = 0; length < whole.length; length++) {
            try (RawServer server = new RawServer(bytes(whole, length))) {
                assertThatThrownBy(() -> get(server))
                        .as("%s cut after %d of %d", form, length, whole.length)
                        .isInstanceOfSatisfying(FabricException.class, e -> {
                            assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
                            assertThat(e.mayHaveHappened()).isFalse();
                        });
            }
        }
    }

    @Test
    void anAnswerOfHttp10EndsWithItsConnection() throws Exception {
        byte[] old = with(
                "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n", JSON.getBytes(StandardCharsets.UTF_8));
        try (RawServer server = new RawServer(bytes(old, old.length))) {
            assertThat(get(server).get("state").get("n").wholeNumber(0)).isEqualTo(12345);
        }
    }

    @Test
    void anAnswerThatNeverEndsIsRefusedAtTheLimit() throws Exception {
        try (RawServer server = new RawServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = with("2000\r\n", new byte[0x2000 + 2]);
            chunk[chunk.length - 2] = '\r';
            chunk[chunk.length - 1] = '\n';
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThatThrownBy(() -> get(server)).hasMessageContaining("more than 1048576 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP"})
    void aHeadOrAnEmptyBodyIsNotUnpacked(String coding) throws Exception {
        String headers = "Content-Encoding: " + coding + "\r\nContent-Length: ";
        try (RawServer server = new RawServer((request, out) -> {
            boolean head = request.line().startsWith("HEAD ");
            out.write(("HTTP/1.1 200 OK\r\n" + headers + (head ? "500" : "0") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        })) {
            assertThat(get(server).isAbsent()).isTrue();
            PlatformRequest head = request("HEAD", server);
            assertThat(CLIENT.<Long>send(CALLER, head, (answer, token) -> {
                        answer.discardHead();
                        return answer.length();
                    }))
                    .as("the length of what is packed is not that of the file")
                    .isEqualTo(-1);
        }
    }

    @Test
    void aGzipOfSeveralMembersIsReadToItsEnd() throws Exception {
        Random random = new Random(7);
        for (int first = 440; first < 530; first += 3) {
            // noise does not get smaller: the members end around the 512 bytes that the JDK reads at a time
            byte[] noise = new byte[first];
            random.nextBytes(noise);
            byte[] tail = "the end".getBytes(StandardCharsets.US_ASCII);
            byte[] zipped = with("", gzip(noise));
            byte[] all = new byte[zipped.length + gzip(tail).length];
            System.arraycopy(zipped, 0, all, 0, zipped.length);
            System.arraycopy(gzip(tail), 0, all, zipped.length, gzip(tail).length);
            byte[] reply = with(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
                    chunked(all, zipped.length));
            try (RawServer server = new RawServer(bytes(reply, reply.length))) {
                PlatformRequest request = request("GET", server);
                byte[] got = CLIENT.send(
                        CALLER, request, (answer, token) -> answer.body().readAllBytes());
                assertThat(got).as("first member of %d", zipped.length).hasSize(noise.length + tail.length);
            }
            int begin = reply.length - gzip(tail).length - 6;
            try (RawServer server = new RawServer(bytes(reply, begin + random.nextInt(12)))) {
                PlatformRequest request = request("GET", server);
                assertThatThrownBy(() -> CLIENT.send(
                                CALLER,
                                request,
                                (answer, token) -> answer.body().readAllBytes()))
                        .as("cut at the second member, after %d", zipped.length)
                        .isInstanceOf(FabricException.class);
            }
        }
    }

    @Test
    void whatIsNotTheGzipItSaysIsAFailure() throws Exception {
        try (RawServer server =
                new RawServer(RawServer.reply("200 OK", "application/json", JSON, "Content-Encoding: gzip"))) {
            assertThatThrownBy(() -> get(server)).isInstanceOfSatisfying(FabricException.class, e -> {
                assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE);
                assertThat(e.detail()).isEqualTo("the answer is not the gzip it says");
            });
        }
    }
}
