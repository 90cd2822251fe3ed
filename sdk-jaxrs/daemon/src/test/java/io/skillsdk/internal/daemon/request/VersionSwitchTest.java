package io.skillsdk.internal.daemon.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request gets the version that has all that was saved when it came, and each version knows its requests. */
class VersionSwitchTest {

    /** Answers with its name. */
    private static final class Named extends HttpHandler {

        private final String name;

        private volatile boolean started;

        private volatile boolean ended;

        Named(String name) {
            this.name = name;
        }

        @Override
        public void service(Request request, org.glassfish.grizzly.http.server.Response response) throws Exception {
            response.getWriter().write(name);
        }

        @Override
        public void start() {
            started = true;
        }

        @Override
        public void destroy() {
            ended = true;
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Named first = new Named("version first");

    private final VersionSwitch.Version firstVersion = new VersionSwitch.Version(first);

    private volatile CompletableFuture<Boolean> served = CompletableFuture.completedFuture(true);

    private final VersionSwitch versions = new VersionSwitch(firstVersion, () -> served, threads);

    private final HttpServer server = new HttpServer();

    private final NetworkListener listener = new NetworkListener("test", "127.0.0.1", 0);

    @BeforeEach
    void start() throws IOException {
        server.addListener(listener);
        server.getServerConfiguration().addHttpHandler(versions, "/");
        server.start();
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
        threads.shutdownNow();
    }

    private Response call() {
        return RestAssured.given()
                .port(listener.getPort())
                .baseUri("http://127.0.0.1")
                .get("/");
    }

    private List<CompletableFuture<Response>> calls(int count) {
        List<CompletableFuture<Response>> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(CompletableFuture.supplyAsync(this::call, task -> new Thread(task, "caller").start()));
        }
        return calls;
    }

    private static void awaitRequests(VersionSwitch.Version version, int count) {
        await().untilAsserted(() -> assertThat(version.requests()).isEqualTo(count));
    }

    @Test
    void aVersionStartsBeforeItsFirstRequestAndEndsWhenItIsTold() {
        assertThat(first.started).isTrue();
        assertThat(call().asString()).isEqualTo("version first");
        Named second = new Named("second");
        versions.to(new VersionSwitch.Version(second));
        assertThat(second.started).isTrue();
        assertThat(call().asString()).isEqualTo("second");
        assertThat(first.ended).isFalse();
        VersionSwitch.end(firstVersion);
        assertThat(first.ended).isTrue();
    }

    @Test
    void aRequestThatComesBehindASaveWaitsForItsVersion() {
        CompletableFuture<Boolean> compiled = new CompletableFuture<>();
        served = compiled;
        List<CompletableFuture<Response>> waiting = calls(3);
        await().until(() -> compiled.getNumberOfDependents() == 3);
        assertThat(firstVersion.requests()).isZero();
        VersionSwitch.Version second = new VersionSwitch.Version(new Named("second"));
        versions.to(second);
        served = CompletableFuture.completedFuture(true);
        compiled.complete(true);
        assertThat(waiting)
                .allSatisfy(call -> assertThat(call.join().asString()).isEqualTo("second"));
        awaitRequests(second, 0);
    }

    @Test
    void aRequestThatHasWaitedTooLongIsToldToTryAgain() {
        served = CompletableFuture.completedFuture(true).thenCompose(now -> new CompletableFuture<Boolean>());
        List<CompletableFuture<Response>> waiting = calls(1);
        await().until(() -> served.getNumberOfDependents() == 1);
        served.complete(false);
        Response answer = waiting.get(0).join();
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Connection")).isEqualTo("close");
        assertThat(answer.asString()).contains("Try again.");
        assertThat(firstVersion.requests()).isZero();
    }

    @Test
    void noRequestIsLostOrCountedTwiceWhileVersionsChange() {
        AtomicBoolean done = new AtomicBoolean();
        List<VersionSwitch.Version> all = new ArrayList<>();
        List<CompletableFuture<Integer>> callers = new ArrayList<>();
        for (int caller = 0; caller < 3; caller++) {
            callers.add(CompletableFuture.supplyAsync(
                    () -> {
                        int answered = 0;
                        while (!done.get()) {
                            assertThat(call().asString()).startsWith("version ");
                            answered++;
                        }
                        return answered;
                    },
                    threads));
        }
        for (int i = 0; i < 200; i++) {
            VersionSwitch.Version next = new VersionSwitch.Version(new Named("version " + i));
            all.add(next);
            versions.to(next);
            Thread.onSpinWait();
        }
        await().until(() -> callers.stream().noneMatch(CompletableFuture::isDone));
        done.set(true);
        assertThat(callers)
                .allSatisfy(
                        caller -> assertThat(caller.get(60, TimeUnit.SECONDS)).isNotNegative());
        assertThat(all).allSatisfy(version -> awaitRequests(version, 0));
    }
}
