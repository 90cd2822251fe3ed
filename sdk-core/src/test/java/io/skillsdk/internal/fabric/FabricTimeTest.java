package io.skillsdk.internal.fabric;

import static io.skillsdk.internal.fabric.wire.RawServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.wire.RawServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call ends, and in time. */
@Timeout(60)
class FabricTimeTest {

    private static final Duration SHORT = Duration.ofSeconds(4);

    @Test
    void aServerThatNeverAnswersEndsWithTheDeadline() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall(""));
            Instant begin = Instant.now();
            FabricException e = failure(fabric(server, SHORT), f -> f.session().state());
            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(30));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBodyThatStallsEndsWithTheDeadline() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\""));
            FabricException e = failure(fabric(server, SHORT), f -> f.session().state());
            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(e.mayHaveHappened()).isFalse();
        }
    }

    @Test
    void aDownloadThatStallsEndsWithTheDeadlineOfItsCall() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"));
            try (Download download = fabric(server, SHORT).content().download("a")) {
                assertThatThrownBy(() -> download.bytes(1000))
                        .isInstanceOfSatisfying(
                                FabricException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT));
            }
        }
    }

    @Test
    void aDownloadThatIsSilentForLongerThanTheTimeoutEnds() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"));
            TestPlatform platform =
                    new TestPlatform(server.url(), FabricSettings.DEFAULTS.timeout(Duration.ofSeconds(3)));
            try (Download download = platform.call(TestPlatform.TOKEN, Duration.ofMinutes(10))
                    .fabric()
                    .content()
                    .download("a")) {
                assertThatThrownBy(() -> download.bytes(1000)).isInstanceOfSatisfying(FabricException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
                    assertThat(e.detail()).contains("nothing came for 3 s");
                });
            }
        }
    }

    @Test
    void aDownloadThatIsSlowButSteadyMayTakeLongerThanTheTimeout() throws Exception {
        RawServer.Script drops = (request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n".getBytes());
            for (int i = 0; i < 8; i++) {
                out.write('x');
                out.flush();
                TimeUnit.MILLISECONDS.sleep(700);
            }
            return true;
        };
        try (RawServer server = new RawServer(drops)) {
            TestPlatform platform =
                    new TestPlatform(server.url(), FabricSettings.DEFAULTS.timeout(Duration.ofSeconds(4)));
            assertThat(platform.fabric().content().download("a").text(100)).isEqualTo("xxxxxxxx");
        }
    }

    @Test
    void anUploadThatTheServerDoesNotTakeEnds() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1)) {
            TestPlatform platform = new TestPlatform(
                    "http://127.0.0.1:" + deaf.getLocalPort(), FabricSettings.DEFAULTS.timeout(Duration.ofMillis(500)));
            ContentBody endless = ContentBody.of(
                    new InputStream() {
                        @Override
                        public int read() {
                            return 'x';
                        }

                        @Override
                        public int read(byte[] target, int offset, int length) {
                            return length;
                        }
                    },
                    -1);
            FabricException e = failure(platform.fabric(), f -> f.content().upload("a", endless));
            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(e.mayHaveHappened()).isTrue();
        }
    }

    @Test
    void withoutTimeLeftNothingIsSent() throws Exception {
        try (RawServer server = new RawServer()) {
            FabricException e = failure(
                    fabric(server, Duration.ofMillis(200)), f -> f.content().exists("a"));
            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(e.mayHaveHappened()).isFalse();
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anInterruptEndsTheWaitForAnAnswerAndKeepsTheFlag() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall(""));
            interrupted(server, f -> f.session().state());
        }
    }

    @Test
    void anInterruptEndsTheReadingOfABodyAndKeepsTheFlag() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"));
            interrupted(server, f -> f.content().download("a").bytes(100));
        }
    }

    private static void interrupted(RawServer server, Asking asking) throws Exception {
        Fabric fabric = fabric(server, Duration.ofMinutes(5));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                asking.ask(fabric);
            } catch (Throwable e) {
                thrown.set(e);
            }
            flag.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(flag.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(thrown.get())
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED));
    }

    @Test
    void awaitEndsWithTheDeadlineWhenTheActivationDoesNotEnd() throws Exception {
        try (RawServer server = new RawServer(json(200, "{\"success\":true,\"status\":\"STARTED\"}"))) {
            FabricException e = failure(
                    fabric(server, Duration.ofSeconds(8)), f -> f.activations().await("a", Object.class));
            assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(e.detail()).contains("STARTED");
        }
    }

    @Test
    void aSynchronousInvokeMayTakeLongerThanTheTimeout() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        RawServer.Script slow = (request, out) -> {
            late.await(700, TimeUnit.MILLISECONDS);
            return json(200, "{\"success\":true,\"activationId\":\"a\",\"response\":{\"n\":1}}")
                    .answer(request, out);
        };
        try (RawServer server = new RawServer(slow)) {
            TestPlatform platform =
                    new TestPlatform(server.url(), FabricSettings.DEFAULTS.timeout(Duration.ofMillis(200)));
            assertThat(platform.fabric()
                            .skills()
                            .invoke(Invocation.of("s", "i"), Object.class)
                            .payload())
                    .isEqualTo(Map.of("n", 1));
        }
    }

    @Test
    void afterTheAnswerNothingIsAskedAnyMore() throws Exception {
        try (RawServer server = new RawServer(json(200, "{}"))) {
            CallFabric call = new TestPlatform(server.url()).call();
            Fabric fabric = call.fabric();
            call.close();
            assertThatThrownBy(() -> fabric.session().state())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("valid within its call only");
            assertThatThrownBy(() -> fabric.project("q").content().exists("a"))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aDownloadLeftOpenEndsWithItsCall() throws Exception {
        try (RawServer server = new RawServer()) {
            server.script(server.stall("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"));
            CallFabric call = new TestPlatform(server.url()).call();
            Download download = call.fabric().content().download("a");
            CompletableFuture<Throwable> reading = CompletableFuture.supplyAsync(() -> {
                try {
                    download.bytes(100);
                    return new AssertionError("it ended");
                } catch (RuntimeException e) {
                    return e;
                }
            });
            call.close();
            assertThat(reading.get(30, TimeUnit.SECONDS)).isInstanceOf(FabricException.class);
        }
    }

    interface Asking {
        void ask(Fabric fabric) throws IOException;
    }

    private static Fabric fabric(RawServer server, Duration left) {
        return new TestPlatform(server.url()).call(TestPlatform.TOKEN, left).fabric();
    }

    static FabricException failure(Fabric fabric, Asking asking) {
        FabricException e = catchThrowableOfType(FabricException.class, () -> asking.ask(fabric));
        assertThat(e).as("a FabricException").isNotNull();
        return e;
    }
}
