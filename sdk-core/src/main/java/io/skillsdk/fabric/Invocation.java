package io.skillsdk.fabric;

import io.skillsdk.internal.argument.ArgumentCopies;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of a skill's input or of an agent's service. Immutable: each method returns another one. */
public final class Invocation {

    private final String name;

    private final String input;

    private final Map<String, Object> fields;

    private Invocation(String name, String input, Map<String, Object> fields) {
        this.name = name;
        this.input = input;
        this.fields = fields;
    }

    /**
     * Starts a call.
     *
     * @param name the skill or agent
     * @param input the skill's input or the agent's service
     * @return the call, with no payload yet
     */
    public static Invocation of(String name, String input) {
        return new Invocation(Objects.requireNonNull(name, "name"), Objects.requireNonNull(input, "input"), Map.of());
    }

    /**
     * Sets the payload.
     *
     * @param payload any object that can be written as JSON
     * @return the call with it
     */
    public Invocation payload(Object payload) {
        return with("payload", Objects.requireNonNull(payload, "payload"));
    }

    /**
     * Sets properties of the skill or agent. Only those that skill.yaml declares reach a daemon (gateway).
     *
     * @param properties values by name
     * @return the call with them
     */
    public Invocation properties(Map<String, ? extends @Nullable Object> properties) {
        return with("properties", ArgumentCopies.inDepth(properties, "properties"));
    }

    /**
     * Sets the session; without one the platform uses the activation's id.
     *
     * @param sessionId the session's id
     * @return the call with it
     */
    public Invocation session(String sessionId) {
        return with("sessionId", Objects.requireNonNull(sessionId, "sessionId"));
    }

    /**
     * Sets an id that joins calls which belong together.
     *
     * @param correlationId the id
     * @return the call with it
     */
    public Invocation correlation(String correlationId) {
        return with("correlationId", Objects.requireNonNull(correlationId, "correlationId"));
    }

    /**
     * Returns the skill or agent.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the input or service.
     *
     * @return its name
     */
    public String input() {
        return input;
    }

    /**
     * Returns the payload.
     *
     * @return the payload, or empty
     */
    public Optional<Object> payload() {
        return Optional.ofNullable(fields.get("payload"));
    }

    /**
     * Returns what is sent.
     *
     * @return payload, properties, sessionId and correlationId, as far as they are set
     */
    public Map<String, Object> body() {
        return new LinkedHashMap<>(fields);
    }

    private Invocation with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Invocation(name, input, more);
    }

    @Override
    public String toString() {
        return "Invocation[" + name + "/" + input + "]";
    }
}
