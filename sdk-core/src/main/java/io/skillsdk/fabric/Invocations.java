package io.skillsdk.fabric;

import java.util.Objects;

/**
 * Calls of skills or of agents. They are sent once, and never again by themselves: {@link FabricException#mayHaveHappened}
 * tells whether one that failed may have run.
 */
public interface Invocations {

    /**
     * What came of a call.
     *
     * @param <T> the payload's type
     * @param activationId the activation's id, under which the platform keeps it; {@code ""} when it does not say
     * @param payload the payload of the answer
     */
    record Answer<T>(String activationId, T payload) {

        /**
         * Makes an answer; nothing in it may be null.
         *
         * @param activationId the activation's id
         * @param payload the payload
         */
        public Answer {
            Objects.requireNonNull(activationId, "activationId");
            Objects.requireNonNull(payload, "payload");
        }
    }

    /**
     * Calls and waits for the answer. It takes as long as what is called; a skill that runs as a job cannot be called so.
     *
     * @param <T> the payload's type
     * @param call the call
     * @param type what the payload is read as; {@code Map.class} or {@code Object.class} for any
     * @return the answer; an empty payload is read as an empty object
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is no such skill or agent, with
     *     {@link FabricException.Reason#INVALID} when there is no such input, and with
     *     {@link FabricException.Reason#UNAVAILABLE} when what is called failed
     */
    <T> Answer<T> invoke(Invocation call, Class<T> type);

    /**
     * Calls without waiting.
     *
     * @param call the call
     * @return the activation's id, for {@link Activations#await}
     */
    String start(Invocation call);
}
