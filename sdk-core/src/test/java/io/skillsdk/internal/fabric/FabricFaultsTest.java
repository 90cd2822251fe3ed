package io.skillsdk.internal.fabric;

import static io.skillsdk.internal.fabric.FabricTimeTest.failure;
import static io.skillsdk.internal.fabric.wire.RawServer.json;
import static io.skillsdk.internal.fabric.wire.RawServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.internal.fabric.FabricTimeTest.Asking;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.wire.RawServer;
import io.skillsdk.internal.fabric.wire.ServiceSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that can go wrong is one clear exception. */
@Timeout(60)
class FabricFaultsTest {

    private static final String LOGIN = "<!DOCTYPE html><html><body><form>Log in</form></body></html>";

    /** One call of each kind. */
    private static final List<Asking> CALLS = List.of(
            f -> f.session().state(),
            f -> f.session().put("a", 1),
            f -> f.session().delete(),
            f -> f.secrets().find("s"),
            f -> f.connections().find("c"),
            f -> f.content().exists("a"),
            f -> f.content().find("a"),
            f -> f.content().delete("a"),
            f -> f.content().upload("a", ContentBody.of("x")),
            f -> f.content().list("").toList(),
            f -> f.experiments().find("e"),
            f -> f.experiments().get("e").findLastRun(),
            f -> f.models().find("m"),
            f -> f.skills().invoke(Invocation.of("s", "i"), Object.class),
            f -> f.activations().get("a"),
            f -> f.graphql("{a}", Map.of(), Object.class),
            f -> f.raw().get("projects", Object.class));

    @Test
    void aRefusedTokenIsNeverAbsence() throws Exception {
        try (RawServer server = new RawServer(
                reply("302 Found", "text/html", "", "X-Auth-Error: jwt expired", "Location: http://elsewhere/login"))) {
            everyCall(server, e -> {
                assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED);
                assertThat(e.detail()).isEqualTo("jwt expired");
                assertThat(e.status()).isEqualTo(302);
            });
        }
    }

    @Test
    void aRefusedTokenIsRecognisedUnderAnyStatus() throws Exception {
        for (String status : List.of("200 OK", "404 Not Found", "503 X", "500 X")) {
            try (RawServer server =
                    new RawServer(reply(status, "application/json", "{}", "X-Auth-Error: no audience"))) {
                everyCall(server, e -> assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED));
            }
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (RawServer elsewhere = new RawServer(json(200, "{}"))) {
            try (RawServer server =
                    new RawServer(reply("307 X", "text/plain", "", "Location: " + elsewhere.url() + "/x"))) {
                everyCall(server, e -> assertThat(e.reason()).isEqualTo(Reason.UNREADABLE_ANSWER));
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void aLoginPageIsARefusedToken() throws Exception {
        try (RawServer server = new RawServer(reply("200 OK", "text/html; charset=utf-8", LOGIN))) {
            everyCall(server, e -> assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED));
        }
    }

    @Test
    void aFileOfHtmlIsNoLoginPage() throws Exception {
        RawServer.Script site = (request, out) -> request.line().contains("filter=")
                ? json(200, "[{\"Key\":\"a.html\"}]").answer(request, out)
                : reply("200 OK", "text/html", LOGIN).answer(request, out);
        try (RawServer server = new RawServer(site)) {
            Fabric fabric = new TestPlatform(server.url()).fabric();
            assertThat(fabric.content().exists("a.html")).isTrue();
            assertThat(fabric.content().download("a.html").text(1000)).isEqualTo(LOGIN);
        }
    }

    @Test
    void whatIsNoJsonIsQuotedByItsBeginning() throws Exception {
        try (RawServer server = new RawServer(reply("200 OK", "text/plain", "upstream " + "x".repeat(500)))) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.models().list());
            assertThat(e.reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
            assertThat(e.detail())
                    .contains("text/plain")
                    .contains("upstream xxx")
                    .hasSizeLessThan(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID", "401,TOKEN_REFUSED", "403,FORBIDDEN", "404,NOT_FOUND", "409,CONFLICT", "412,CONFLICT",
        "413,TOO_LARGE", "422,INVALID", "429,BUSY", "500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE",
        "504,UNAVAILABLE", "408,TIMED_OUT"
    })
    void eachStatusHasItsReason(int status, Reason reason) throws Exception {
        try (RawServer server = new RawServer(json(status, "{\"message\":\"said so\"}"))) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.models().get("m"));
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.detail()).isEqualTo("said so");
            assertThat(e.what()).isEqualTo("model 'm' of project 'p'");
        }
    }

    @Test
    void detailsOfAValidationAreTold() throws Exception {
        try (RawServer server = new RawServer(
                json(
                        400,
                        "{\"error\":\"Bad Request\",\"message\":\"not valid\",\"details\":[{\"message\":\"ttl must be a number\"}]}"))) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.sessions().start(Duration.ofSeconds(5)));
            assertThat(e.detail()).isEqualTo("not valid; ttl must be a number");
        }
    }

    @Test
    void successFalseIsNoSuccess() throws Exception {
        try (RawServer server = new RawServer(
                json(200, "{\"runId\":\"r\"}"), json(200, "{\"success\":false,\"error\":\"run is locked\"}"))) {
            Fabric fabric = new TestPlatform(server.url()).fabric();
            var run = fabric.experiments().get("e").run("r");
            FabricException e = failure(fabric, f -> run.metric("a", 1));
            assertThat(e.reason()).isEqualTo(Reason.INVALID);
            assertThat(e.detail()).isEqualTo("run is locked");
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() throws Exception {
        try (RawServer server = new RawServer(json(200, "{\"a\":\"" + "x".repeat(9 * 1024 * 1024) + "\"}"))) {
            FabricException e = failure(
                    new TestPlatform(server.url()).fabric(), f -> f.models().list());
            assertThat(e.reason()).isEqualTo(Reason.UNREADABLE_ANSWER);
            assertThat(e.detail()).contains("fabric.max-answer-size");
        }
    }

    @Test
    void anExpiredTokenIsNotSent() throws Exception {
        try (RawServer server = new RawServer(json(200, "{}"))) {
            String token = jwt("{\"sub\":\"x\",\"exp\":" + (Instant.now().getEpochSecond() - 1) + "}");
            FabricException e = failure(
                    new TestPlatform(server.url())
                            .call(token, Duration.ofSeconds(30))
                            .fabric(),
                    f -> f.session().state());
            assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED);
            assertThat(e.detail()).contains("expired");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void tokensOfOtherKindsAreSentAsTheyAre() throws Exception {
        for (String token : List.of(
                "opaque",
                "a.b.c",
                jwt("{\"exp\":\"soon\"}"),
                jwt("[1]"),
                jwt("{\"exp\":" + (Instant.now().getEpochSecond() + 60) + "}"),
                jwt("{\"exp\":1e30}"))) {
            try (RawServer server = new RawServer(json(200, "{\"state\":{}}"))) {
                new TestPlatform(server.url())
                        .call(token, Duration.ofSeconds(30))
                        .fabric()
                        .session()
                        .state();
                assertThat(server.requests().get(0).header("authorization")).isEqualTo("Bearer " + token);
            }
        }
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsRefusedWithoutShowingIt() throws Exception {
        try (RawServer server = new RawServer(json(200, "{}"))) {
            FabricException e = failure(
                    new TestPlatform(server.url())
                            .call("s3cr3t\r\nX-Evil: 1", Duration.ofSeconds(30))
                            .fabric(),
                    f -> f.session().state());
            assertThat(e.reason()).isEqualTo(Reason.TOKEN_REFUSED);
            assertThat(e).hasMessageNotContaining("s3cr3t");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void traceHeadersOfTheCallGoAlongAndNoOthers() throws Exception {
        try (RawServer server = new RawServer(json(200, "{\"state\":{}}"))) {
            Map<String, String> headers = Map.of(
                    "X-Request-Id",
                    "r1",
                    "x-b3-traceid",
                    "t1",
                    "traceparent",
                    "00-t-s-01",
                    "tracestate",
                    "a=1, b=2",
                    "b3",
                    "t-s",
                    "cookie",
                    "c",
                    "authorization",
                    "other",
                    "x-b3-bad",
                    "a\r\nb");
            new TestPlatform(server.url())
                    .call("t", Duration.ofSeconds(30), headers)
                    .fabric()
                    .session()
                    .state();
            RawServer.Request request = server.requests().get(0);
            assertThat(request.header("x-request-id")).isEqualTo("r1");
            assertThat(request.header("x-b3-traceid")).isEqualTo("t1");
            assertThat(request.header("traceparent")).isEqualTo("00-t-s-01");
            assertThat(request.header("tracestate")).isEqualTo("a=1, b=2");
            assertThat(request.header("b3")).isEqualTo("t-s");
            assertThat(request.header("cookie")).isNull();
            assertThat(request.header("x-b3-bad")).isNull();
            assertThat(request.header("authorization")).isEqualTo("Bearer t");
            assertThat(request.header("upgrade")).isNull();
            assertThat(request.header("http2-settings")).isNull();
        }
    }

    @Test
    void otherServicesAreFoundBesideTheEndpointOrNamedAsMissing() {
        var internal = io.skillsdk.internal.fabric.wire.Endpoints.of(
                "http://cortex-internal.cortex.svc.cluster.local/", ServiceSettings.DERIVED);
        assertThat(internal.api()).isEqualTo("http://cortex-internal.cortex.svc.cluster.local");
        assertThat(internal.accounts()).isEqualTo("http://cortex-accounts.cortex.svc.cluster.local:5000");
        assertThat(internal.connections()).isEqualTo("http://cortex-connections.cortex.svc.cluster.local:4450");
        Fabric fabric = Platform.overHttp(FabricSettings.DEFAULTS)
                .open(new FabricCall("http://istio-ingressgateway.istio-system", "t", "p", null, null, null, Map.of()))
                .fabric();
        FabricException e = failure(fabric, f -> f.secrets().get("a"));
        assertThat(e.detail()).contains("fabric.accounts-endpoint");
    }

    @Test
    void anEndpointThatCannotBeCalledIsSaidSo() {
        for (String endpoint :
                List.of("", "ftp://x", "http://", "http://a_b", "http://u:p@h", "not a url", "http://h/?q")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                            FabricException.class,
                            () -> Platform.overHttp(FabricSettings.DEFAULTS)
                                    .open(new FabricCall(endpoint, "t", "p", null, null, null, Map.of()))))
                    .as(endpoint)
                    .hasMessageContaining("must be a URL");
        }
    }

    static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + encoder.encodeToString(claims.getBytes())
                + ".sig";
    }

    private static void everyCall(RawServer server, java.util.function.Consumer<FabricException> check)
            throws IOException {
        Fabric fabric = new TestPlatform(server.url()).fabric();
        CALLS.forEach(call -> check.accept(failure(fabric, call)));
    }
}
