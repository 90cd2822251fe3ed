package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A daemon, as a process, that has little of something: memory, files, or callers who read. */
class ScarcityTest {

    /** A skill with long answers. */
    public static final class Main {

        @SkillAction
        public String answer() {
            return "x".repeat(500_000);
        }

        public static void main(String[] args) {
            // the memory of the calls themselves is the author's
            Calls.through(SkillDaemon.builder(new Main()))
                    .set("daemon.max-concurrency", "2")
                    .run(args);
        }
    }

    private static final byte[] REQUEST =
            "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII);

    private final List<Socket> callers = new ArrayList<>();

    private Socket connect(DaemonUnderTest daemon) throws IOException {
        Socket caller = new Socket();
        callers.add(caller);
        caller.setSoTimeout(TestPatience.ANSWER_MILLIS);
        caller.setReceiveBufferSize(4096); // little of an answer is out of the daemon's hands
        caller.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), daemon.port()), TestPatience.ANSWER_MILLIS);
        return caller;
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        callers.clear();
    }

    private static void assertServes(DaemonUnderTest daemon) {
        RestAssured.given()
                .baseUri("http://127.0.0.1:" + daemon.port())
                .body("{}")
                .post("/invoke")
                .then()
                .statusCode(200);
    }

    @Test
    void answersThatNobodyReadsDoNotFillTheMemory() throws IOException {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of("-Xmx48m", "-Ddaemon.request-timeout=5m"), Main.class)) {
            for (int i = 0; i < 150; i++) {
                Socket caller = connect(daemon);
                // so many that the system's own buffers do not take all answers
                for (int request = 0; request < 16; request++) {
                    caller.getOutputStream().write(REQUEST);
                }
            }
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.contains("was disconnected: unread answers would have filled the memory")));
            // once the calls of those who do not read are over
            await().untilAsserted(() -> assertServes(daemon));
            assertThat(daemon.said()).noneMatch(line -> line.contains("Out of memory"));
            assertThat(daemon.said())
                    .filteredOn(line -> line.contains("was disconnected"))
                    .as("each caller once")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whoReadsAFewBytesAtATimeIsCutOff() throws IOException {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class, "--daemon.request-timeout=300ms")) {
            Socket caller = connect(daemon);
            // enough that the system's own buffers do not take all answers, and not so much that it is disconnected for
            // that
            for (int request = 0; request < 8; request++) {
                caller.getOutputStream().write(REQUEST);
            }
            await().untilAsserted(() -> {
                assertThat(caller.getInputStream().readNBytes(100)).hasSize(100);
                assertThat(daemon.said()).anyMatch(line -> line.contains("disconnected: it took too long"));
            });
            assertServes(daemon);
        }
    }

    @Test
    void callersForWhomThereIsNoFileWaitAndTheReasonIsTold() throws IOException {
        try (DaemonUnderTest daemon = DaemonUnderTest.startWithFiles(250, Main.class)) {
            for (int i = 0; i < 250; i++) {
                connect(daemon);
            }
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.contains("A client could not be accepted") && line.contains("ulimit -n")));
            hangUp();
            assertServes(daemon);
        }
    }
}
