package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A daemon, as a process, in which something is broken. */
class FaultsTest {

    /** A skill that can fill its memory. */
    public static final class Main {

        @SkillAction(path = "quick")
        public String quick() {
            return "answered";
        }

        @SkillAction(path = "large")
        public String large() {
            return "x".repeat(100_000);
        }

        @SkillAction(path = "forever")
        public String forever() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }

        @SkillAction(path = "overflow")
        public String overflow() {
            new Thread(() -> {
                        List<int[]> all = new ArrayList<>();
                        while (true) {
                            all.add(new int[1 << 20]);
                        }
                    })
                    .start();
            return "begun";
        }

        @SkillAction(path = "thrown")
        public String thrown() {
            Thread author = new Thread(
                    () -> {
                        throw new IllegalStateException("by the author");
                    },
                    "author");
            author.start();
            return "begun";
        }

        /** A class whose initialization runs out of memory. */
        private static final class Large {

            private static final int[][] ALL = new int[Integer.MAX_VALUE - 8][];
        }

        @SkillAction(path = "poison")
        public String poison() {
            try {
                return "made " + Large.ALL.length;
            } catch (OutOfMemoryError e) {
                return "caught";
            }
        }

        @SkillAction(path = "poisoned")
        public String poisoned() {
            return "made " + Large.ALL.length;
        }

        /** Leaves no memory to anybody for a while. */
        @SkillAction(path = "fill")
        public String fill() {
            new Thread(() -> {
                        List<byte[]> all = new ArrayList<>();
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600);
                        for (int size = 1 << 20; System.nanoTime() < end; size = Math.max(16, size)) {
                            try {
                                all.add(new byte[size]);
                            } catch (OutOfMemoryError e) {
                                size /= 2;
                            }
                        }
                    })
                    .start();
            return "filling";
        }

        public static void main(String[] args) {
            Calls.through(SkillDaemon.builder(new Main())).run(args);
        }
    }

    private static Response post(int port, String path, String body) {
        return RestAssured.given()
                .baseUri("http://127.0.0.1:" + port)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.skillsdk.internal.http.ResponseBodies",
                "io.skillsdk.internal.http.HttpCall",
            })
    void anErrorBesideTheActionIsAnsweredAndTold(String missing) throws IOException {
        List<String> options = List.of(
                "-Djava.system.class.loader=" + MissingClassLoader.class.getName(),
                "-D" + MissingClassLoader.MISSING + "=" + missing);
        try (DaemonUnderTest daemon = DaemonUnderTest.startWith(options, Main.class)) {
            for (int i = 0; i < 5; i++) {
                Response answer = post(daemon.port(), "/large", "{}");
                answer.then().statusCode(500);
                assertThat(answer.<Integer>path("payload.error.status")).isEqualTo(500);
            }
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.startsWith("ERROR"))
                    .anyMatch(line -> line.contains("NoClassDefFoundError")));
        }
    }

    /** Grizzly writes each answer with it, and catches what is thrown there. */
    @Test
    void anErrorWhereGrizzlyWritesIsTold() throws IOException {
        List<String> options = List.of(
                "-Djava.system.class.loader=" + MissingClassLoader.class.getName(),
                "-D" + MissingClassLoader.MISSING + "=org.glassfish.grizzly.memory.BuffersBuffer");
        try (DaemonUnderTest daemon = DaemonUnderTest.startWith(options, Main.class)) {
            assertThatThrownBy(() -> post(daemon.port(), "/quick", "{}")).isInstanceOf(IOException.class);
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.contains("NoClassDefFoundError") && line.contains("BuffersBuffer")));
        }
    }

    /** The class stays unusable for ever, and no other error would ever tell why. */
    @Test
    void aDaemonEndsWhenMemoryRanOutWhileAClassWasInitialized() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class)) {
            post(daemon.port(), "/poison", "{}").then().statusCode(200);
            assertThatThrownBy(() -> post(daemon.port(), "/poisoned", "{}")).isInstanceOf(IOException.class);
            assertThat(daemon.exitCode()).isEqualTo(3);
            assertThat(daemon.said()).anyMatch(line -> line.contains("Out of memory: the process ends"));
        }
    }

    @Test
    void aDaemonEndsWhenAThreadOfItsAuthorRunsOutOfMemory() throws Exception {
        try (DaemonUnderTest daemon = DaemonUnderTest.startWith(List.of("-Xmx64m"), Main.class)) {
            // it may end before it has answered
            daemon.postLater("/overflow")
                    .handle((answer, gone) -> true)
                    .get(TestPatience.ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            assertThat(daemon.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void whatEndsAThreadOfTheAuthorIsLogged() throws IOException {
        try (DaemonUnderTest daemon = DaemonUnderTest.start(Main.class)) {
            post(daemon.port(), "/thrown", "{}").then().statusCode(200);
            await().untilAsserted(() -> assertThat(daemon.said())
                    .anyMatch(line -> line.startsWith("ERROR") && line.contains("The thread 'author' ended")));
            post(daemon.port(), "/quick", "{}").then().statusCode(200);
        }
    }

    @Test
    void aDaemonWhoseMemoryWasFilledEndsOrGoesOnWhole() throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of("-Xmx40m", "-Ddaemon.timeout=500ms"), Main.class)) {
            try {
                for (int i = 0; i < 4; i++) {
                    post(daemon.port(), "/fill", "{}");
                    TimeUnit.MILLISECONDS.sleep(700);
                }
                post(daemon.port(), "/quick", "{}").then().statusCode(200);
                // it still has a clock, a watch, and threads
                post(daemon.port(), "/forever", "{}").then().statusCode(504);
            } catch (Exception e) {
                assertThat(daemon.exitCode()).as("after %s", e).isEqualTo(3);
            }
        }
    }

    @Test
    void livenessAnswersWhenNobodyReadsTheLog() throws Exception {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dlogback.configurationFile=logback-process.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--daemon.host=127.0.0.1",
                        "--daemon.port=" + port)
                .start(); // its output is a pipe, and is not read
        try {
            await().ignoreExceptions().until(() -> post(port, "/quick", "{}").statusCode() == 200);
            // more than a pipe takes
            for (int i = 0; i < 20; i++) {
                unknownPaths(port);
            }
            for (int i = 0; i < 20; i++) {
                RestAssured.given()
                        .baseUri("http://127.0.0.1:" + port)
                        .get("/health/live")
                        .then()
                        .statusCode(200);
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void unknownPaths(int port) throws IOException {
        int many = 100;
        String path = "/nowhere-" + "x".repeat(200);
        try (Socket socket = Calls.connect(port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .repeat(many)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream()
                    .write("GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answers.split("HTTP/1.1 404 ", -1)).hasSize(many + 2);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void memoryForABodyIsFreeOnceItsConnectionIs() throws IOException {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.startWith(List.of("-Xmx48m", "-Ddaemon.request-timeout=30m"), Main.class)) {
            byte[] most = ("POST /quick HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\ndbba0\r\n"
                            + " ".repeat(900_000))
                    .getBytes(StandardCharsets.US_ASCII);
            List<Socket> senders = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Socket sender = Calls.connect(daemon.port());
                senders.add(sender);
                try {
                    sender.getOutputStream().write(most);
                } catch (IOException e) {
                    // refused already
                }
            }
            for (Socket sender : senders) {
                sender.setSoLinger(true, 0); // a reset
                sender.close();
            }
            await().untilAsserted(() -> assertThat(inTwoPieces(daemon.port())).startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void whatMayComeOfABodyIsNotCounted() throws IOException {
        try (DaemonUnderTest daemon = DaemonUnderTest.startWith(List.of("-Xmx48m"), Main.class)) {
            List<Socket> senders = new ArrayList<>();
            for (int i = 0; i < 130; i++) {
                Socket sender = Calls.connect(daemon.port());
                senders.add(sender);
                sender.getOutputStream()
                        .write("POST /quick HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(inTwoPieces(daemon.port())).startsWith("HTTP/1.1 200 ");
            for (Socket sender : senders) {
                sender.close();
            }
        }
    }

    private static String inTwoPieces(int port) throws IOException {
        try (Socket socket = Calls.connect(port)) {
            String body = "{\"rest\":\"" + "x".repeat(900_000) + "\"}";
            socket.getOutputStream()
                    .write(("POST /quick HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body.substring(0, 1000))
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            // once this is answered, the first piece has been read
            RestAssured.given().baseUri("http://127.0.0.1:" + port).get("/health/live");
            socket.getOutputStream().write(body.substring(1000).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
