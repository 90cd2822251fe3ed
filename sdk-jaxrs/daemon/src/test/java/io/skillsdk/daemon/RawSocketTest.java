package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no decent client sends: the answer is a clear one or none, and the next caller is served. */
class RawSocketTest {

    private static final String BODY = "{\"payload\":{\"text\":\"a b\"}}";

    private static SkillDaemon daemon;

    @BeforeAll
    static void start() {
        // the pieces of a request come slowly on a busy machine
        daemon = Calls.daemon(new TestActions())
                .set("daemon.request-timeout", "10m")
                .start();
    }

    @AfterAll
    static void stop() {
        daemon.close();
    }

    private static String send(String request) throws IOException {
        try {
            return Calls.exchange(daemon.port(), request);
        } catch (SocketException e) {
            return ""; // the daemon has closed a connection that it does not want to read on
        }
    }

    private static String post(String headers, String body) {
        return "POST /invoke HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 38\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 38\r\n",
                "Transfer-Encoding: chunkedx\r\n",
                "Transfer-Encoding:\u000bchunked\r\nContent-Length: 38\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
            })
    void conflictingLengthsAreRefused(String headers) throws IOException {
        // whichever of them is believed, it would be a good call
        String body = Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n0\r\n\r\n";
        assertThat(send(post(headers, body)))
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close", "{\"payload\":{\"error\":{\"status\":400,", "not valid HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "POST\r\n\r\n",
                "POST /invoke\r\n\r\n",
                "POST /invoke HTTP/9.9\r\nHost: x\r\n\r\n",
                "POST /invoke HTTP/1.1\r\n\r\n",
                "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n{}",
                "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n{}",
                "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                "POST /invoke HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"payload\"",
                "POST /in%ZZvoke HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}",
                "POST /../../etc/passwd HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}",
                "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void misbehaviourIsRefusedAndTheNextCallerServed(String request) throws IOException {
        String answer = send(request);
        if (!answer.isEmpty()) {
            assertThat(answer)
                    .matches("(?s)HTTP/1\\.[01] [45]\\d\\d .*")
                    .doesNotContain("Exception", "at org.", "<html");
            assertThat(answer).doesNotStartWith("HTTP/1.1 500");
        }
        assertThat(send(post("Content-Length: " + BODY.length() + "\r\nConnection: close\r\n", BODY)))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"payload\":{\"words\":2}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length : 2\r\n",
                "X y: a\r\nContent-Length: 2\r\n",
                "X\t: a\r\nContent-Length: 2\r\n",
                ": a\r\nContent-Length: 2\r\n",
                "NoColon\r\nContent-Length: 2\r\n",
                "Host: y\r\nContent-Length: 2\r\n",
                "X: a\rContent-Length: 2\r\n",
                "X: a\u0000b\r\nContent-Length: 2\r\n",
                "X: a\u007f\r\nContent-Length: 2\r\n",
            })
    void headersThatCanBeReadInTwoWaysAreRefused(String headers) throws IOException {
        assertThat(send(post(headers, "{}")))
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close", "not valid HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "user@a", "a,b", "a#b", "a\\b"})
    void aHostThatIsNoneIsRefused(String host) throws IOException {
        assertThat(send("GET /health HTTP/1.1\r\nHost: " + host + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("not valid HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x:8080",
                "127.0.0.1:1",
                "[::1]:8080",
                "a_b.c-d.svc.cluster.local",
                "b\u00fccher.example"
            })
    void aHostMayBeAnyName(String host) throws IOException {
        assertThat(send("GET /health HTTP/1.1\r\nHost: " + host + "\r\nX:\r\nY: \u00e4 \t?\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aLineBreakAfterABodyIsNotTheNextRequest() throws IOException {
        String one = post("Content-Length: " + BODY.length() + "\r\n", BODY);
        assertThat(send("\r\n" + one + "\r\n\r\n" + one).split("HTTP/1.1 200 ", -1))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /\rlive HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /health#live HTTP/1.1\r\nHost: x\r\n\r\n",
                "P(ST / HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001", // TLS
                "\r\n{}"
            })
    void otherProtocolsAreRefusedAndTheConnectionClosed(String request) throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            // ends because the daemon closes: this side stays open
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .matches("(?s)HTTP/1\\.1 (400|505) .*")
                    .contains("{\"payload\":{\"error\":");
        }
    }

    @Test
    void anotherVersionOfHttpIsRefusedByName() throws IOException {
        assertThat(send("POST /invoke HTTP/9.9\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 505 ")
                .contains("\"title\":\"HTTP Version Not Supported\"", "The daemon speaks HTTP/1.1.");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        String one = post("Content-Length: " + BODY.length() + "\r\n", BODY);
        String last = post("Content-Length: 2\r\nConnection: close\r\n", "{}");
        String answers = send(one + one + last);
        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(3);
        assertThat(answers).contains("HTTP/1.1 400 ");
    }

    @Test
    void aFailedCallDoesNotEndTheConnection() throws IOException {
        String good = post("Content-Length: " + BODY.length() + "\r\n", BODY);
        String bad = post("Content-Length: 2\r\n", "{}");
        String failing = bad.replace("/invoke", "/fail");
        String last = post("Connection: close\r\nContent-Length: 2\r\n", "{}");
        String answers = send(bad + good + failing + good + last + good);
        assertThat(answers.split("(?=HTTP/1.1 )"))
                .extracting(answer -> answer.substring(9, 12) + answer.contains("Connection: close"))
                .containsExactly("400false", "200false", "500false", "200false", "400true");
    }

    @Test
    void aFailedCallEndsAConnectionOfHttp10() throws IOException {
        String bad = "POST /invoke HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\n{}";
        assertThat(send(bad + bad).split("(?=HTTP/1.1 )"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close");
    }

    @Test
    void theRestOfABodyThatWasCutIsNotTheNextRequest() throws IOException {
        // an agent passes on a Content-Length that does not fit: what is behind it may be anything
        String hidden = post("Content-Length: " + BODY.length() + "\r\n", BODY);
        String envelope = "{\"payload\":{\"text\":\"" + hidden.replace("\"", "\\\"") + "\"}}";
        String cut = post("Content-Length: 20\r\n", envelope.substring(0, 20)) + hidden;
        assertThat(send(cut).split("(?=HTTP/1.1 )"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 400 ")
                .contains("Connection: close", "The body ends before its JSON does");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep-alive, close", "Close", "x ,close, y", "keep-alive\r\nConnection: close"})
    void aConnectionThatIsToEndEnds(String option) throws IOException {
        String one = post("Connection: " + option + "\r\nContent-Length: " + BODY.length() + "\r\n", BODY);
        assertThat(send(one + one).split("(?=HTTP/1.1 )"))
                .singleElement()
                .asString()
                .startsWith("HTTP/1.1 200 ")
                .contains("Connection: close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200-ok", "100-continue, x", ""})
    void anUnknownExpectationFails(String expectation) throws IOException {
        assertThat(send(post("Expect: " + expectation + "\r\nContent-Length: " + BODY.length() + "\r\n", BODY)))
                .startsWith("HTTP/1.1 417 Expectation Failed\r\n")
                .contains("Connection: close", "100-continue");
    }

    @Test
    void whatIsExpectedIsTold() throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            String head =
                    post("Expect: 100-continue\r\nConnection: close\r\nContent-Length: " + BODY.length() + "\r\n", "");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] told = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(told, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            socket.getOutputStream().write(BODY.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void aHeadIsTakenWhereverItIsCut() throws IOException {
        String request = post("X-Test:  a  b \r\nContent-Length: " + BODY.length() + "\r\nConnection: close\r\n", BODY);
        for (int cut = 1; cut < request.length() - BODY.length(); cut++) {
            try (Socket socket = Calls.connect(daemon.port())) {
                socket.setTcpNoDelay(true);
                socket.getOutputStream().write(request.substring(0, cut).getBytes(StandardCharsets.US_ASCII));
                Calls.get(daemon, "/health/live"); // once this is answered, the part has been read
                socket.getOutputStream().write(request.substring(cut).getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .as("cut before %s", request.substring(cut))
                        .startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void endlessEmptyLinesAreRefused() throws IOException {
        assertThat(send("\r\n".repeat(20_000))).startsWith("HTTP/1.1 431 ").contains("daemon.max-header-size");
    }

    @Test
    void aChunkedBodyIsTaken() throws IOException {
        String chunks = "5\r\n" + BODY.substring(0, 5) + "\r\n" + Integer.toHexString(BODY.length() - 5) + "\r\n"
                + BODY.substring(5) + "\r\n0\r\n\r\n";
        assertThat(send(post("Transfer-Encoding: chunked\r\nConnection: close\r\n", chunks)))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void oversizedHeadersAreRefused() throws IOException {
        String answer = send(post("X-Large: " + "a".repeat(200_000) + "\r\n", ""));
        assertThat(answer).doesNotContain("HTTP/1.1 200", "HTTP/1.1 500");
    }
}
