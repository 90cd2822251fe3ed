package io.skillsdk.fabric;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The activations of a project: what became of calls. */
public interface Activations {

    /**
     * Reads an activation.
     *
     * @param id its id
     * @return the activation
     * @throws FabricException with {@link FabricException.Reason#NOT_FOUND} when there is none
     */
    Activation get(String id);

    /**
     * Waits until an activation has ended. It is asked for with growing pauses, until the deadline of the call.
     *
     * @param <T> the payload's type
     * @param id its id
     * @param type what the payload is read as
     * @return the answer
     * @throws FabricException with {@link FabricException.Reason#UNAVAILABLE} when it ended with an error or was cancelled,
     *     and with {@link FabricException.Reason#TIMED_OUT} when it has not ended in time
     */
    <T> Invocations.Answer<T> await(String id, Class<T> type);

    /**
     * Lists activations, the last ones first.
     *
     * @param filter conditions such as {@code status}, {@code agentName} or {@code skillName}; empty for all
     * @param limit how many at most, from 1
     * @return the activations, without their responses
     */
    List<Activation> list(Map<String, ? extends @Nullable Object> filter, int limit);

    /**
     * Cancels an activation; one that has ended stays as it is (gateway).
     *
     * @param id its id
     */
    void cancel(String id);

    /** An activation. */
    final class Activation {

        private static final Set<String> ENDED = Set.of("COMPLETE", "ERROR", "CANCELLED");

        private final String id;

        private final JsonDocument json;

        private Activation(String id, JsonDocument json) {
            this.id = id;
            this.json = json;
        }

        /**
         * Makes an activation, for tests of what takes one.
         *
         * @param id its id
         * @param fields its members: {@code status}, {@code response} and more
         * @return the activation
         */
        public static Activation of(String id, Object fields) {
            return new Activation(
                    Objects.requireNonNull(id, "id"), JsonDocument.of(Objects.requireNonNull(fields, "fields")));
        }

        /**
         * Returns its id.
         *
         * @return the id
         */
        public String id() {
            return id;
        }

        /**
         * Returns its status: {@code PENDING}, {@code STARTED}, {@code RETRIED}, {@code COMPLETE}, {@code ERROR} or
         * {@code CANCELLED} (gateway).
         *
         * @return the status
         */
        public String status() {
            return json.get("status").text();
        }

        /**
         * Tells whether it has ended.
         *
         * @return true when its status will not change any more
         */
        public boolean hasEnded() {
            return ENDED.contains(status());
        }

        /**
         * Returns its response.
         *
         * @param <T> the response's type
         * @param type what it is read as
         * @return the response; that of an agent with several outputs is an array
         */
        public <T> T response(Class<T> type) {
            Objects.requireNonNull(type, "type");
            JsonDocument response = json.get("response");
            return (response.isAbsent() ? JsonDocument.of(Map.of()) : response)
                    .as(type, "the response of activation '" + id + "'");
        }

        /**
         * Returns all that the platform says of it.
         *
         * @return any JSON by name
         */
        public Map<String, @Nullable Object> fields() {
            return json.map();
        }

        @Override
        public String toString() {
            return "Activation[" + id + ", " + status() + "]";
        }
    }
}
