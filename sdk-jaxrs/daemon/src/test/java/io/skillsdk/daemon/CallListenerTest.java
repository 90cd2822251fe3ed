package io.skillsdk.daemon;

import static io.skillsdk.daemon.Calls.daemon;
import static io.skillsdk.daemon.Calls.get;
import static io.skillsdk.daemon.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import io.skillsdk.call.RefusalReason;
import io.skillsdk.call.StartedCall;
import io.skillsdk.daemon.extension.DaemonGauges;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is told of calls, and what surrounds them, on whichever route they come. */
class CallListenerTest {

    static final class NoSuchCustomer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static final class Customers {
        @SkillAction(path = "customers/{id}")
        public String customer(String payload) {
            if (payload.equals("nobody")) {
                throw new NoSuchCustomer();
            }
            return payload;
        }
    }

    /** Remembers what it is told. */
    static final class Seen implements CallListener, AutoCloseable {

        final List<StartedCall> began = new CopyOnWriteArrayList<>();

        final List<EndedCall> ended = new CopyOnWriteArrayList<>();

        final AtomicInteger closed = new AtomicInteger();

        @Override
        public Set<String> headers() {
            return Set.of("X-Tenant");
        }

        @Override
        public void began(StartedCall call) {
            began.add(call);
        }

        @Override
        public void ended(EndedCall call) {
            ended.add(call);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        EndedCall last(int calls) {
            await().until(() -> ended.size() == calls);
            return ended.get(calls - 1);
        }
    }

    private final Seen seen = new Seen();

    @Test
    void aCallIsToldWithItsRouteStatusTimesAndBytes() {
        String body = "{\"payload\":\"x\",\"activationId\":\"a-1\"}";
        try (SkillDaemon daemon = daemon(new Customers())
                .listener(seen)
                .onException(NoSuchCustomer.class, e -> SkillException.notFound("No."))
                .start()) {
            RestAssured.given()
                    .baseUri(daemon.uri().toString())
                    .header("x-tenant", "t-1")
                    .body(body)
                    .post("/customers/7");
            EndedCall call = seen.last(1);
            assertThat(call.call()).isSameAs(seen.began.get(0));
            assertThat(call.call().action()).isEqualTo("customer");
            assertThat(call.call().method()).isEqualTo("POST");
            assertThat(call.call().route()).isEqualTo("customers/{id}");
            assertThat(call.call().header("X-TENANT")).contains("t-1");
            assertThat(call.call().header("host")).as("not asked for").isEmpty();
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.outcome()).isEqualTo(CallOutcome.SUCCEEDED);
            assertThat(call.activationId()).contains("a-1");
            assertThat(call.took()).isPositive();
            assertThat(call.requestBytes()).isEqualTo(body.length());
            assertThat(call.responseBytes()).isEqualTo(15);
            post(daemon, "/customers/7", "{\"payload\":\"nobody\"}");
            assertThat(seen.last(2).status()).isEqualTo(404);
            assertThat(seen.last(2).outcome()).isEqualTo(CallOutcome.REFUSED);
            post(daemon, "/customers/7", "{\"payload\":5}");
            assertThat(seen.last(3).outcome()).isEqualTo(CallOutcome.INVALID);
        }
        assertThat(seen.closed).hasValue(1);
    }

    @Test
    void aCallThatFindsNoPlaceIsToldAsOverloaded() {
        HeldActions actions = new HeldActions();
        AtomicReference<DaemonGauges> gauges = new AtomicReference<>();
        try (SkillDaemon daemon = TestExtension.start(
                daemon(actions).maxConcurrency(1).maxWait(Duration.ofMillis(1)).listener(seen), info -> {
                    gauges.set(info.gauges());
                    return List.of();
                })) {
            var held = Calls.postAtOnce(1, daemon, "/hold", Calls.HOLD);
            await().until(() -> actions.held.get() == 1);
            assertThat(gauges.get().callsInFlight()).isEqualTo(1);
            assertThat(gauges.get().maxConcurrency()).isEqualTo(1);
            assertThat(gauges.get().openConnections()).isPositive();
            assertThat(post(daemon, "/quick", "{}").statusCode()).isEqualTo(429);
            EndedCall refused = seen.last(1);
            assertThat(refused.call().action()).isEqualTo("quick");
            assertThat(refused.outcome()).isEqualTo(CallOutcome.OVERLOADED);
            assertThat(refused.took()).isZero();
            assertThat(gauges.get().refused(RefusalReason.OVERLOADED)).isEqualTo(1);
            actions.letGo.countDown();
            assertThat(held.get(0).join().statusCode()).isEqualTo(200);
            await().until(() -> gauges.get().callsInFlight() == 0);
        }
    }

    @Test
    void aTimeOutIsToldOnceHoweverLateTheActionReturns() {
        HeldActions actions = new HeldActions();
        try (SkillDaemon daemon =
                daemon(actions).listener(seen).timeout(Duration.ofSeconds(2)).start()) {
            CompletableFuture<Response> never = CompletableFuture.supplyAsync(() -> post(daemon, "/never", "{}"));
            assertThat(post(daemon, "/ignore", "{}").statusCode()).isEqualTo(504);
            assertThat(never.join().statusCode()).isEqualTo(504);
            seen.last(2);
            assertThat(seen.ended).extracting(EndedCall::status).containsExactly(504, 504);
            assertThat(seen.ended).extracting(EndedCall::outcome).containsOnly(CallOutcome.TIMED_OUT);
            actions.letGo.countDown();
            await().until(() -> actions.held.get() == 0);
        }
        assertThat(seen.ended).hasSize(2);
    }

    @Test
    void whatReachesNoActionIsCountedByItsReason() throws Exception {
        AtomicReference<DaemonGauges> known = new AtomicReference<>();
        try (SkillDaemon daemon =
                TestExtension.start(daemon(new TestActions(), new HeldActions()).maxRequestSize(1024), info -> {
                    known.set(info.gauges());
                    return List.of();
                })) {
            DaemonGauges gauges = known.get();
            post(daemon, "/nope", "{}");
            get(daemon, "/quick");
            post(daemon, "/quick", "x".repeat(2000));
            post(daemon, "/invoke", "{\"outputName\":\"none\"}");
            Calls.exchange(daemon.port(), "POST /quick HTTP/1.1\r\nHost : x\r\n\r\n");
            Calls.exchange(daemon.port(), "POST /quick HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{");
            assertThat(gauges.refused(RefusalReason.UNKNOWN_PATH)).isEqualTo(1);
            assertThat(gauges.refused(RefusalReason.WRONG_METHOD)).isEqualTo(1);
            assertThat(gauges.refused(RefusalReason.BODY_TOO_LARGE)).isEqualTo(1);
            assertThat(gauges.refused(RefusalReason.UNKNOWN_OUTPUT)).isEqualTo(1);
            assertThat(gauges.refused(RefusalReason.MALFORMED_REQUEST)).isEqualTo(1);
            await().untilAsserted(() ->
                    assertThat(gauges.refused(RefusalReason.BODY_UNREADABLE)).isEqualTo(1));
            assertThat(gauges.refused(RefusalReason.OVERLOADED)).isZero();
        }
    }

    @Test
    void aListenerThatBlocksOrThrowsCostsTheCallsNothing() {
        CountDownLatch letGo = new CountDownLatch(1);
        CallListener blocks = new CallListener() {
            @Override
            public void began(StartedCall call) {
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("broken");
            }
        };
        try (SkillDaemon daemon =
                daemon(new HeldActions()).listener(blocks).listener(seen).start()) {
            for (int i = 0; i < 50; i++) {
                assertThat(post(daemon, "/quick", "{}").statusCode()).isEqualTo(200);
            }
            assertThat(seen.ended).isEmpty();
            letGo.countDown();
            seen.last(50);
        }
    }

    @Test
    void whatIsLeftToTellIsToldBeforeListenersAreClosed() {
        try (SkillDaemon daemon = daemon(new HeldActions()).listener(seen).start()) {
            for (int i = 0; i < 20; i++) {
                post(daemon, "/quick", "{}");
            }
        }
        assertThat(seen.ended).hasSize(20);
        assertThat(seen.closed).hasValue(1);
    }

    @Test
    void theListenersOfExtensionsAreToldToo() {
        try (SkillDaemon daemon = TestExtension.start(
                daemon(new HeldActions()), new TestExtension.Wanted(info -> List.of(), List.of(seen), () -> {}))) {
            post(daemon, "/quick", "{}");
            assertThat(seen.last(1).status()).isEqualTo(200);
        }
    }

    @Test
    void anInterceptorRefusesAndReplaces() {
        try (SkillDaemon daemon = daemon(new Customers())
                .interceptor(call -> {
                    if (call.context().header("X-Key").isEmpty()) {
                        throw SkillException.unauthorized("Send a valid X-Key.");
                    }
                    return call.proceed("intercepted");
                })
                .start()) {
            assertThat(post(daemon, "/customers/1", "{\"payload\":\"x\"}").statusCode())
                    .isEqualTo(401);
            assertThat(RestAssured.given()
                            .baseUri(daemon.uri().toString())
                            .header("X-Key", "k")
                            .body("{\"payload\":\"x\"}")
                            .post("/customers/1")
                            .asString())
                    .isEqualTo("{\"payload\":\"intercepted\"}");
        }
    }
}
