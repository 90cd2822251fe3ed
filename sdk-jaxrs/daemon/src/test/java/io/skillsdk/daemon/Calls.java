package io.skillsdk.daemon;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

/** Calls of a daemon under test. */
final class Calls {

    static final String HOLD = "{\"payload\":{\"hold\":true}}";

    static final String PASS = "{\"payload\":{\"hold\":false}}";

    private Calls() {}

    static SkillDaemon.Builder daemon(Object... actions) {
        return through(SkillDaemon.builder(actions))
                .set("daemon.host", "127.0.0.1")
                .set("daemon.port", "0")
                // a busy machine takes its time over a request that comes in pieces
                .set("daemon.request-timeout", "5m");
    }

    /** Has requests take the route that this module tests. */
    static SkillDaemon.Builder through(SkillDaemon.Builder builder) {
        return ServiceLoader.load(TestRoute.class)
                .findFirst()
                .map(route -> route.through(builder))
                .orElse(builder);
    }

    static Response post(SkillDaemon daemon, String path, String body) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    static Response get(SkillDaemon daemon, String path) {
        return RestAssured.given().baseUri(daemon.uri().toString()).get(path);
    }

    /** A connection to the daemon on which no read waits without end for an answer. */
    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TestPatience.ANSWER_MILLIS);
        return socket;
    }

    /** Sends all at once over one connection, and reads until the daemon closes it. */
    static String exchange(int port, String requests) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Posts at the same time, each on a thread and connection of its own. */
    static List<CompletableFuture<Response>> postAtOnce(int calls, SkillDaemon daemon, String path, String body) {
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> post(daemon, path, body), task -> new Thread(task, "caller").start()));
        }
        return answers;
    }
}
