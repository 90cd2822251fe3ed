package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A daemon under a mix of everything. It takes seconds; the system property {@code test.stress-seconds} has it go on for longer. A failure
 * names its seed.
 */
class StressTest {

    private static final int SECONDS = Integer.getInteger("test.stress-seconds", 4);

    private static final int CALLERS = 12;

    private static final long SEED = Long.getLong("test.stress-seed", System.nanoTime());

    static final class Actions {

        record Call(String id, int millis) {}

        @SkillAction(path = "echo")
        public String echo(Call payload) {
            return payload.id();
        }

        @SkillAction(path = "sleep")
        public String sleep(Call payload) throws InterruptedException {
            Thread.sleep(payload.millis());
            return payload.id();
        }

        /** Takes longer than it may, and does not listen. */
        @SkillAction(path = "deaf")
        public String deaf(Call payload) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(payload.millis());
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return payload.id();
        }

        @SkillAction(path = "got/{id}", method = HttpMethod.GET)
        public String got(@PathParameter("id") String id) {
            return id;
        }

        @SkillAction(path = "later")
        public CompletionStage<String> later(Call payload) {
            return CompletableFuture.supplyAsync(
                    payload::id, CompletableFuture.delayedExecutor(payload.millis(), TimeUnit.MILLISECONDS));
        }
    }

    private static String request(String path, String id, int millis) {
        String body = "{\"payload\":{\"id\":\"" + id + "\",\"millis\":" + millis + "}}";
        return "POST /" + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private record Answer(int status, String body, boolean last) {}

    private static String get(String method, String id) {
        return method + " /got/" + id + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private static Answer answer(DataInputStream in) throws IOException {
        return answer(in, true);
    }

    /** An answer to HEAD has the length of a body, and none. */
    private static Answer answer(DataInputStream in, boolean hasBody) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = Integer.parseInt(lower.replaceAll("(?s).*content-length: *(\\d+).*", "$1"));
        return new Answer(
                Integer.parseInt(head.substring(9, 12)),
                new String(in.readNBytes(hasBody ? length : 0), StandardCharsets.UTF_8),
                lower.contains("connection: close"));
    }

    /** Calls at random until the time is over: one at a time, several at once, or left in the middle. */
    private static int mix(int port, Random random, String name) {
        String[] paths = {"echo", "echo", "echo", "sleep", "deaf", "later"};
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int calls = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = Calls.connect(port)) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                boolean last = false;
                while (!last && System.nanoTime() < end) {
                    int pipelined = random.nextInt(10) == 0 ? 3 : 1;
                    List<String> ids = new ArrayList<>();
                    StringBuilder requests = new StringBuilder();
                    for (int i = 0; i < pipelined; i++) {
                        ids.add(name + "-" + calls++);
                        // around the deadline of 100 ms
                        requests.append(request(
                                paths[random.nextInt(paths.length)],
                                ids.get(i),
                                random.nextInt(20) == 0 ? 95 + random.nextInt(10) : random.nextInt(8)));
                    }
                    socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
                    if (random.nextInt(40) == 0) {
                        break; // leaves
                    }
                    for (int i = 0; i < pipelined && !last; i++) {
                        Answer answer = answer(in);
                        last = answer.last();
                        assertThat(answer.status()).isIn(200, 429, 504);
                        if (answer.status() == 200) {
                            assertThat(answer.body()).isEqualTo("{\"payload\":\"" + ids.get(i) + "\"}");
                        }
                    }
                }
            } catch (IOException e) {
                throw new AssertionError("A call was not answered, with the seed " + SEED, e);
            }
        }
        return calls;
    }

    private static SkillDaemon.Builder daemon() {
        return Calls.daemon(new Actions())
                .set("daemon.timeout", "100ms")
                .set("daemon.max-concurrency", "8")
                .set("daemon.max-wait", "2s");
    }

    private static List<CompletableFuture<Integer>> callers(IntFunction<Integer> caller) {
        return IntStream.range(0, CALLERS)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> caller.apply(i), task -> new Thread(task, "caller-" + i).start()))
                .toList();
    }

    @Test
    void eachCallHasItsOwnAnswerWhateverTheOthersDo() {
        try (SkillDaemon daemon = daemon().start()) {
            List<CompletableFuture<Integer>> all = callers(i -> mix(daemon.port(), new Random(SEED + i), "c" + i));
            assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isPositive();
            // nothing is left behind: as many calls at once as may run, all of them answered
            await().untilAsserted(() -> assertThat(
                            Calls.postAtOnce(8, daemon, "/sleep", "{\"payload\":{\"id\":\"x\",\"millis\":20}}"))
                    .allSatisfy(answer -> answer.join().then().statusCode(200)));
        }
    }

    /** A body whose last piece comes when its time is over, give or take a millisecond: it is answered, by the one or the other. */
    @Test
    void aBodyThatIsCompleteAtItsTimeOutIsAnswered() {
        try (SkillDaemon daemon = daemon().set("daemon.request-timeout", "60ms")
                .set("daemon.timeout", "60s")
                .start()) {
            AtomicInteger late = new AtomicInteger();
            List<CompletableFuture<Integer>> all =
                    callers(i -> atTheTimeOut(daemon.port(), new Random(SEED + i), late));
            assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isPositive();
        }
    }

    private static int atTheTimeOut(int port, Random random, AtomicInteger late) {
        String request = request("echo", "id", 0);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int calls = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = Calls.connect(port)) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                int cut = request.length() - 5;
                out.write(request.substring(0, cut).getBytes(StandardCharsets.US_ASCII));
                TimeUnit.MICROSECONDS.sleep(59_000 + random.nextInt(2_000));
                out.write(request.substring(cut).getBytes(StandardCharsets.US_ASCII));
                Answer answer = answer(new DataInputStream(socket.getInputStream()));
                assertThat(answer.status()).isIn(200, 408);
                late.addAndGet(answer.status() == 408 ? 1 : 0);
                calls++;
            } catch (EOFException | SocketException e) {
                // its 408 was lost in the reset that what came behind it gets
                late.incrementAndGet();
            } catch (IOException e) {
                throw new AssertionError("A call was not answered, with the seed " + SEED, e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return calls;
    }

    @Test
    void nothingIsLostWhenTheDaemonStopsUnderLoad() {
        for (int round = 0; round < Math.max(2, SECONDS / 2); round++) {
            SkillDaemon daemon = daemon().set("daemon.timeout", "60s").start();
            AtomicInteger answered = new AtomicInteger();
            List<CompletableFuture<Integer>> all = callers(i -> untilClosed(daemon.port(), "c" + i, answered));
            await().until(() -> answered.get() > 200);
            daemon.close();
            assertThat(all).allSatisfy(CompletableFuture::join);
        }
    }

    /** Ends when the daemon closes the connection between two calls, or refuses another one. */
    private static int untilClosed(int port, String name, AtomicInteger answered) {
        int calls = 0;
        try {
            while (true) {
                try (Socket socket = Calls.connect(port)) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    boolean last = false;
                    while (!last) {
                        String id = name + "-" + calls++;
                        boolean head = calls % 7 == 3;
                        String request = head || calls % 7 == 5
                                ? get(head ? "HEAD" : "GET", id)
                                : request(calls % 5 == 0 ? "sleep" : "echo", id, 5);
                        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                        Answer answer = answer(in, !head);
                        last = answer.last();
                        assertThat(answer.body()).isEqualTo(head ? "" : "{\"payload\":\"" + id + "\"}");
                        answered.incrementAndGet();
                    }
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("A connection was left open without an answer, with the seed " + SEED, e);
        } catch (IOException e) {
            return calls; // it listens no more
        }
    }
}
