package io.skillsdk;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a call: the payload, and all that the platform sends with it.
 *
 * <p>Nothing but the payload may be relied on: a local {@code curl} sends no more, and versions of the platform differ
 * (gateway). Empty strings count as absent. Immutable, but for the payload, which is the author's; {@code toString} shows neither the
 * token nor a property.
 *
 * @param <P> the payload's type
 */
public final class SkillRequest<P> {

    private final P payload;

    private final SkillProperties properties;

    private final Map<String, Object> fields;

    private SkillRequest(P payload, SkillProperties properties, Map<String, Object> fields) {
        this.payload = payload;
        this.properties = properties;
        this.fields = fields;
    }

    /**
     * {@return an envelope with nothing but a payload, as a local {@code curl} sends it}
     *
     * @param <P> the payload's type
     * @param payload the payload
     */
    public static <P> SkillRequest<P> of(P payload) {
        return new Builder<>(payload).build();
    }

    /**
     * Starts an envelope, for tests of an action that takes one.
     *
     * @param <P> the payload's type
     * @param payload the payload
     * @return a builder
     */
    public static <P> Builder<P> builder(P payload) {
        return new Builder<>(payload);
    }

    /** {@return the payload, never null} */
    public P payload() {
        return payload;
    }

    /** {@return the properties of the skill, resolved: secrets are plain text; empty when none came} */
    public SkillProperties properties() {
        return properties;
    }

    /**
     * Returns the JWT for calls back to the platform. Use it within this call only, and never log or return it.
     *
     * @return the token, or empty on a local call
     */
    public Optional<String> token() {
        return text("token");
    }

    /** {@return the base URL for calls back to the platform; empty on a local call} */
    public Optional<String> apiEndpoint() {
        return text("apiEndpoint");
    }

    /** {@return the project the skill is called in; empty on a local call} */
    public Optional<String> projectId() {
        return text("projectId");
    }

    /** {@return the id of this activation, under which the platform keeps the call; empty on a local call} */
    public Optional<String> activationId() {
        return text("activationId");
    }

    /** {@return the session: the caller's, or else the activation's id (gateway); empty on a local call} */
    public Optional<String> sessionId() {
        return text("sessionId");
    }

    /**
     * Returns the output the result goes to, unless the action names another in its {@link SkillResponse}.
     *
     * @return the output's name, or empty
     */
    public Optional<String> outputName() {
        return text("outputName");
    }

    /** {@return the skill's name; it may be prefixed with the project's (gateway), or empty} */
    public Optional<String> skillName() {
        return text("skillName");
    }

    /** {@return the skill's title, or empty} */
    public Optional<String> skillTitle() {
        return text("skillTitle");
    }

    /** {@return the agent that calls the skill; empty when the skill was called by itself} */
    public Optional<String> agentName() {
        return text("agentName");
    }

    /**
     * Returns the agent's channel the call came over.
     *
     * @return the channel's id; {@code output} or empty on a plain skill call (gateway)
     */
    public Optional<String> channelId() {
        return text("channelId");
    }

    /** {@return the message's id, which is rarely sent, or empty} */
    public Optional<String> messageId() {
        return text("messageId");
    }

    /**
     * Returns when the platform sent the call.
     *
     * @return the instant, to the millisecond, or empty when there is none that can be read
     */
    public Optional<Instant> timestamp() {
        return text("timestamp").flatMap(LenientValues::instant);
    }

    /**
     * Returns the headers that an agent passes on within the envelope; see also {@link SkillContext#header}.
     *
     * @return an unmodifiable map of names as sent to values, empty on a plain skill call
     */
    public Map<String, String> headers() {
        return LenientValues.texts(fields.get("headers"));
    }

    /**
     * Returns any key of the envelope but {@code payload} and {@code properties}, such as {@code instanceId} of older
     * versions.
     *
     * @param key a top-level key
     * @return its value as String, Number, Boolean, unmodifiable List or Map, or empty when there is none or it is null
     */
    public Optional<Object> field(String key) {
        return Optional.ofNullable(fields.get(Objects.requireNonNull(key, "key")));
    }

    /**
     * {@return the same envelope with another payload}
     *
     * @param <Q> the payload's type
     * @param other the payload
     */
    public <Q> SkillRequest<Q> withPayload(Q other) {
        return new SkillRequest<>(Objects.requireNonNull(other, "other"), properties, fields);
    }

    /**
     * {@return the same envelope with values for properties that it does not have; this one where it lacks none}
     *
     * @param defaults names to strings, numbers, booleans, lists or maps
     */
    public SkillRequest<P> withDefaultProperties(Map<String, ? extends Object> defaults) {
        CheckedCopies.requireAll(defaults, "defaults");
        if (properties.names().containsAll(defaults.keySet())) {
            return this;
        }
        Builder<P> complete = new Builder<>(payload).fields(fields).properties(defaults);
        properties.names().forEach(name -> properties.find(name).ifPresent(value -> complete.property(name, value)));
        return complete.build();
    }

    private Optional<String> text(String key) {
        return LenientValues.scalarText(fields.get(key));
    }

    /** Returns which activation this is, without token, properties or payload. */
    @Override
    public String toString() {
        return "SkillRequest[activationId=" + activationId().orElse("none") + ", skillName="
                + skillName().orElse("none") + ", payload and properties not shown]";
    }

    /**
     * Builds an envelope.
     *
     * @param <P> the payload's type
     */
    public static final class Builder<P> {

        private final P payload;

        private Map<String, Object> fields = new LinkedHashMap<>();

        private Map<String, Object> properties = new LinkedHashMap<>();

        /** Whether a request that was built has these maps: they are copied before the next change. */
        private boolean built;

        private Builder(P payload) {
            this.payload = Objects.requireNonNull(payload, "payload");
        }

        /**
         * {@return this builder, with a property}
         *
         * @param name the property's name
         * @param value a string, number, boolean, list or map
         */
        public Builder<P> property(String name, Object value) {
            copyOnceBuilt();
            properties.put(Objects.requireNonNull(name, "name"), JsonCopies.of(Objects.requireNonNull(value, "value")));
            return this;
        }

        /**
         * Sets properties.
         *
         * @param values names to strings, numbers, booleans, lists or maps
         * @return this builder
         */
        public Builder<P> properties(Map<String, ? extends Object> values) {
            CheckedCopies.requireAll(values, "values").forEach(this::property);
            return this;
        }

        /**
         * Sets the session.
         *
         * @param sessionId the session's id
         * @return this builder
         */
        public Builder<P> sessionId(String sessionId) {
            return field("sessionId", Objects.requireNonNull(sessionId, "sessionId"));
        }

        /**
         * Sets any top-level key of the envelope but {@code payload} and {@code properties}.
         *
         * @param key the key, such as {@code token}
         * @param value a string, number, boolean, list or map, copied in depth; null removes the key
         * @return this builder
         * @throws IllegalArgumentException when the key is {@code payload} or {@code properties}, which are set otherwise
         */
        public Builder<P> field(String key, @Nullable Object value) {
            ReservedKeys.refuse(key);
            copyOnceBuilt();
            Object copy = JsonCopies.of(value);
            if (copy == null) {
                fields.remove(key);
            } else {
                fields.put(key, copy);
            }
            return this;
        }

        /**
         * Sets top-level keys of the envelope, each as {@link #field} does.
         *
         * @param values keys to strings, numbers, booleans, lists or maps
         * @return this builder
         * @throws IllegalArgumentException when a key is {@code payload} or {@code properties}, which are set otherwise
         */
        public Builder<P> fields(Map<String, ? extends @Nullable Object> values) {
            CheckedCopies.requireNames(values, "values").forEach(this::field);
            return this;
        }

        /**
         * Builds the envelope.
         *
         * @return the request
         */
        public SkillRequest<P> build() {
            built = true;
            return new SkillRequest<>(payload, SkillProperties.owning(properties), Collections.unmodifiableMap(fields));
        }

        private void copyOnceBuilt() {
            if (built) {
                fields = new LinkedHashMap<>(fields);
                properties = new LinkedHashMap<>(properties);
                built = false;
            }
        }
    }
}
