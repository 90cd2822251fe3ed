package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.HOLD;
import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.post;
import static io.skillsdk.daemon.Calls.postAtOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final HeldActions actions = new HeldActions();

    private SkillDaemon daemon;

    @AfterEach
    void stop() {
        actions.letGo.countDown();
        daemon.close();
    }

    @Test
    void aCallThatWaitsTooLongForItsTurnIsRefusedWith429() {
        daemon = daemon(actions)
                .set("daemon.max-concurrency", "2")
                .set("daemon.max-wait", "200ms")
                .start();
        postAtOnce(2, daemon, "/hold", HOLD);
        await().untilAsserted(() -> assertThat(actions.held).hasValue(2));

        Response refused = post(daemon, "/hold", HOLD);

        refused.then().statusCode(429).header("Retry-After", "1");
        assertThat(refused.path("payload.error.detail").toString()).startsWith("The daemon is busy");
    }

    @Test
    void aCallThatWaitsRunsWhenItsTurnComes() {
        daemon = daemon(actions).set("daemon.max-concurrency", "2").start();
        List<CompletableFuture<Response>> all = postAtOnce(10, daemon, "/hold", HOLD);
        await().untilAsserted(() -> assertThat(actions.held).hasValue(2));
        actions.letGo.countDown();
        assertThat(all).allSatisfy(answer -> answer.join().then().statusCode(200));
    }

    @Test
    void aCallThatHasWaitedIsForgottenOnceItIsAnswered() {
        daemon = daemon(actions)
                .set("daemon.max-concurrency", "1")
                .set("daemon.max-wait", "60m")
                .start();
        List<CompletableFuture<Response>> all = postAtOnce(5, daemon, "/hold", HOLD);
        await().untilAsserted(() -> assertThat(actions.held).hasValue(1));
        actions.letGo.countDown();
        assertThat(all).allSatisfy(answer -> answer.join().then().statusCode(200));
        await().untilAsserted(() -> {
            System.gc();
            assertThat(actions.payloads)
                    .hasSize(5)
                    .allSatisfy(payload -> assertThat(payload.get()).isNull());
        });
    }

    @Test
    void aBodyThatTricklesInIsCutOffWith408() throws IOException {
        daemon = daemon(actions).set("daemon.request-timeout", "300ms").start();
        String answer = trickle("POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("The body did not arrive within 300 ms.");
        post(daemon, "/quick", "{}").then().statusCode(200);
    }

    @Test
    void aChunkedBodyThatTricklesInIsCutOffToo() throws IOException {
        daemon = daemon(actions).set("daemon.request-timeout", "300ms").start();
        String answer = trickle("POST /quick HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
        assertThat(answer).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void slowSendersHoldUpNobody() throws IOException {
        daemon = daemon(actions).set("daemon.max-concurrency", "1").start();
        List<Socket> senders = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                senders.add(Calls.connect(daemon.port()));
                senders.get(i)
                        .getOutputStream()
                        .write("POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(postAtOnce(3, daemon, "/quick", "{}"))
                    .allSatisfy(answer -> assertThat(answer).succeedsWithin(60, TimeUnit.SECONDS));
        } finally {
            for (Socket sender : senders) {
                sender.close();
            }
        }
    }

    @Test
    void headersThatTrickleInAreCutOff() throws IOException {
        daemon = daemon(actions).set("daemon.request-timeout", "300ms").start();
        assertThat(trickle("POST /quick HTTP/1.1\r\nHost: ")).isEmpty();
    }

    @Test
    void aBodyInPiecesIsReadWhole() throws Exception {
        daemon = daemon(actions).start();
        try (Socket socket = Calls.connect(daemon.port())) {
            String body = "{\"payload\":{\"hold\":false,\"rest\":\"" + "x".repeat(200_000) + "\"}}";
            String head = "POST /hold HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < body.length(); from += 50_000) {
                String piece = body.substring(from, Math.min(body.length(), from + 50_000));
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    /** Counts its calls, and answers at length. */
    static final class Verbose {

        final AtomicInteger calls = new AtomicInteger();

        @SkillAction(path = "verbose")
        public String answer() {
            calls.incrementAndGet();
            return "x".repeat(500_000);
        }
    }

    @Test
    void whoAsksOnAndOnAndReadsNoAnswerIsCutOff() throws IOException {
        Verbose verbose = new Verbose();
        daemon = daemon(verbose).start();
        byte[] requests = "POST /verbose HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"
                .repeat(1000)
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = Calls.connect(daemon.port())) {
            socket.getOutputStream().write(requests);
            await().untilAsserted(() -> assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> socket.getOutputStream().write(requests[0])));
        }
        assertThat(verbose.calls.get()).isLessThan(200);
        post(daemon, "/verbose", "{}").then().statusCode(200);
    }

    @Test
    void headersOverTheLimitAreRefused() throws IOException {
        daemon = daemon(actions).set("daemon.max-header-size", "2KiB").start();
        String answer = trickle("POST /quick HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(4000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception");
        post(daemon, "/quick", "{}").then().statusCode(200);
    }

    @Test
    void connectionsOverTheLimitAreClosedAndTheOthersServed() throws IOException {
        daemon = daemon(actions).set("daemon.max-connections", "3").start();
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                sockets.add(Calls.connect(daemon.port()));
                assertThat(ask(sockets.get(i))).startsWith("HTTP/1.1 200 ");
            }
            try (Socket oneMore = Calls.connect(daemon.port())) {
                assertThat(oneMore.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(ask(sockets.get(0))).startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        await().ignoreExceptions()
                .untilAsserted(() -> post(daemon, "/quick", "{}").then().statusCode(200));
    }

    @Test
    void whoIsIdleMakesRoomWhenNoMoreConnectionsMayBeOpen() throws IOException {
        daemon = daemon(actions)
                .set("daemon.max-connections", "1")
                .set("daemon.request-timeout", "300ms")
                .start();
        try (Socket idle = Calls.connect(daemon.port())) {
            assertThat(ask(idle)).startsWith("HTTP/1.1 200 ");
            await().ignoreExceptions()
                    .untilAsserted(() -> post(daemon, "/quick", "{}").then().statusCode(200));
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}"
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[1000];
        return new String(answer, 0, socket.getInputStream().read(answer), StandardCharsets.UTF_8);
    }

    /** Sends the beginning of a request and nothing more. */
    private String trickle(String beginning) throws IOException {
        try (Socket socket = Calls.connect(daemon.port())) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }
}
