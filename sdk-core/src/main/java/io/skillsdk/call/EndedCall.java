package io.skillsdk.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that is answered.
 *
 * @param call the call, the same object as at its begin
 * @param status the HTTP status that was sent; in a daemon with JAX-RS components, what they have made of the action's
 * @param outcome what the action's answer was, or, where JAX-RS components have turned a result into an error or the reverse, what was sent
 * @param activationId the platform's id of it, where it was sent and could be read
 * @param waited how long it waited for a slot and a thread
 * @param took how long the action had it, until its answer was there; zero when it was not called
 * @param requestBytes the bytes of its body, uncompressed
 * @param responseBytes the bytes of the answer's body, uncompressed
 */
public record EndedCall(
        StartedCall call,
        int status,
        CallOutcome outcome,
        Optional<String> activationId,
        Duration waited,
        Duration took,
        int requestBytes,
        int responseBytes) {

    /**
     * Makes one; nothing in it may be null.
     *
     * @param call the call
     * @param status the HTTP status
     * @param outcome what it has come to
     * @param activationId the platform's id of it, or empty
     * @param waited how long it waited
     * @param took how long the action had it
     * @param requestBytes the bytes of its body
     * @param responseBytes the bytes of the answer's body
     */
    public EndedCall {
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(activationId, "activationId");
        Objects.requireNonNull(waited, "waited");
        Objects.requireNonNull(took, "took");
    }
}
