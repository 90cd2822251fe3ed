package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether the daemon takes what the gateway sends. */
public final class EnvelopeChecks {

    /** The platform carries requests of up to about 500 kB. */
    private static final int LARGE = 490_000;

    private EnvelopeChecks() {}

    public static List<Check> all() {
        return List.of(
                answers(
                        "envelope.skill-call",
                        "Answer a skill call with all keys of the envelope",
                        Envelopes::skillCall),
                answers("envelope.agent-call", "Answer a call of an agent, which has headers", Envelopes::agentCall),
                answers("envelope.payload-only", "Answer an envelope that has nothing but a payload", message -> {
                    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
                    envelope.put("payload", message.payload());
                    return envelope;
                }),
                answers(
                        "envelope.unknown-keys",
                        "Ignore keys that are not known, whatever their values",
                        Envelopes::withUnknownKeys),
                answers(
                        "envelope.properties",
                        "Take properties of every JSON type, as the gateway decodes them",
                        Envelopes::withDecodedProperties),
                answers("envelope.large", "Take an envelope of 490 kB", message -> {
                    Map<String, @Nullable Object> envelope = Envelopes.skillCall(message);
                    envelope.put("x-padding", "x".repeat(LARGE));
                    return envelope;
                }),
                Check.required(
                        "envelope.no-payload",
                        "Answer an envelope without a payload, or refuse it as it refuses others",
                        EnvelopeChecks::withoutPayload),
                Check.required(
                        "envelope.payload-kinds",
                        "Answer a payload of any JSON type, or refuse it as it refuses others",
                        EnvelopeChecks::payloadsOfAllKinds));
    }

    private static Check answers(
            String id, String requirement, Function<Message, Map<String, @Nullable Object>> envelope) {
        return Check.required(
                id,
                requirement,
                target -> AnswerRules.fault(target.call(target.post(envelope.apply(target.message())))));
    }

    private static String withoutPayload(Target target) throws IOException {
        Map<String, @Nullable Object> envelope = Envelopes.agentCall(target.message());
        envelope.remove("payload");
        return orderly(target.call(target.post(envelope)));
    }

    private static String payloadsOfAllKinds(Target target) throws IOException {
        List<@Nullable Object> payloads =
                new ArrayList<>(List.of("text", "", BigDecimal.TEN, true, List.of(), Map.of()));
        payloads.add(null);
        payloads.add(Envelopes.skillCall(target.message()));
        for (Object payload : payloads) {
            Request request = target.post(Envelopes.skillCall(target.message().payload(payload)));
            String fault = orderly(target.call(request));
            if (!fault.isEmpty()) {
                return "payload " + kind(payload) + ": " + fault;
            }
        }
        return "";
    }

    private static String kind(@Nullable Object payload) {
        String text = String.valueOf(payload);
        return text.length() > 20 ? "of a whole envelope" : text.isEmpty() ? "\"\"" : text;
    }

    /** An answer that completes the activation, or an error that may be shown. */
    private static String orderly(Reply reply) throws IOException {
        return reply.isSuccess() ? AnswerRules.fault(reply) : ErrorRules.fault(reply);
    }
}
