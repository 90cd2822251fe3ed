package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** gzip, in both directions. */
class CompressionTest {

    /** Answers as long as it is asked to. */
    public static final class Text {
        @SkillAction(path = "text/{length}", method = HttpMethod.GET)
        public String text(@PathParameter("length") int length) {
            // the answer has 14 bytes around it
            return "x".repeat(length - 14);
        }

        @SkillAction(path = "keys")
        public List<String> keys(Map<String, Object> payload) {
            return List.copyOf(payload.keySet());
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Text())).run(args);
        }
    }

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Text()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static Response get(int length, String accepted) {
        return RestAssured.given()
                .config(HttpContract.AS_SENT)
                .baseUri(daemon.uri().toString())
                .header("Accept-Encoding", accepted)
                .get("/text/" + length);
    }

    @Test
    void answersAreCompressedFromTwoKibibytesUpward() throws IOException {
        for (int length : new int[] {20, 1000, 2047}) {
            Response plain = get(length, "gzip");
            assertThat(plain.getHeader("Content-Encoding")).isNull();
            assertThat(plain.asByteArray()).hasSize(length);
        }
        for (int length : new int[] {2048, 5000, 100_000}) {
            Response compressed = get(length, "gzip");
            assertThat(compressed.getHeader("Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.getHeader("Vary")).isEqualTo("Accept-Encoding");
            assertThat(HttpContract.gunzip(compressed.asByteArray())).hasSize(length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*, gzip;q=0", "identity", "br", "gzip;q=0.0", "gzip;q=0.3, identity;q=0.7"})
    void nobodyGetsWhatHeDoesNotWant(String accepted) {
        Response plain = get(5000, accepted);
        assertThat(plain.getHeader("Content-Encoding")).isNull();
        assertThat(plain.getHeader("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.asByteArray()).hasSize(5000);
    }

    /** 1 MB of members that are empty, which the JDK's own stream cannot read. */
    private static byte[] emptyMembers() throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        new GZIPOutputStream(member).close();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < 50_000; i++) {
            member.writeTo(all);
        }
        return all.toByteArray();
    }

    private static String post(int port, byte[] body, boolean inTwoPieces) throws IOException {
        byte[] head =
                ("POST /keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = Calls.connect(port)) {
            socket.getOutputStream().write(head);
            if (inTwoPieces) {
                RestAssured.get(
                        "http://127.0.0.1:" + port + "/health/live"); // once this is answered, the head was read
            }
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thousandsOfEmptyMembersAreAnEmptyBody(boolean inTwoPieces) throws IOException {
        assertThat(post(daemon.port(), emptyMembers(), inTwoPieces))
                .startsWith("HTTP/1.1 400 ")
                .contains("The body is empty.");
    }

    @Test
    void bodiesThatCannotBeReadLeaveNoMemoryTaken() throws Exception {
        try (DaemonUnderTest small =
                DaemonUnderTest.startWith(List.of("-Xmx128m", "-Ddaemon.request-timeout=5m"), Text.class)) {
            byte[] empty = emptyMembers();
            for (int i = 0; i < 40; i++) {
                assertThat(post(small.port(), empty, true)).startsWith("HTTP/1.1 400 ");
            }
            String large = "{\"payload\":{\"a\":\"" + "x".repeat(900_000) + "\"}}";
            RestAssured.given()
                    .baseUri("http://127.0.0.1:" + small.port())
                    .contentType("application/json")
                    .body(large)
                    .post("/keys")
                    .then()
                    .statusCode(200);
        }
    }
}
