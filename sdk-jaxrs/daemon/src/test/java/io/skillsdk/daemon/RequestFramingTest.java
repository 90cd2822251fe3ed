package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request ends and where its answer ends is the same for both sides, whatever its method is and whether its body is wanted. */
class RequestFramingTest {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    /** Stands in the body of another request: nobody may call it. */
    private static final String HIDDEN = "GET /called/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

    private static final String NEXT = "GET /called/next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static final Queue<String> CALLED = new ConcurrentLinkedQueue<>();

    private static SkillDaemon daemon;

    static final class Actions {

        @SkillAction(path = "called/{by}", method = HttpMethod.GET)
        public String called(@PathParameter("by") String by) {
            CALLED.add(by);
            return by;
        }

        @SkillAction(path = "posted")
        public String posted(String payload) {
            return payload;
        }
    }

    @BeforeAll
    static void start() {
        daemon = Calls.daemon(new Actions()).start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    @BeforeEach
    void nothingIsCalled() {
        CALLED.clear();
    }

    private static String chunked(String body) {
        return "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                + "\r\n0\r\n\r\n";
    }

    private static String withLength(String body) {
        return "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static List<Integer> statuses(String answers) {
        List<Integer> statuses = new ArrayList<>();
        STATUS.matcher(answers).results().forEach(found -> statuses.add(Integer.valueOf(found.group(1))));
        return statuses;
    }

    static Stream<Arguments> requestsWhoseBodyNobodyWants() {
        return Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PRI", "FOO")
                .flatMap(method -> Stream.of("/called/first", "/posted", "/health", "/nowhere", "/")
                        .flatMap(path -> Stream.of(chunked(HIDDEN), withLength(HIDDEN))
                                .map(body -> Arguments.of(method + " " + path, body))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requestsWhoseBodyNobodyWants")
    void nothingOfABodyIsTakenForTheNextRequest(String request, String body) throws IOException {
        String answers = Calls.exchange(daemon.port(), request + " HTTP/1.1\r\nHost: x\r\n" + body + NEXT);
        assertThat(CALLED).doesNotContain("hidden");
        assertThat(statuses(answers)).hasSizeBetween(1, 2);
        if (statuses(answers).size() == 2) {
            assertThat(CALLED).as("the next request is found").contains("next");
        } else {
            assertThat(answers).contains("Connection: close");
        }
    }

    @Test
    void aTraceWithABodyIsRefusedAndOneWithoutIsNot() throws IOException {
        String trace = "TRACE /called/first HTTP/1.1\r\nHost: x\r\n";
        for (String body : List.of(chunked("x"), withLength("x"), "Content-Length: 007\r\n\r\n1234567")) {
            assertThat(Calls.exchange(daemon.port(), trace + body + NEXT))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("it has a body, which the method TRACE does not allow.");
        }
        for (String none : List.of("\r\n", withLength(""), "Content-Length: 00\r\n\r\n")) {
            assertThat(statuses(Calls.exchange(daemon.port(), trace + none + NEXT)))
                    .containsExactly(405, 200);
        }
    }

    /** RFC 9112, 6.2: an answer has a length or a coding, and never both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /called/x",
                "GET /called/x",
                "HEAD /posted",
                "POST /posted",
                "HEAD /nowhere",
                "HEAD /health",
                "POST /health"
            })
    void anAnswerBehindA100ContinueHasOneLength(String request) throws IOException {
        String body = "{\"payload\":\"a\"}";
        try (Socket socket = Calls.connect(daemon.port())) {
            String head = request + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(interim, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer.split("\r\n\r\n", 2)[0])
                    .containsOnlyOnce("Content-Length: ")
                    .doesNotContain("Transfer-Encoding");
        }
    }

    /** RFC 9110, 10.1.1: a client of HTTP/1.0 would take it for the answer. */
    @Test
    void aClientOfHttp10GetsNo100Continue() throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            String body = "{\"payload\":\"a\"}";
            String head =
                    "POST /posted HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("{\"payload\":\"a\"}");
        }
    }
}
