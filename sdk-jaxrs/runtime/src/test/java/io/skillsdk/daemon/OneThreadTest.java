package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Through JAX-RS: request filter, action and response filter are one call, on one thread, with one deadline. */
class OneThreadTest {

    private static final String USER = "X-User";

    /** As in textbooks: who calls is known to whatever runs on the thread, until the answer. */
    static final class WhoCalls implements ContainerRequestFilter, ContainerResponseFilter {

        static final ThreadLocal<String> CALLER = new ThreadLocal<>();

        final AtomicInteger left = new AtomicInteger();

        @Override
        public void filter(ContainerRequestContext request) {
            CALLER.set(request.getHeaderString(USER));
            MDC.put("user", request.getHeaderString(USER));
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            String user = request.getHeaderString(USER);
            if (user != null && (!user.equals(CALLER.get()) || !user.equals(MDC.get("user")))) {
                left.incrementAndGet();
            }
            CALLER.remove();
            MDC.remove("user");
        }
    }

    static final class NoSuchCustomer extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Public for JAX-RS. */
    public static final class Mapper implements ExceptionMapper<NoSuchCustomer> {
        @Override
        public jakarta.ws.rs.core.Response toResponse(NoSuchCustomer e) {
            return jakarta.ws.rs.core.Response.status(404)
                    .type("application/json")
                    .entity("{\"payload\":{\"mapped\":true}}")
                    .build();
        }
    }

    public static final class Actions {

        final CountDownLatch letGo = new CountDownLatch(1);

        @SkillAction(path = "who")
        public String who() throws InterruptedException {
            if (ThreadLocalRandom.current().nextInt(8) == 0) {
                Thread.sleep(30);
            }
            return WhoCalls.CALLER.get() + " " + MDC.get("user");
        }

        @SkillAction(path = "sleep")
        public String sleep(long payload) throws InterruptedException {
            Thread.sleep(payload);
            return "slept";
        }

        @SkillAction(path = "customers/{id}", method = HttpMethod.GET)
        public Map<String, Object> customer() {
            throw new NoSuchCustomer();
        }

        @SkillAction(path = "customers", method = HttpMethod.GET)
        public CompletableFuture<String> later() {
            return CompletableFuture.failedFuture(new NoSuchCustomer());
        }

        @SkillAction(path = "fails", method = HttpMethod.GET)
        public String fails() {
            throw new IllegalStateException("the cause");
        }
    }

    private final Actions actions = new Actions();

    private SkillDaemon daemon;

    @AfterEach
    void stop() {
        daemon.close();
    }

    private SkillDaemon.Builder builder() {
        return SkillDaemon.builder(actions).set("daemon.host", "127.0.0.1").set("daemon.port", "0");
    }

    @Test
    void filterActionAndResponseFilterSeeTheSameThread() {
        WhoCalls filter = new WhoCalls();
        daemon = builder().register(filter).start();
        List<CompletableFuture<Integer>> callers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int caller = i;
            callers.add(CompletableFuture.supplyAsync(() -> own(caller), task -> new Thread(task, "caller").start()));
        }
        assertThat(callers.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(400);
        assertThat(filter.left).hasValue(0);
    }

    private int own(int caller) {
        int own = 0;
        for (int call = 0; call < 50; call++) {
            String user = caller + "-" + call;
            String answer = RestAssured.given()
                    .baseUri(daemon.uri().toString())
                    .header(USER, user)
                    .body("{}")
                    .post("/who")
                    .path("payload");
            own += answer.equals(user + " " + user) ? 1 : 0;
        }
        return own;
    }

    private static final class Slow implements ContainerResponseFilter {

        private final Queue<Integer> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response)
                throws java.io.IOException {
            seen.add(response.getStatus());
            try {
                Thread.sleep(2_000);
            } catch (InterruptedException e) {
                throw new java.io.InterruptedIOException();
            }
        }
    }

    @Test
    void aSlowResponseFilterDelaysNoDeadline() {
        Slow slow = new Slow();
        daemon = builder().register(slow).set("daemon.timeout", "500ms").start();
        List<CompletableFuture<Response>> answers = Calls.postAtOnce(6, daemon, "/sleep", "{\"payload\":3000}");
        assertThat(answers).allSatisfy(answer -> answer.join().then().statusCode(504));
        await().untilAsserted(() -> assertThat(slow.seen).hasSize(6).containsOnly(504));
    }

    @Test
    void theDeadlineCountsForFiltersToo() {
        ContainerRequestFilter hangs = request -> {
            try {
                actions.letGo.await();
            } catch (InterruptedException e) {
                throw new java.io.InterruptedIOException();
            }
        };
        daemon = builder().register(hangs).set("daemon.timeout", "300ms").start();
        Response answer = Calls.post(daemon, "/sleep", "{\"payload\":0}");
        answer.then().statusCode(504);
        assertThat(answer.<String>path("payload.error.detail")).contains("not answered within 300 ms");
    }

    @Path("slow")
    public static final class SlowResource {
        @GET
        public String get() throws InterruptedException {
            Thread.sleep(2_500);
            return "slow";
        }
    }

    @Test
    void aRequestThatWaitsForItsTurnIsNotTooSlow() {
        daemon = builder()
                .register(SlowResource.class)
                .set("daemon.max-concurrency", "1")
                .set("daemon.request-timeout", "1s")
                .set("daemon.max-wait", "60s")
                .start();
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> Calls.get(daemon, "/slow"), task -> new Thread(task, "caller").start()));
        }
        assertThat(answers).allSatisfy(answer -> answer.join().then().statusCode(200));
    }

    @Test
    void aRequestThatWaitsTooLongForItsTurnIsRefused() {
        daemon = builder()
                .register(SlowResource.class)
                .set("daemon.max-concurrency", "1")
                .set("daemon.max-wait", "100ms")
                .start();
        List<CompletableFuture<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> Calls.get(daemon, "/slow"), task -> new Thread(task, "caller").start()));
        }
        assertThat(answers.stream().map(answer -> answer.join().statusCode())).containsExactlyInAnyOrder(200, 429, 429);
    }

    private static final class Paths implements ContainerRequestFilter, ContainerResponseFilter {

        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void filter(ContainerRequestContext request) {
            seen.add("in " + request.getUriInfo().getPath() + " "
                    + request.getUriInfo().getRequestUri().getPath());
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            seen.add("out " + request.getUriInfo().getPath());
        }
    }

    @Test
    void filtersSeeThePathThatWasCalled() {
        Paths paths = new Paths();
        daemon = builder().register(paths).start();
        Calls.post(daemon, "/who?x=1", "{}").then().statusCode(200);
        assertThat(paths.seen).containsExactly("in who /who", "out who");
    }

    @Test
    void anExceptionMapperOfTheAuthorCountsForActions() {
        daemon = builder().register(Mapper.class).start();
        for (String path : List.of("/customers/7", "/customers")) {
            Response answer = Calls.get(daemon, path);
            answer.then().statusCode(404);
            assertThat(answer.<Boolean>path("payload.mapped")).isTrue();
        }
        Calls.get(daemon, "/fails").then().statusCode(500);
    }

    @PreMatching
    private static final class Rewrites implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getUriInfo().getPath().equals("old")) {
                request.setRequestUri(request.getUriInfo().getBaseUri().resolve("sleep"));
            }
        }
    }

    @Test
    void anActionThatAFilterLeadsToHasADeadlineToo() {
        daemon = builder()
                .register(new Rewrites())
                .set("daemon.timeout", "300ms")
                .start();
        Calls.post(daemon, "/old", "{\"payload\":0}").then().statusCode(200);
        Calls.post(daemon, "/old", "{\"payload\":60000}").then().statusCode(504);
    }

    private static final class Fails implements WriterInterceptor {
        @Override
        public void aroundWriteTo(WriterInterceptorContext context) {
            throw new NoClassDefFoundError("com/acme/Missing");
        }
    }

    @Test
    void anErrorWhileAnAnswerIsWrittenIsAnsweredWith500() {
        daemon = builder().register(new Fails()).start();
        for (int i = 0; i < 50; i++) {
            Response answer = Calls.post(daemon, "/who", "{}");
            answer.then().statusCode(500);
            assertThat(answer.<Integer>path("payload.error.status")).isEqualTo(500);
        }
    }
}
