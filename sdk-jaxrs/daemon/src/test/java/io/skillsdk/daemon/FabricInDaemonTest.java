package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import io.skillsdk.fabric.Fabric;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actions that call the platform back, over HTTP on both sides. */
@Timeout(120)
class FabricInDaemonTest {

    static final class Reader {
        @SkillAction
        public Map<String, Object> read(Fabric fabric) {
            return Map.of("state", fabric.session().state(), "project", fabric.projectId());
        }
    }

    static final class Counter {
        @SkillAction(method = HttpMethod.GET, path = "count")
        public boolean count(Fabric fabric) {
            return fabric.content().exists("counter");
        }
    }

    static final class Cart {
        @SkillAction
        public Map<String, Object> put(Map<String, Object> payload, Fabric fabric) {
            fabric.session().putAll(payload);
            return Map.of("state", fabric.session().state());
        }
    }

    private final CountDownLatch over = new CountDownLatch(1);

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private volatile int status = 200;

    private volatile boolean stalls;

    private HttpServer platform;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(threads);
        platform.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " "
                        + exchange.getRequestHeaders().getFirst("x-request-id"));
                if (stalls) {
                    over.await();
                }
                byte[] answer = "{\"success\":true,\"state\":{\"n\":1},\"message\":\"the platform's own words\"}"
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        platform.start();
    }

    @AfterEach
    void stopPlatform() {
        over.countDown();
        platform.stop(0);
        threads.shutdownNow();
    }

    @Test
    void theEnvelopeSaysWhomToAskAndWithWhat() {
        try (SkillDaemon daemon = Calls.daemon(new Reader()).start()) {
            Response answer = post(daemon, envelope());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().asString()).contains("\"state\":{\"n\":1}", "\"project\":\"my p\"");
            assertThat(asked).containsExactly("GET /fabric/v4/projects/my%20p/sessions/s-1 Bearer tok-1 req-1");
        }
    }

    @Test
    void whatThePlatformFailsIsA502WithoutItsWords() {
        status = 500;
        try (SkillDaemon daemon = Calls.daemon(new Reader()).start()) {
            Response answer = post(daemon, envelope());
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body().asString())
                    .contains("The platform did not answer the action 'read'", "\"activationId\":\"act-1\"")
                    .doesNotContain("own words", "tok-1", "Exception", "127.0.0.1");
        }
    }

    @Test
    void aBusyPlatformIsA429() {
        status = 429;
        try (SkillDaemon daemon =
                Calls.daemon(new Reader()).set("fabric.retries", "0").start()) {
            Response answer = post(daemon, envelope());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(asked).hasSize(1);
        }
    }

    @Test
    void aPlatformThatStallsIsA504BeforeTheDeadline() {
        stalls = true;
        try (SkillDaemon daemon =
                Calls.daemon(new Reader()).timeout(Duration.ofMillis(1500)).start()) {
            Response answer = post(daemon, envelope());
            assertThat(answer.statusCode()).isEqualTo(504);
            assertThat(answer.body().asString()).contains("The platform did not answer the action 'read' in time");
        }
    }

    @Test
    void withoutAPlatformTheWorkspaceAnswers() {
        try (SkillDaemon daemon = Calls.daemon(new Cart(), new Counter()).start()) {
            String uri = daemon.uri().toString();
            for (int n = 1; n < 3; n++) {
                RestAssured.given()
                        .baseUri(uri)
                        .contentType("application/json")
                        .body("{\"sessionId\":\"s\",\"payload\":{\"k" + n + "\":" + n + "}}")
                        .post("/put")
                        .then()
                        .statusCode(200);
            }
            String state = RestAssured.given()
                    .baseUri(uri)
                    .contentType("application/json")
                    .body("{\"sessionId\":\"s\",\"payload\":{\"k3\":3}}")
                    .post("/put")
                    .body()
                    .asString();
            assertThat(state).contains("\"k1\":1", "\"k2\":2", "\"k3\":3");
            RestAssured.given().baseUri(uri).get("/count").then().statusCode(200);
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void settingsOfTheClientAreChecked() {
        assertThatThrownBy(() ->
                        Calls.daemon(new Reader()).set("fabric.timeout", "soon").start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("fabric.timeout is 'soon'");
        assertThatThrownBy(() ->
                        Calls.daemon(new Reader()).set("fabric.tmeout", "1s").start())
                .isInstanceOf(DaemonStartException.class)
                .hasMessageContaining("fabric.timeout");
    }

    @Test
    void manyCallsAtOnceDoNotWaitForEachOther() throws Exception {
        try (SkillDaemon daemon = Calls.daemon(new Reader()).start()) {
            List<Future<Integer>> all = IntStream.range(0, 100)
                    .mapToObj(n -> threads.submit(() -> post(daemon, envelope()).statusCode()))
                    .toList();
            for (Future<Integer> one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
    }

    private String envelope() {
        return "{\"payload\":{},\"token\":\"tok-1\",\"projectId\":\"my p\",\"sessionId\":\"s-1\",\"activationId\":\"act-1\","
                + "\"apiEndpoint\":\"http://127.0.0.1:" + platform.getAddress().getPort() + "/\"}";
    }

    private static Response post(SkillDaemon daemon, String body) {
        return RestAssured.given()
                .baseUri(daemon.uri().toString())
                .contentType("application/json")
                .header("x-request-id", "req-1")
                .body(body)
                .post("/invoke");
    }
}
