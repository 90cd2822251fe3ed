package io.skillsdk.internal.fabric.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens that change or expire between the sendings of one request. */
class TokenSeriesTest {

    private final ScriptedWire wire = new ScriptedWire();

    /** The tokens in their order; what comes after the last has expired. */
    private static Caller tokens(String... tokens) {
        Deque<String> left = new ArrayDeque<>(List.of(tokens));
        return new Caller() {
            @Override
            public String token(String what) {
                if (left.isEmpty()) {
                    throw new FabricException(Reason.TOKEN_REFUSED, 0, what, "it expired; nothing was sent");
                }
                return left.remove();
            }

            @Override
            public Budget budget(PlatformRequest.Time time, String what) {
                return Budget.of(Duration.ofSeconds(40), Duration.ofSeconds(40));
            }

            @Override
            public Map<String, String> headers() {
                return Map.of();
            }
        };
    }

    private void send(Caller caller, PlatformRequest request) {
        new PlatformClient(() -> wire, new Retries(2)).send(caller, request, new JsonAnswers(100).of(request));
    }

    private static PlatformRequest put() {
        return PlatformRequest.of("PUT", "http://h/x", "the thing");
    }

    @Test
    void eachSendingHasTheTokenOfItsMoment() {
        wire.answer(503, "{}").fault(Kind.CUT).answer(200, "{}");
        send(tokens("one", "two", "three"), put());
        assertThat(wire.requests())
                .extracting(request -> request.headers().get("Authorization"))
                .containsExactly("Bearer one", "Bearer two", "Bearer three");
    }

    @Test
    void anExpiredTokenBeforeTheFirstSendingSendsNothing() {
        wire.answer(200, "{}");
        FabricException failure = catchThrowableOfType(FabricException.class, () -> send(tokens(), put()));
        assertThat(failure.reason()).isEqualTo(Reason.TOKEN_REFUSED);
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void aTokenThatExpiresBeforeItIsSentAgainDoesNotHideWhatMayHaveHappened() {
        wire.fault(Kind.CUT).answer(200, "{}");
        FabricException failure = catchThrowableOfType(FabricException.class, () -> send(tokens("one"), put()));
        assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(failure.mayHaveHappened()).isTrue();
        assertThat(failure).hasMessageNotContaining("nothing was sent");
        assertThat(failure.getSuppressed())
                .hasSize(1)
                .allSatisfy(e -> assertThat(e).hasMessageContaining("it expired"));
    }

    /** Of the forms in which the platform tells more about a refusal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"message\":\"m\",\"details\":[{\"message\":\"a\",\"path\":[\"ttl\"],\"type\":\"x\"}]} | m; a",
                "{\"message\":\"m\",\"details\":{\"body\":{\"message\":\"a\",\"keys\":[\"ttl\"]},\"query\":{\"message\":\"b\"}}} | m; a; b",
                "{\"message\":\"m\",\"details\":{\"ttl\":\"must be a number\"}} | m; ttl: must be a number",
                "{\"error\":\"e\",\"details\":[\"a\",\"b\"]} | e; a; b",
                "{\"message\":\"m\",\"details\":\"more\"} | m; more",
                "{\"message\":\"m\",\"details\":[null,5,[],{}]} | m",
                "{\"message\":\"\",\"error\":\"e\"} | e",
                "{\"message\":null,\"error\":\"e\"} | e",
                "{\"success\":false,\"activationId\":\"a-1\",\"message\":\"no such row\",\"statusCode\":500} | no such row",
            })
    void whatIsTold(String body, String detail) {
        wire.answer(400, body);
        FabricException failure = catchThrowableOfType(FabricException.class, () -> send(tokens("tok-1"), put()));
        assertThat(failure.detail()).isEqualTo(detail);
    }
}
