package io.skillsdk.internal.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.skillsdk.BackgroundTasks;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallContext;
import io.skillsdk.daemon.SkillDaemon;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TracingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String SPAN = "00f067aa0ba902b7";

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    record Text(String text) {}

    static final class Actions {

        private final AtomicReference<String> traceInAction = new AtomicReference<>();

        private final CompletableFuture<String> traceInBackground = new CompletableFuture<>();

        private final CompletableFuture<Text> later = new CompletableFuture<>();

        @SkillAction
        Text echo(Text text) {
            traceInAction.set(Span.current().getSpanContext().getTraceId());
            return text;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Text profile(@PathParameter("id") String id) {
            throw SkillException.notFound("There is no such profile.");
        }

        @SkillAction
        Text fail() {
            throw new IllegalStateException("on purpose");
        }

        @SkillAction
        CompletionStage<Text> elsewhere(Text text, BackgroundTasks tasks) {
            tasks.add(
                    "trace",
                    () -> traceInBackground.complete(
                            Span.current().getSpanContext().getTraceId()));
            return CompletableFuture.supplyAsync(
                    () -> new Text(Span.current().getSpanContext().getTraceId()), CallContext.commonExecutor());
        }

        @SkillAction
        CompletionStage<Text> wait(Text text) {
            return later;
        }
    }

    private final Actions actions = new Actions();

    private SkillDaemon start() {
        return SkillDaemon.builder(actions).host("127.0.0.1").port(0).start();
    }

    private static int call(SkillDaemon daemon, String path, String body, Map<String, String> headers) {
        RequestSpecification request =
                RestAssured.given().baseUri(daemon.uri().toString()).headers(headers);
        return (body.isEmpty()
                        ? request.get(path)
                        : request.contentType("application/json").body(body).post(path))
                .statusCode();
    }

    private static SpanData span() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !TELEMETRY.getSpans().isEmpty());
        assertThat(TELEMETRY.getSpans()).hasSize(1);
        return TELEMETRY.getSpans().get(0);
    }

    private static Object attribute(String name) {
        return span().getAttributes().asMap().entrySet().stream()
                .filter(each -> each.getKey().getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Test
    void aCallIsAServerSpanNamedByItsRouteBelowTheCallers() {
        try (SkillDaemon daemon = start()) {
            call(
                    daemon,
                    "/echo",
                    "{\"payload\":{\"text\":\"secret text\"},\"activationId\":\"act-1\",\"token\":\"t0ken\"}",
                    Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01"));

            assertThat(span().getName()).isEqualTo("POST /echo");
            assertThat(span().getKind()).isEqualTo(SpanKind.SERVER);
            assertThat(span().getTraceId()).isEqualTo(TRACE);
            assertThat(span().getParentSpanId()).isEqualTo(SPAN);
            assertThat(span().getAttributes().get(AttributeKey.stringKey("http.route")))
                    .isEqualTo("/echo");
            assertThat(span().getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                    .isEqualTo(200);
            assertThat(attribute("skill.activation_id")).isEqualTo("act-1");
            assertThat(span().toString()).doesNotContain("secret text", "t0ken");
            assertThat(actions.traceInAction).hasValue(TRACE);
        }
    }

    @Test
    void theTraceOfTheMeshIsGoneOnWith() {
        try (SkillDaemon daemon = start()) {
            call(
                    daemon,
                    "/echo",
                    "{\"payload\":{}}",
                    Map.of("x-b3-traceid", TRACE, "x-b3-spanid", SPAN, "x-b3-sampled", "1"));

            assertThat(span().getTraceId()).isEqualTo(TRACE);
            assertThat(span().getParentSpanId()).isEqualTo(SPAN);
        }
    }

    @Test
    void aRefusalOfTheActionIsNoErrorOfTheServer() {
        try (SkillDaemon daemon = start()) {
            assertThat(call(daemon, "/profiles/7", "", Map.of())).isEqualTo(404);

            assertThat(span().getName()).isEqualTo("GET /profiles/{id}");
            assertThat(attribute("http.response.status_code")).isEqualTo(404L);
            assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        }
    }

    @Test
    void aFailureIsRecordedWithItsException() {
        try (SkillDaemon daemon = start()) {
            assertThat(call(daemon, "/fail", "{}", Map.of())).isEqualTo(500);

            assertThat(span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(attribute("error.type")).isEqualTo("java.lang.IllegalStateException");
            assertThat(span().getEvents()).hasSize(1);
            assertThat(span().getEvents().get(0).getName()).isEqualTo("exception");
        }
    }

    @Test
    void aCallWhosePayloadIsNotValidIsASpanToo() {
        try (SkillDaemon daemon = start()) {
            assertThat(call(
                            daemon,
                            "/echo",
                            "{\"payload\":{\"text\":5}}",
                            Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01")))
                    .isEqualTo(400);

            assertThat(span().getName()).isEqualTo("POST /echo");
            assertThat(span().getTraceId()).isEqualTo(TRACE);
            assertThat(attribute("http.response.status_code")).isEqualTo(400L);
        }
    }

    @Test
    void theSpanOfAnActionThatAnswersLaterEndsWithItsStage() {
        try (SkillDaemon daemon = start()) {
            // not on the common pool, whose only thread the daemon may need
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                    () -> call(daemon, "/wait", "{\"payload\":{}}", Map.of()),
                    task -> new Thread(task, "caller").start());
            actions.later.completeAsync(() -> new Text("now"));

            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(200);
            assertThat(span().getName()).isEqualTo("POST /wait");
            assertThat(span().hasEnded()).isTrue();
        }
    }

    @Test
    void aStageAndABackgroundTaskHaveTheSpanOfTheirCall() throws Exception {
        try (SkillDaemon daemon = start()) {
            call(daemon, "/elsewhere", "{\"payload\":{}}", Map.of("traceparent", "00-" + TRACE + "-" + SPAN + "-01"));

            assertThat(span().getTraceId()).isEqualTo(TRACE);
            assertThat(actions.traceInBackground.get(60, TimeUnit.SECONDS)).isEqualTo(TRACE);
        }
    }

    @Test
    void healthAndOtherPagesAreNotTraced() {
        try (SkillDaemon daemon = start()) {
            call(daemon, "/health", "", Map.of());
            call(daemon, "/openapi.json", "", Map.of());
            call(daemon, "/nowhere", "", Map.of());
            call(daemon, "/echo", "{\"payload\":{}}", Map.of());

            assertThat(span().getName()).isEqualTo("POST /echo");
        }
    }
}
