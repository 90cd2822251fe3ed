package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A daemon that is told to end, as a process. */
class DrainTest {

    /** A skill with an action that takes its time. */
    public static final class Main {

        @SkillAction(path = "quick")
        public String quick() {
            return "answered";
        }

        @SkillAction(path = "slow")
        public String slow() throws InterruptedException {
            System.out.println("begun");
            Thread.sleep(2_000);
            return "answered";
        }

        @SkillAction(path = "forever")
        public String forever() throws InterruptedException {
            Thread.sleep(600_000);
            return "answered";
        }

        @SkillAction(path = "memory")
        public String memory() {
            throw new OutOfMemoryError("as the JVM says it");
        }

        @SkillAction(path = "late-memory")
        public String lateMemory() {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException e) {
                throw new OutOfMemoryError("as the JVM says it");
            }
            return "never";
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main())).run(args);
        }
    }

    @Test
    void readinessTurnsAtOnceNewCallsAreTakenAndCallsInFlightAreFinished() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.settle-time=3s")) {
            assertThat(daemon.readiness()).isEqualTo(200);
            CompletableFuture<Response> inFlight = daemon.postLater("/slow");
            await().until(() -> daemon.said().contains("begun"));
            daemon.terminate();
            await().until(() -> daemon.readiness() == 503);
            daemon.post("/quick").then().statusCode(200);
            assertThat(inFlight.join().statusCode()).isEqualTo(200);
            assertThat(daemon.exitCode()).isZero();
        }
    }

    @Test
    void callsThatDoNotEndAreCutOff() throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.start(Main.class, "--daemon.settle-time=0s", "--daemon.drain-timeout=500ms")) {
            CompletableFuture<Response> lost = daemon.postLater("/forever");
            daemon.post("/quick").then().statusCode(200);
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            assertThat(lost).failsWithin(60, TimeUnit.SECONDS);
            assertThat(daemon.said())
                    .anyMatch(
                            line -> line.endsWith("Calls in flight have not ended within daemon.drain-timeout, 500 ms,"
                                    + " and are cut off: 1 call: forever in activation (none) (open connections: 1)"));
        }
    }

    @Test
    void aSecondSignalEndsItNow() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.settle-time=5m")) {
            daemon.terminate();
            await().until(() -> daemon.readiness() == 503);
            daemon.terminate();
            assertThat(daemon.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void outOfMemoryEndsItWithALogLine() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class)) {
            daemon.postLater("/memory");
            assertThat(daemon.exitCode()).isEqualTo(3);
            assertThat(daemon.said()).anyMatch(line -> line.contains("Out of memory: the process ends"));
        }
    }

    @Test
    void outOfMemoryEndsItEvenWhenTheCallWasGivenUp() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.timeout=3s")) {
            daemon.postLater("/late-memory");
            assertThat(daemon.exitCode()).isEqualTo(3);
            assertThat(daemon.said()).anyMatch(line -> line.contains("Out of memory: the process ends"));
        }
    }

    @Test
    void callersWhoReconnectLoseNoCall() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.settle-time=500ms")) {
            AtomicInteger answered = new AtomicInteger();
            var callers = Executors.newFixedThreadPool(8);
            List<CompletableFuture<Void>> ends = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> callUntilRefused(daemon.port(), answered), callers))
                    .toList();
            await().until(() -> answered.get() > 500);
            daemon.terminate();
            assertThat(daemon.exitCode()).isZero();
            // each ends when it cannot connect any more, and fails when a call was lost
            assertThat(ends).allSatisfy(end -> assertThat(end).succeedsWithin(60, TimeUnit.SECONDS));
            callers.shutdown();
        }
    }

    private static void callUntilRefused(int port, AtomicInteger answered) {
        try {
            while (true) {
                callOverOneConnection(port, answered);
            }
        } catch (ConnectException e) {
            // the daemon does not listen any more
        } catch (IOException e) {
            throw new IllegalStateException("A call was lost", e);
        }
    }

    private static void callOverOneConnection(int port, AtomicInteger answered) throws IOException {
        byte[] request =
                "POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = Calls.connect(port)) {
            String answer;
            do {
                socket.getOutputStream().write(request);
                byte[] buffer = new byte[2000];
                int read = socket.getInputStream().read(buffer);
                answer = read < 0 ? "" : new String(buffer, 0, read, StandardCharsets.UTF_8);
                if (!answer.startsWith("HTTP/1.1 200 ")) {
                    throw new IOException("answered '" + answer + "'");
                }
                answered.incrementAndGet();
            } while (!answer.contains("Connection: close"));
        }
    }
}
