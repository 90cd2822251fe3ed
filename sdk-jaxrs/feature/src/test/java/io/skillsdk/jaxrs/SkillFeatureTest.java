package io.skillsdk.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import jakarta.ws.rs.core.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The settings of a feature, in an application on RESTEasy. */
class SkillFeatureTest {

    private static final class NoSuchOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public static final class Orders {
        @SkillAction
        public long left(Map<String, Object> payload, SkillContext context) {
            return Duration.between(Instant.now(), context.deadline()).toMillis();
        }

        @SkillAction(path = "missing")
        public String missing() {
            throw new NoSuchOrder();
        }
    }

    private static final BlockingQueue<EndedCall> ENDED = new LinkedBlockingQueue<>();

    private static ResteasyServer server;

    @BeforeAll
    static void start() {
        SkillFeature feature = SkillFeature.builder()
                .actions(List.of(new Orders()))
                .maxRequestSize(200)
                .maxDepth(3)
                .timeout(Duration.ofMinutes(5))
                .onException(NoSuchOrder.class, e -> SkillException.notFound("There is no such order."))
                .interceptor(call -> {
                    if (call.context().header("X-Stop").isPresent()) {
                        throw SkillException.forbidden("Stopped.");
                    }
                    return call.proceed();
                })
                .listener(new CallListener() {
                    @Override
                    public void ended(EndedCall call) {
                        ENDED.add(call);
                    }
                })
                .build();
        server = new ResteasyServer(new Application() {
            @Override
            @SuppressWarnings("deprecation") // JAX-RS has no other way to give an application an instance
            public Set<Object> getSingletons() {
                return Set.of(feature);
            }
        });
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static ValidatableResponse post(String path, String body, String... headers) {
        var request = RestAssured.given().baseUri(server.uri().toString()).contentType("application/json");
        for (String header : headers) {
            request.header(header, "1");
        }
        return request.body(body).post(path).then();
    }

    @Test
    void theSizeAndTheDepthOfABodyAreTheFeatures() {
        post("/invoke", "{\"payload\":{}}").statusCode(200);
        post("/invoke", "{\"payload\":{\"a\":\"" + "x".repeat(200) + "\"}}").statusCode(413);
        post("/invoke", "{\"payload\":{\"a\":[[1]]}}").statusCode(400);
    }

    @Test
    void theContextTellsTheTimeout() {
        long left = Long.parseLong(post("/invoke", "{\"payload\":{}}")
                .extract()
                .path("payload.result")
                .toString());
        assertThat(left).isBetween(30_001L, 300_000L);
    }

    @Test
    void exceptionsAreMappedAndInterceptorsRefuse() {
        post("/missing", "{}").statusCode(404).body("payload.error.detail", equalTo("There is no such order."));
        post("/missing", "{}", "X-Stop").statusCode(403).body("payload.error.detail", containsString("Stopped"));
    }

    @Test
    void listenersAreToldOfCalls() throws InterruptedException {
        ENDED.clear();
        post("/missing", "{}").statusCode(404);
        EndedCall ended = ENDED.poll(60, TimeUnit.SECONDS);
        assertThat(ended).isNotNull();
        assertThat(ended.status()).isEqualTo(404);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        SkillFeature.Builder builder = SkillFeature.builder(new Orders());
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRequestSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxRequestSize(Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxDepth(1001));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
        assertThatNullPointerException().isThrownBy(() -> builder.listener(null));
        assertThatNullPointerException().isThrownBy(() -> builder.actions(Collections.singleton(null)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillFeature.builder().build());
    }
}
