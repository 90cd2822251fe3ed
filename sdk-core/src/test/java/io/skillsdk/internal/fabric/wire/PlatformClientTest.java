package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and what a failure says; without HTTP. */
class PlatformClientTest {

    private static final String TOKEN = "very.secret.token";

    private final ScriptedWire wire = new ScriptedWire();

    private final Caller caller = new Caller() {
        @Override
        public String token(String what) {
            return TOKEN;
        }

        @Override
        public Budget budget(PlatformRequest.Time time, String what) {
            return Budget.of(Duration.ofSeconds(20), Duration.ofSeconds(20));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("traceparent", "00-1");
        }
    };

    private JsonDocument send(PlatformRequest request) {
        return client(2).send(caller, request, new JsonAnswers(1024).of(request));
    }

    private PlatformClient client(int retries) {
        return new PlatformClient(() -> wire, new Retries(retries));
    }

    private FabricException failure(PlatformRequest request) {
        return catchThrowableOfType(FabricException.class, () -> send(request));
    }

    private static PlatformRequest request(String method) {
        return PlatformRequest.of(method, "http://localhost/fabric/v4/x", "the thing");
    }

    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "PUT, 3", "DELETE, 3", "POST, 1", "PATCH, 1"})
    void onlyWhatMayHappenTwiceIsSentAgainAfterAbusyAnswer(String method, int sent) {
        wire.answer(503, "{}");
        FabricException failure = failure(request(method));
        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(wire.requests()).hasSize(sent);
        assertThat(failure.mayHaveHappened()).isEqualTo(!method.equals("GET") && !method.equals("HEAD"));
    }

    private FabricException failureAt(String url, ScriptedWire answering) {
        PlatformClient client = new PlatformClient(() -> answering, new Retries(0));
        PlatformRequest request = PlatformRequest.of("GET", url, "the thing");
        return catchThrowableOfType(
                FabricException.class, () -> client.send(caller, request, new JsonAnswers(1024).of(request)));
    }

    @Test
    void everyFailureSaysWhereItWasAskedForAndNothingElseOfTheUrl() {
        List<ScriptedWire> failing = List.of(
                new ScriptedWire().fault(Kind.NOT_SENT),
                new ScriptedWire().fault(Kind.CUT),
                new ScriptedWire().fault(Kind.TIMED_OUT),
                new ScriptedWire().answer(500, "{\"message\":\"no luck\"}"),
                new ScriptedWire().answer(401, "{}"),
                new ScriptedWire().answer(200, "no JSON"),
                new ScriptedWire().answer(200, "<html>", Map.of("content-type", "text/html")),
                new ScriptedWire().answer(200, "[" + "1,".repeat(1024) + "1]"));
        for (ScriptedWire wire : failing) {
            FabricException failure = failureAt("https://u:p4ss@api.example.com:8443/fabric/x?token=t0ken#f", wire);
            assertThat(failure).hasMessageStartingWith("The platform at https://api.example.com:8443: the thing ");
            assertThat(failure.address()).isEqualTo("https://api.example.com:8443");
            assertThat(failure).hasMessageNotContainingAny("p4ss", "t0ken", "/fabric", TOKEN);
        }
        assertThat(failureAt("http://h/x", failing.get(0)).address()).isEqualTo("http://h");
        assertThat(new FabricException(Reason.INVALID, 0, "x", null).address()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasNeverSentIsSentAgainWhateverItIs(Kind kind) {
        wire.fault(kind).answer(200, "{\"a\":1}");
        if (kind == Kind.NOT_SENT) {
            assertThat(send(request("POST")).get("a").wholeNumber(0)).isEqualTo(1);
        } else if (kind != Kind.BODY_FAILED) {
            FabricException failure = failure(request("POST"));
            assertThat(failure.mayHaveHappened()).isTrue();
            assertThat(wire.requests()).hasSize(1);
        }
    }

    @Test
    void aCutIsSentAgainWhenItMayHappenTwice() {
        wire.fault(Kind.CUT).answer(200, "{}");
        send(request("PUT"));
        assertThat(wire.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TIMED_OUT", "INTERRUPTED"})
    void neitherTimeNorAninterruptIsTriedAgain(Kind kind) {
        wire.fault(kind).answer(200, "{}");
        assertThat(failure(request("GET")).reason())
                .isEqualTo(kind == Kind.TIMED_OUT ? Reason.TIMED_OUT : Reason.INTERRUPTED);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aBodyThatCanBeReadOnceIsSentOnce() {
        wire.answer(503, "{}");
        failure(request("PUT").with(ContentBody.of(new ByteArrayInputStream(new byte[1]), 1)));
        assertThat(wire.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "9223372036854775807", "3600", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void aPauseThatIsLongerThanTheTimeLeftEndsInTheFailureAtOnce(String retryAfter) {
        wire.answer(429, "{\"message\":\"slow down\"}", Map.of("retry-after", retryAfter));
        FabricException failure = failure(request("GET"));
        assertThat(failure.reason()).isEqualTo(Reason.BUSY);
        assertThat(failure.detail()).isEqualTo("slow down");
        assertThat(wire.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", " 0 ", "Thu, 01 Jan 1970 00:00:00 GMT", "soon", "-5", "1e9", "99999999999999999999"})
    void whatIsNoPauseOrOneThatIsOverDoesNotHoldBack(String retryAfter) {
        wire.answer(429, "{}", Map.of("retry-after", retryAfter)).answer(200, "{}");
        send(request("GET"));
        assertThat(wire.requests()).hasSize(2);
    }

    @Test
    void aDeleteThatWasCutAndFoundNothingAfterwardsHasDeleted() {
        wire.fault(Kind.CUT).answer(404, "{}");
        assertThat(client(2).delete(caller, request("DELETE"))).isTrue();
    }

    @Test
    void aDeleteOfWhatIsNotThereSaysSo() {
        wire.answer(404, "{}");
        assertThat(client(2).delete(caller, request("DELETE"))).isFalse();
        ScriptedWire busy = wire.answer(503, "{}").answer(404, "{}");
        assertThat(busy.requests()).hasSize(1);
    }

    @Test
    void theTokenIsSentAndNeverQuoted() {
        wire.answer(400, "{\"message\":\"bad " + TOKEN + " here\"}");
        FabricException failure = failure(request("GET"));
        assertThat(wire.requests().get(0).headers())
                .containsEntry("Authorization", "Bearer " + TOKEN)
                .containsEntry("traceparent", "00-1");
        assertThat(failure).hasMessageContaining("bad *** here").hasMessageNotContaining(TOKEN);
    }

    @Test
    void anAnswerOfSecretsIsNotQuoted() {
        wire.answer(400, "{\"message\":\"the password is x\"}");
        assertThat(failure(request("GET").withSecrets())).hasMessageNotContaining("password");
        ScriptedWire second = wire.answer(200, "password=x");
        assertThat(second.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "301, UNREADABLE_ANSWER",
        "400, INVALID",
        "401, TOKEN_REFUSED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "408, TIMED_OUT",
        "409, CONFLICT",
        "410, NOT_FOUND",
        "412, CONFLICT",
        "413, TOO_LARGE",
        "418, INVALID",
        "429, BUSY",
        "500, UNAVAILABLE",
        "599, UNAVAILABLE",
        "600, UNAVAILABLE"
    })
    void aStatusHasAreason(int status, Reason reason) {
        wire.answer(status, "{}");
        FabricException failure = catchThrowableOfType(
                FabricException.class,
                () -> client(0).send(caller, request("GET"), new JsonAnswers(1024).of(request("GET"))));
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"m\"} | m",
                "{\"error\":\"e\"} | e",
                "{\"error\":{\"message\":\"inner\"}} | inner",
                "{\"message\":\"m\",\"error\":\"e\"} | m",
                "{\"message\":\"m\",\"details\":[{\"message\":\"a\"},{\"message\":\"b\"},{\"message\":\"a\"}]} | m; a; b",
                "{\"details\":[{\"message\":\"a\"}]} | a",
                "{\"message\":\"a\\nb\"} | a b",
                "{\"message\":5} | ''",
                "[] | ''",
                "<html> | ''",
                "'' | ''",
            })
    void thePlatformsOwnWordsAreKept(String body, String detail) {
        wire.answer(409, body);
        assertThat(failure(request("GET")).detail()).isEqualTo(detail);
    }

    @Test
    void aRefusedTokenIsSaidByItsHeaderEvenWith200() {
        wire.answer(200, "{}", Map.of("x-auth-error", "expired"));
        FabricException failure = failure(request("GET"));
        assertThat(failure.reason()).isEqualTo(Reason.TOKEN_REFUSED);
        assertThat(failure.detail()).isEqualTo("expired");
        assertThat(wire.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8 | {} | TOKEN_REFUSED",
                "Application/XHTML+XML | {} | TOKEN_REFUSED",
                "application/json | <!doctype html> | TOKEN_REFUSED",
                "application/json | nonsense | UNREADABLE_ANSWER",
                "application/json | {\"a\":1 | UNREADABLE_ANSWER",
                "application/json | {} {} | UNREADABLE_ANSWER"
            })
    void anAnswerThatIsNoJsonIsRefused(String type, String body, Reason reason) {
        wire.answer(200, body, Map.of("content-type", type));
        assertThat(failure(request("GET")).reason()).isEqualTo(reason);
    }

    @Test
    void anEmptyAnswerIsNoValue() {
        wire.answer(200, "");
        assertThat(send(request("GET")).isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerLargerThanTheLimitIsRefused(boolean announced) {
        String body = "\"" + "a".repeat(1023) + "\"";
        wire.answer(
                200,
                body,
                announced
                        ? Map.of("content-type", "application/json", "content-length", String.valueOf(body.length()))
                        : Map.of("content-type", "application/json"));
        assertThat(failure(request("GET"))).hasMessageContaining("more than 1024 bytes");
    }

    @Test
    void anAnswerAsLargeAsTheLimitIsRead() {
        wire.answer(200, "\"" + "a".repeat(1022) + "\"");
        assertThat(send(request("GET")).text()).hasSize(1022);
    }

    @Test
    void successThatIsFalseIsAfailure() {
        wire.answer(200, "{\"success\":false,\"message\":\"no such thing\"}");
        PlatformRequest request = request("POST");
        FabricException failure = catchThrowableOfType(
                FabricException.class,
                () -> client(2).send(caller, request, new JsonAnswers(1024).successful(request)));
        assertThat(failure.reason()).isEqualTo(Reason.INVALID);
        assertThat(failure.detail()).isEqualTo("no such thing");
    }

    @Test
    void anInterruptWhileWaitingIsKeptAndEndsTheCall() {
        wire.answer(503, "{}");
        Thread.currentThread().interrupt();
        try {
            assertThat(failure(request("GET")).reason()).isEqualTo(Reason.INTERRUPTED);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
