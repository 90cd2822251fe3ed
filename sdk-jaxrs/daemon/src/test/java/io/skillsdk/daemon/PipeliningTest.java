package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.SkillAction;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Callers who send the next requests before they have the answers, on many connections, to quick and to slow actions. */
class PipeliningTest {

    private static final int CALLERS = 40;

    private static final int ROUNDS = 30;

    private static final int PIECES = 4;

    private static final int[] SIZES = {0, 10, 500, 3000, 9000, 20_000};

    static final class Echo {

        @SkillAction(path = "quick")
        String quick(String payload) {
            return payload;
        }

        @SkillAction(path = "slow")
        String slow(String payload) throws InterruptedException {
            Thread.sleep(20);
            return payload;
        }
    }

    /** Buffers are shared by what comes over a connection at once, and answered by several threads: no client may get another's. */
    @Test
    void eachRequestHasItsOwnAnswer() {
        try (SkillDaemon daemon = Calls.daemon(new Echo()).start()) {
            List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                    .mapToObj(caller -> CompletableFuture.runAsync(
                            () -> call(daemon.port(), caller), task -> new Thread(task, "caller").start()))
                    .toList();
            assertThat(callers).allSatisfy(CompletableFuture::join);
        }
    }

    private static void call(int port, int caller) {
        try (Socket socket = Calls.connect(port)) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            for (int round = 0; round < ROUNDS; round++) {
                List<String> payloads =
                        List.of(payload(caller, round, 0), payload(caller, round, 1), payload(caller, round, 2));
                StringBuilder requests = new StringBuilder();
                payloads.forEach(payload -> requests.append(request(payload)));
                write(requests.toString().getBytes(StandardCharsets.US_ASCII), 1 + round % PIECES, socket);
                for (String payload : payloads) {
                    assertThat(answer(in).equals("{\"payload\":\"" + payload + "\"}"))
                            .as("the answer to the payload %s", payload.substring(0, payload.indexOf(':')))
                            .isTrue();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends them in pieces, so that the end of one body comes together with the next request. */
    private static void write(byte[] requests, int pieces, Socket socket) throws IOException {
        for (int piece = 0; piece < pieces; piece++) {
            int from = requests.length * piece / pieces;
            socket.getOutputStream().write(requests, from, requests.length * (piece + 1) / pieces - from);
        }
    }

    private static String payload(int caller, int round, int index) {
        int number = (caller * ROUNDS + round) * 3 + index;
        return number + ":" + Integer.toString(number, 36).repeat(SIZES[number * 7 % SIZES.length] / 4);
    }

    private static String request(String payload) {
        String path = payload.hashCode() % 3 == 0 ? "slow" : "quick";
        String body = "{\"payload\":\"" + payload + "\"}";
        return "POST /" + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static String answer(DataInputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        if (head.toString().toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")) {
            StringBuilder body = new StringBuilder();
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                body.append(new String(in.readNBytes(size), StandardCharsets.US_ASCII));
                in.readNBytes(2);
            }
            in.readNBytes(2);
            return body.toString();
        }
        String length = head.toString().replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.US_ASCII);
    }

    private static int chunkSize(DataInputStream in) throws IOException {
        StringBuilder size = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            size.append((char) c);
        }
        return Integer.parseInt(size.toString().trim(), 16);
    }

    /** The daemon finds that the client has gone when it answers the first of its requests, and the others are read already. */
    @Test
    void whatAClientHasSentThatHasGoneIsServedOnceAtMost() throws Exception {
        HeldActions actions = new HeldActions();
        CallListenerTest.Seen seen = new CallListenerTest.Seen();
        try (SkillDaemon daemon = Calls.daemon(actions).listener(seen).start()) {
            try (Socket socket = Calls.connect(daemon.port())) {
                String first = "POST /hold HTTP/1.1\r\nHost: x\r\nContent-Length: " + Calls.HOLD.length() + "\r\n\r\n"
                        + Calls.HOLD;
                String second = "POST /hold HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(Calls.PASS.length()) + "\r\n" + Calls.PASS + "\r\n0\r\n\r\n";
                socket.getOutputStream().write((first + second + first).getBytes(StandardCharsets.US_ASCII));
                await().until(() -> actions.held.get() == 1);
                socket.setSoLinger(true, 0); // a reset
            }
            actions.letGo.countDown();
            await().until(() -> !seen.ended.isEmpty());
        }
        assertThat(seen.began).hasSizeLessThanOrEqualTo(3);
    }
}
