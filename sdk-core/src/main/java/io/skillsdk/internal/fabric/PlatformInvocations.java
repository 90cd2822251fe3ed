package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Invocation;
import io.skillsdk.fabric.Invocations;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.Map;
import java.util.Objects;

/**
 * Calls of skills or agents over the wire. Never sent twice: what is called would run twice.
 *
 * @param noun {@code skill} or {@code agent}
 * @param inputs what their inputs are called in the path
 */
record PlatformInvocations(ProjectCalls calls, String noun, String inputs) implements Invocations {

    @Override
    public <T> Answer<T> invoke(Invocation call, Class<T> type) {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(type, "type");
        JsonDocument answer = calls.json(request(call, "?sync=true").within(PlatformRequest.Time.WHOLE));
        JsonDocument response = answer.get("response");
        // the platform leaves a response out that is empty in the eyes of JavaScript (gateway)
        JsonDocument payload = response.isAbsent() ? JsonDocument.of(Map.of()) : response;
        return new Answer<>(answer.get("activationId").text(), payload.as(type, "the answer of " + words(call)));
    }

    @Override
    public String start(Invocation call) {
        Objects.requireNonNull(call, "call");
        String id = calls.json(request(call, "")).get("activationId").text();
        if (id.isEmpty()) {
            throw new FabricException(Reason.UNREADABLE_ANSWER, 200, words(call), "it has no activationId");
        }
        return id;
    }

    private PlatformRequest request(Invocation call, String query) {
        String path = noun + "invoke/" + UrlText.segment(call.name(), words(call)) + "/" + inputs + "/"
                + UrlText.segment(call.input(), words(call)) + query;
        return PlatformRequest.of("POST", calls.url(path), words(call))
                .with(ProjectCalls.body(call.body()))
                .repeatable(false);
    }

    private String words(Invocation call) {
        return "the call of '" + call.input() + "' of " + calls.words(noun, call.name());
    }
}
