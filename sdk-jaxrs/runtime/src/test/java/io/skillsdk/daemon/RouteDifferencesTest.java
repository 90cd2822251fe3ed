package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Odd requests, byte by byte, to a daemon of either route: both must answer the same, and treat the connection the same. */
class RouteDifferencesTest {

    private static final String BODY = "{\"payload\":{\"text\":\"a b\"}}";

    private static final String CHUNK = Integer.toHexString(BODY.length()) + "\r\n";

    /** Follows each request on its connection: it is answered where the connection has stayed open, and in sync. */
    private static final String NEXT = "GET /profiles/1?q=next HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    private static SkillDaemon direct;

    private static SkillDaemon jaxrs;

    @BeforeAll
    static void start() {
        direct = daemon().start();
        jaxrs = daemon().register(JaxrsRoute.Passing.class).start();
    }

    private static SkillDaemon.Builder daemon() {
        return SkillDaemon.builder(new TestActions())
                .set("daemon.host", "127.0.0.1")
                .set("daemon.port", "0");
    }

    @AfterAll
    static void stop() {
        direct.close();
        jaxrs.close();
    }

    private static String post(String target, String headers) {
        return "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY.length() + "\r\n" + headers + "\r\n"
                + BODY;
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static String host(String host) {
        return "GET /profiles/7 HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

    private static String body(String headers, String body) {
        return "POST /invoke HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    }

    /** What is answered, and whether the connection goes on. */
    static Stream<String[]> requests() {
        return Stream.of(new String[][] {
            {"200 200", post("/invoke", "")},
            {"200 200", post("//invoke", "")},
            {"200 200", post("///invoke/", "")},
            {"200 200", post("/invoke?", "")},
            {"200 200", post("http://x/invoke", "")},
            {"200 200", post("HTTP://x:80/invoke?q=1", "")},
            {"404 200", post("http://x", "")},
            {"404 200", post("http://x?q", "")},
            {"400", post("httpx://x/invoke", "")},
            {"400", post("http://x:80:80/invoke", "")},
            {"400", post("http://user@x/invoke", "")},
            {"400", post("http:///invoke", "")},
            {"400", post("http:/invoke", "")},
            {"200 200", post("http://a_b/invoke", "")},
            {"400", post("ftp://x/invoke", "")},
            {"400", post("invoke", "")},
            {"400", post("?invoke", "")},
            {"400", post("*", "")},
            {"400", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"405 200", "OPTIONS /invoke HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"405 200", "TRACE /invoke HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"405 200", "FOO /invoke HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"405 200", "get /profiles/7 HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"200 200", "HEAD /profiles/7 HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"405 200", "HEAD /invoke HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"200 200", get("/profiles/7?q=100%")},
            {"200 200", get("/profiles/7?q=%zz&q=%2")},
            {"200 200", get("/profiles/7?q=%20100%")},
            {"200 200", get("/profiles/7?q=100%25%+%2")},
            {"200 200", get("/profiles/7?%71=%c3%%a4")},
            {"200 200", get("/profiles/7?q=a|b\"<>^`{}\\[]")},
            {"200 200", get("/profiles/7?q={q}")},
            {"200 200", get("/profiles/7?q=a+b%2Bc")},
            {"200 200", get("/profiles/7?q=%C3%A4%FF")},
            {"200 200", get("/profiles/7?q=\u00c3\u00a4")},
            {"200 200", get("/profiles/7?q=\u00e4")},
            {"200 200", get("/profiles/7?q=a?b=c&&=&q")},
            {"200 200", get("/profiles/7?q=;a;b")},
            {"400", get("/profiles/7?q=a\u0000b")},
            {"400", get("/profiles/7?q=a\u001bb")},
            {"400", get("/profiles/7?q=a\u007fb")},
            {"400", get("/profiles/7?q=a\tb")},
            {"400", get("/profiles/7#x")},
            {"400 200", get("/profiles/a%2Fb")},
            {"400 200", get("/profiles/%00")},
            {"400 200", get("/profiles/%zz")},
            {"400 200", get("/profiles/a|b")},
            {"400 200", get("/profiles/{id}")},
            {"400 200", get("/profiles/7;v=1")},
            {"200 200", get("/profiles/7;jsessionid=1")},
            {"400 200", get("/profiles/\u009b31m")},
            {"400 200", get("/profiles/\u00c3\u00a4")},
            {"400 200", get("/profiles/.")},
            {"404 200", get("/profiles/../profiles/7")},
            {"404 200", get("/../../etc/passwd")},
            {"404 200", get("/profiles//7")},
            {"404 200", get("/%2e%2e/x")},
            {"404 200", get("/" + "x".repeat(15_000))},
            {"431", get("/" + "x".repeat(17_000))},
            {"200 200", host("")},
            {"200 200", host("x:")},
            {"200 200", host("x:0")},
            {"200 200", host("x:65535")},
            {"400", host("x:65536")},
            {"400", host("x:1a")},
            {"400", host("x:-1")},
            {"400", host("x:1:2")},
            {"200 200", host("a_b.svc.cluster.local:5000")},
            {"200 200", host("-a-.local")},
            {"200 200", host("1.2.3.4.5")},
            {"200 200", host("[::1]:5000")},
            {"400", host("[::1")},
            {"400", host("::1")},
            {"400", host("[x]")},
            {"200 200", host("b\u00fccher.example")},
            {"400", host("a b")},
            {"400", host("a\"b")},
            {"400", host("a,b")},
            {"400", host("user@a")},
            {"400", "GET /profiles/7 HTTP/1.1\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n"},
            {"200", "GET /profiles/7 HTTP/1.0\r\n\r\n"},
            {"200 200", "GET /profiles/7 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"},
            {"400", "GET /profiles/7\r\n"},
            {"400", "GET /profiles/7 \r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1 \r\nHost: x\r\n\r\n"},
            {"400", "GET  /profiles/7 HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7  HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"400", "GET\t/profiles/7 HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"400", " GET /profiles/7 HTTP/1.1\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 http/1.1\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1x\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1\r\nHost: x\r\n\r\n"},
            {"505", "GET /profiles/7 HTTP/1.2\r\nHost: x\r\n\r\n"},
            {"505", "GET /profiles/7 HTTP/2.0\r\nHost: x\r\n\r\n"},
            {"505", "GET /profiles/7 HTTP/0.9\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\nHost: x\n\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\r\n\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\r\nHost: x\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\r\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\r\n\r\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n"},
            {"400", "GET /profiles/7 HTTP/1.1\r\n folded\r\nHost: x\r\n\r\n"},
            {"200 200", "\r\n\r\n" + get("/profiles/7")},
            {"400", "\n" + get("/profiles/7")},
            {"400", "\r" + get("/profiles/7")},
            {"200 200", post("/invoke", "Content-Length : 3\r\n").replace("Content-Length : 3\r\n", "")},
            {"400", post("/invoke", "Content-Length: 26\r\n")},
            {"400", post("/invoke", "Content-Length: 27\r\n")},
            {"400", body("Content-Length: 26, 26\r\n", BODY)},
            {"400", body("Content-Length: +26\r\n", BODY)},
            {"400", body("Content-Length: 0x1a\r\n", BODY)},
            {"400", body("Content-Length: 26a\r\n", BODY)},
            {"400", body("Content-Length: \r\n", BODY)},
            {"400", body("Content-Length: 99999999999999999999\r\n", BODY)},
            {"413", body("Content-Length: 999999999999\r\n", BODY)},
            {"200 200", body("Content-Length: 026\r\n", BODY)},
            {"200 200", body("Content-Length:\t26 \t\r\n", BODY)},
            {"400", body("", BODY)},
            {"400", body("Content-Length: 0\r\n", "")},
            {"400", body("Content-Length: 10\r\n", BODY)},
            {"400", body("Content-Length: 2\r\nContent-Encoding: gzip\r\n", "\u001f\u008b")},
            {"200 200", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\n\r\n")},
            {"200 200", body("Transfer-Encoding: CHUNKED\r\n", CHUNK + BODY + "\r\n0\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nabc\r\n\r\n")},
            {"200 200", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA: b\r\nC:\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA: \u0000\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA: b\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA: b\rc\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA b: c\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\n: c\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\n folded\r\n\r\n")},
            {"400", body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\n\n")},
            {
                "400",
                body("Transfer-Encoding: chunked\r\n", CHUNK + BODY + "\r\n0\r\nA: " + "b".repeat(17_000) + "\r\n\r\n")
            },
            {"417", post("/invoke", "Expect: 200-ok\r\n")},
            {"417", post("/invoke", "Expect: \r\n")},
            {"200 200", post("/invoke", "Expect: 100-Continue\r\n")},
            {"200", post("/invoke", "Connection: keep-alive, close\r\n")},
            {"200", post("/invoke", "Connection: keep-alive\r\nConnection: x , Close\r\n")},
            {"200", post("/invoke", "Connection: CLOSE\r\n")},
            {"200 200", post("/invoke", "Connection: closed, foreclose\r\n")},
            {"200 200", post("/invoke", "Connection: Upgrade\r\nUpgrade: h2c\r\n")},
            {"400 200", body("Content-Length: 2\r\n", "{}")},
            {"415", body("Content-Length: 3\r\nContent-Type: text/plain\r\n", "a=b")},
            {"415 200", post("/invoke", "Content-Encoding: br\r\n")},
            {"415 200", post("/invoke", "Content-Encoding: identity\r\nContent-Encoding: br\r\n")},
            {"200 200", post("/invoke", "Content-Type: a\r\nContent-Type: b\r\n")},
            {"200 200", post("/invoke", "Content-Type: none\r\n")},
            {"200 200", post("/invoke", "Accept: text/html;q=x\r\n")},
            {"200 200", post("/invoke", "Accept-Language: ???\r\nIf-Modified-Since: never\r\nCookie: ;;=\r\n")},
            {"200 200", post("/invoke", "X: \u00e4\r\nY:\r\nZ:\ta\r\n")},
            {"400", post("/invoke", "X: a\u0000\r\n")},
            {"400", post("/invoke", "X\u0080: a\r\n")},
            {"422 200", post("/refuse", "")},
            {"500 200", post("/fail", "")},
            {"404 200", post("/nope", "")},
            {"405 200", get("/invoke")},
        });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void bothRoutesAnswerTheSame(String expected, String request) throws IOException {
        List<String> answers = answers(direct, request + NEXT);
        assertThat(answers(jaxrs, request + NEXT)).isEqualTo(answers);
        assertThat(statuses(answers)).isEqualTo(expected);
    }

    /** Changes sound requests at random; run with {@code -Dtest.rounds=100000} for minutes. */
    @Test
    void bothRoutesAnswerRequestsThatWereChangedAtRandomTheSame() throws IOException {
        List<String> sound = requests()
                .filter(request -> request[1].length() < 1000)
                .map(request -> request[1])
                .toList();
        int rounds = Integer.getInteger("test.rounds", 400);
        long seed = Long.getLong("test.seed", 20261125);
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            String request = changed(sound.get(random.nextInt(sound.size())), random) + NEXT;
            List<String> expected = answers(direct, request);
            List<String> found = answers(jaxrs, request);
            if (!isRefusedForItsPathOrItsBody(expected, found)) {
                assertThat(found)
                        .as("round %s of seed %s: %s", round, seed, request)
                        .isEqualTo(expected);
            }
        }
    }

    /** Without JAX-RS, a request that no action takes is refused at once; with it, only once its body is there, and valid. */
    private static boolean isRefusedForItsPathOrItsBody(List<String> direct, List<String> jaxrs) {
        return statuses(direct).matches("40[45].*") && statuses(jaxrs).matches("(400|413)?");
    }

    static String changed(String request, Random random) {
        StringBuilder changed = new StringBuilder(request);
        String odd = "\r\n\r\n :;,%/?#\u0000\t\u007f\u0080\u00ff0aHTTP";
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(changed.length());
            char c = odd.charAt(random.nextInt(odd.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(at, c);
                case 1 -> changed.setCharAt(at, c);
                case 2 -> changed.deleteCharAt(at);
                default ->
                    changed.insert(at, changed.substring(at, Math.min(changed.length(), at + random.nextInt(30))));
            }
        }
        return changed.toString();
    }

    private static String statuses(List<String> answers) {
        return String.join(
                " ", answers.stream().map(answer -> answer.substring(9, 12)).toList());
    }

    /** The answers in order, each with its headers sorted and without its date. */
    private static List<String> answers(SkillDaemon daemon, String requests) throws IOException {
        List<String> answers = new ArrayList<>();
        for (String answer : exchange(daemon.port(), requests).split("(?=HTTP/1\\.1 \\d\\d\\d )")) {
            int end = answer.indexOf("\r\n\r\n");
            if (end > 0) {
                String[] head = answer.substring(0, end).split("\r\n");
                Arrays.sort(head, 1, head.length);
                answers.add(Stream.of(head)
                                .filter(line -> !line.startsWith("Date: "))
                                .toList()
                        + answer.substring(end));
            }
        }
        return answers.stream().map(answer -> answer.substring(1)).toList();
    }

    static String exchange(int port, String requests) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = Calls.connect(port)) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                received.write(b);
            }
        } catch (SocketException e) {
            // closed before all was read: what was answered until then counts
        }
        return received.toString(StandardCharsets.UTF_8);
    }
}
