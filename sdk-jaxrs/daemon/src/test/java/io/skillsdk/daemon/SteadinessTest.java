package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.HOLD;
import static io.skillsdk.daemon.Calls.PASS;
import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static io.skillsdk.daemon.Calls.post;
import static io.skillsdk.daemon.Calls.postAtOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** State and time that are handed on and given back: nothing of one call stays for the next. */
class SteadinessTest {

    private static final int ENOUGH = 300;

    /** What the name of a thread that leads a selector ends with. */
    private static final String LEADING = "SelectorRunner";

    static final class Actions {

        final AtomicReference<CompletableFuture<String>> awaited = new AtomicReference<>();

        final CountDownLatch letGo = new CountDownLatch(1);

        final AtomicInteger published = new AtomicInteger();

        final AtomicReference<Thread> interrupted = new AtomicReference<>();

        final AtomicReference<SkillDaemon> daemon = new AtomicReference<>();

        final AtomicInteger held = new AtomicInteger();

        private static String thread() {
            return Thread.currentThread().getName();
        }

        record Hold(boolean hold) {}

        @SkillAction(path = "hold")
        public String hold(Hold payload) throws InterruptedException {
            if (payload.hold()) {
                held.incrementAndGet();
                try {
                    letGo.await();
                } finally {
                    held.decrementAndGet();
                }
            }
            return thread();
        }

        record Publish(boolean hold) {}

        record Spin(boolean on) {}

        /** Answers when {@code publish} is called. */
        @SkillAction(path = "await")
        public CompletionStage<String> await(Publish payload) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            if (!payload.hold()) {
                answer.complete(thread());
            } else {
                awaited.set(answer);
            }
            return answer;
        }

        @SkillAction(path = "publish")
        public String publish(Publish payload) throws InterruptedException {
            if (payload.hold()) {
                awaited.get().complete("published");
                published.incrementAndGet();
                letGo.await();
            }
            return thread();
        }

        @SkillAction(path = "state")
        public Map<String, Object> state() {
            return Map.of(
                    "interrupted", Thread.currentThread().isInterrupted(),
                    "customer", String.valueOf(MDC.get("customer")),
                    "thread", thread());
        }

        /** Lets its thread be interrupted after it has returned. */
        @SkillAction(path = "interrupt")
        public String interrupt(Spin payload) {
            if (!payload.on()) {
                return thread();
            }
            Thread thread = Thread.currentThread();
            new Thread(() -> {
                        try {
                            Thread.sleep(20);
                        } catch (InterruptedException e) {
                            return;
                        }
                        thread.interrupt();
                        interrupted.set(thread);
                    })
                    .start();
            return thread();
        }

        @SkillAction(path = "leave")
        public String leave() {
            MDC.put("customer", "somebody");
            return thread();
        }

        /** Keeps its processor busy. */
        @SkillAction(path = "spin")
        public String spin(Spin payload) {
            while (payload.on() && letGo.getCount() > 0) {
                Thread.onSpinWait();
            }
            return thread();
        }

        @SkillAction(path = "close")
        public String close() {
            daemon.get().close();
            return "closed";
        }
    }

    private final Actions actions = new Actions();

    private SkillDaemon daemon;

    @AfterEach
    void stop() {
        actions.letGo.countDown();
        actions.letGo.countDown();
        daemon.close();
    }

    private void start(String... settings) {
        SkillDaemon.Builder builder = daemon(actions);
        for (int i = 0; i < settings.length; i += 2) {
            builder.set(settings[i], settings[i + 1]);
        }
        daemon = builder.start();
        actions.daemon.set(daemon);
    }

    /** Calls it until it always runs on the thread that has read the request; on a busy machine it may never, and runs elsewhere then. */
    private void becomesQuick(String path, String body) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        int leading = 0;
        while (leading < ENOUGH && System.nanoTime() < end) {
            leading = post(daemon, path, body).asString().contains(LEADING) ? leading + 1 : 0;
        }
    }

    private static String request(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void anActionThatCompletesAnothersAnswerDoesNotRunWhatFollowsThere() throws IOException {
        start("daemon.timeout", "2s");
        String pass = "{\"payload\":{\"hold\":false}}";
        String hold = "{\"payload\":{\"hold\":true}}";
        becomesQuick("/publish", pass);
        becomesQuick("/await", pass);
        becomesQuick("/state", "{}");
        try (Socket pipelining = Calls.connect(daemon.port())) {
            String requests = request("/await", hold)
                    + request("/state", "{}").replace("Host: x", "Host: x\r\nConnection: close");
            pipelining.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            await().until(() -> actions.awaited.get() != null);
            CompletableFuture<Response> publish =
                    postAtOnce(1, daemon, "/publish", hold).get(0);
            await().until(() -> actions.published.get() == 1);

            // while the action that has completed the answer goes on
            String answers = new String(pipelining.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).contains("published", "interrupted");
            for (int i = 0; i < 20; i++) {
                post(daemon, "/state", "{}").then().statusCode(200);
            }
            publish.join().then().statusCode(504);
        }
    }

    @Test
    void anInterruptThatComesAfterACallReachesNoOther() {
        start();
        becomesQuick("/interrupt", "{\"payload\":{\"on\":false}}");
        becomesQuick("/state", "{}");
        post(daemon, "/interrupt", "{\"payload\":{\"on\":true}}");
        await().until(() -> actions.interrupted.get() != null);
        await().until(() -> !actions.interrupted.get().isInterrupted());
        for (int i = 0; i < 50; i++) {
            assertThat(post(daemon, "/state", "{}").<Boolean>path("payload.interrupted"))
                    .isFalse();
        }
    }

    @Test
    void whatAnActionLeavesInTheLoggingContextIsNotThereForTheNext() {
        start();
        becomesQuick("/leave", "{}");
        becomesQuick("/state", "{}");
        for (int i = 0; i < ENOUGH; i++) {
            post(daemon, "/leave", "{}").then().statusCode(200);
            assertThat(post(daemon, "/state", "{}").<String>path("payload.customer"))
                    .isEqualTo("null");
        }
    }

    @Test
    void theLimitHoldsForAnActionThatWasQuickAndBeginsToHang() {
        start("daemon.max-concurrency", "4", "daemon.max-wait", "1s");
        becomesQuick("/hold", PASS);
        List<CompletableFuture<Response>> calls = postAtOnce(40, daemon, "/hold", HOLD);
        await().untilAsserted(() ->
                assertThat(calls.stream().filter(CompletableFuture::isDone)).hasSize(36));
        assertThat(actions.held).hasValue(4);
        actions.letGo.countDown();
        List<Integer> statuses =
                calls.stream().map(call -> call.join().statusCode()).toList();
        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(4);
        post(daemon, "/hold", PASS).then().statusCode(200);
    }

    @Test
    void callsThatWaitBehindOneThatBeganToHangRunInTheirTurn() {
        start("daemon.max-concurrency", "4", "daemon.max-wait", "5m", "daemon.timeout", "5m");
        becomesQuick("/hold", PASS);
        List<CompletableFuture<Response>> calls = postAtOnce(40, daemon, "/hold", HOLD);
        await().untilAsserted(() -> assertThat(actions.held).hasValue(4));
        actions.letGo.countDown();
        assertThat(calls).allSatisfy(call -> call.join().then().statusCode(200));
    }

    @Test
    void aDeadlineShorterThanTheWatchsPatienceIsKept() {
        start("daemon.timeout", "5ms", "daemon.max-wait", "10s");
        becomesQuick("/spin", "{\"payload\":{\"on\":false}}");
        post(daemon, "/spin", "{\"payload\":{\"on\":true}}").then().statusCode(504);
    }

    @Test
    void anActionMayCloseItsDaemon() {
        start("daemon.drain-timeout", "60m");
        post(daemon, "/close", "{}").then().statusCode(200);
        await().ignoreExceptions().until(() -> {
            try (Socket refused = Calls.connect(daemon.port())) {
                return !refused.isConnected();
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void oneWhoProbesAllTheTimeDoesNotKeepAnotherFromAnAnswer() {
        daemon = daemon(actions)
                .readyWhen("model", () -> {
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        return false;
                    }
                    return true;
                })
                .start();
        List<CompletableFuture<Integer>> probes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            probes.add(CompletableFuture.supplyAsync(
                    () -> get(daemon, "/health/ready").statusCode(), task -> new Thread(task, "prober").start()));
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(probes).allSatisfy(probe -> assertThat(probe.join()).isEqualTo(200));
    }
}
