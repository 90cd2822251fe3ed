package io.skillsdk.internal.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillContext;
import io.skillsdk.SkillRequest;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What parameters of an action are taken from: the call, and the envelope within it. */
class CallInputsTest {

    private final AtomicInteger headerReads = new AtomicInteger();

    private final Instant deadline = Instant.now().plusSeconds(30);

    private CallInputs inputs(Map<String, List<String>> headers, SkillRequest<?> request) {
        ActionCall call = new ActionCall() {
            @Override
            public byte[] body() {
                return new byte[0];
            }

            @Override
            public String contentType() {
                return "";
            }

            @Override
            public Map<String, List<String>> headers() {
                headerReads.incrementAndGet();
                return headers;
            }

            @Override
            public Map<String, String> pathParameters() {
                return Map.of("id", "7");
            }

            @Override
            public Map<String, List<String>> queryParameters() {
                return Map.of("q", List.of("1", "2"));
            }

            @Override
            public Instant deadline() {
                return deadline;
            }
        };
        return new CallInputs(request, call, new FabricLease(ProcessFabric.onFirstUse()), () -> {
            throw new AssertionError("no background tasks");
        });
    }

    private static SkillRequest<?> request(Map<String, String> headers) {
        return SkillRequest.builder("text")
                .field("activationId", "a-1")
                .sessionId("s-1")
                .field("headers", headers)
                .properties(Map.of("limit", 5))
                .build();
    }

    @Test
    void headersOfTheCallTakePrecedenceOverThoseOfTheEnvelope() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        sent.put("X-Tenant", List.of("call", "again"));
        CallInputs inputs = inputs(sent, request(Map.of("x-tenant", "envelope", "X-Only", "there")));
        assertThat(inputs.headers().get("x-TENANT")).containsExactly("call", "again");
        assertThat(inputs.headers().get("x-only")).containsExactly("there");
        assertThat(inputs.headers()).hasSize(2);
    }

    @Test
    void headersAreReadOnceAndOnlyWhenAskedFor() {
        CallInputs inputs = inputs(Map.of(), request(Map.of()));
        assertThat(headerReads).hasValue(0);
        inputs.headers();
        inputs.headers();
        inputs.context();
        assertThat(headerReads).hasValue(1);
    }

    @Test
    void theContextSaysWhatTheCallAndTheEnvelopeSay() {
        SkillContext context =
                inputs(Map.of("A", List.of("1")), request(Map.of("B", "2"))).context();
        assertThat(context.activationId()).contains("a-1");
        assertThat(context.sessionId()).contains("s-1");
        assertThat(context.header("a")).contains("1");
        assertThat(context.header("b")).contains("2");
        assertThat(context.pathParameter("id")).contains("7");
        assertThat(context.queryParameter("q")).contains("1");
        assertThat(context.properties().getInt("limit")).isEqualTo(5);
        assertThat(context.deadline()).isEqualTo(deadline);
    }

    @Test
    void anotherPayloadChangesNothingElse() {
        CallInputs inputs = inputs(Map.of(), request(Map.of("B", "2"))).withPayload("other");
        assertThat(inputs.request().payload()).isEqualTo("other");
        assertThat(inputs.request().activationId()).contains("a-1");
        assertThat(inputs.headers().get("b")).containsExactly("2");
    }
}
