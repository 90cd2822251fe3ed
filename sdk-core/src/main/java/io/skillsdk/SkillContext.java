package io.skillsdk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of one call: which activation and session it belongs to, its headers, path and query parameters,
 * properties and deadline.
 *
 * <p>Valid for the length of the call; immutable, lists and maps in it too. {@code toString}
 * shows no value of any of them.
 */
public final class SkillContext {

    private final Optional<String> activationId;

    private final Optional<String> sessionId;

    private final SkillProperties properties;

    private final Map<String, List<String>> headers;

    private final Map<String, String> pathParameters;

    private final Map<String, List<String>> queryParameters;

    private final Instant deadline;

    private SkillContext(Builder builder) {
        this.activationId = Optional.ofNullable(builder.activationId);
        this.sessionId = Optional.ofNullable(builder.sessionId);
        this.properties = builder.properties;
        this.headers = builder.headers;
        this.pathParameters = builder.pathParameters;
        this.queryParameters = builder.queryParameters;
        this.deadline = builder.deadline;
    }

    /**
     * Starts a context, for tests of an action that takes one.
     *
     * @return a builder of a context without headers or parameters, with 30 seconds left
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the id of this activation, under which the platform keeps the call.
     *
     * @return the id, or empty on a local call and with a method that carries no envelope
     */
    public Optional<String> activationId() {
        return activationId;
    }

    /**
     * Returns the session: the caller's, or else the activation's id (gateway).
     *
     * @return the id, or empty on a local call and with a method that carries no envelope
     */
    public Optional<String> sessionId() {
        return sessionId;
    }

    /**
     * Returns the properties of the skill, resolved: secrets are plain text.
     *
     * @return the properties, empty when none came
     */
    public SkillProperties properties() {
        return properties;
    }

    /**
     * Returns a header of the call: an HTTP header, or else one that an agent passes on within the envelope.
     *
     * @param name the header's name, in any case
     * @return its first value, or empty
     */
    public Optional<String> header(String name) {
        return first(headers.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Returns all headers of the call.
     *
     * @return an unmodifiable map, its keys in any case, from names to values in the order in which they came
     */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /**
     * Returns the headers that join a call of another service with this one's trace: {@code traceparent},
     * {@code tracestate}, {@code b3}, {@code x-b3-*} and {@code x-request-id}. The mesh does not hand them on by itself;
     * calls of the platform by its client do.
     *
     * @return an unmodifiable map from names in lower case to values, as they came; empty without a trace
     */
    public Map<String, String> tracing() {
        return TraceHeaders.among(headers);
    }

    /**
     * Returns a {@code {name}} of the action's path.
     *
     * @param name the name between the braces
     * @return the value, percent-decoded, or empty when the path has no such name
     */
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(pathParameters.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Returns all names of the action's path with their values.
     *
     * @return an unmodifiable map, percent-decoded, in the order of the path
     */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /**
     * Returns a query parameter.
     *
     * @param name the parameter's name
     * @return its first value, percent-decoded, or empty
     */
    public Optional<String> queryParameter(String name) {
        return first(queryParameters.get(Objects.requireNonNull(name, "name")));
    }

    /**
     * Returns all query parameters.
     *
     * @return an unmodifiable map of names to values in the order in which they came, percent-decoded
     */
    public Map<String, List<String>> queryParameters() {
        return queryParameters;
    }

    /**
     * Returns when the caller stops waiting. A daemon answers it with 504 then, and interrupts the thread of the action; the
     * setting is {@code daemon.timeout}, by default 30 seconds from the arrival of the call (documentation).
     *
     * @return the deadline
     */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Returns how long the action has until its deadline.
     *
     * @return the time left, zero when the deadline has passed
     */
    public Duration remaining() {
        Duration left = Duration.between(Instant.now(), deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Optional<String> first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    @Override
    public String toString() {
        return "SkillContext[activationId=" + activationId.orElse("none") + ", deadline=" + deadline + "]";
    }

    /** Builds a context. */
    public static final class Builder {

        private @Nullable String activationId;

        private @Nullable String sessionId;

        private SkillProperties properties = SkillProperties.of(Map.of());

        private Map<String, List<String>> headers = Map.of();

        private Map<String, String> pathParameters = Map.of();

        private Map<String, List<String>> queryParameters = Map.of();

        private Instant deadline = Instant.now().plusSeconds(30);

        private Builder() {}

        /**
         * Sets the activation.
         *
         * @param id the activation's id
         * @return this builder
         */
        public Builder activationId(String id) {
            activationId = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets the session.
         *
         * @param id the session's id
         * @return this builder
         */
        public Builder sessionId(String id) {
            sessionId = Objects.requireNonNull(id, "id");
            return this;
        }

        /**
         * Sets the properties.
         *
         * @param values the properties
         * @return this builder
         */
        public Builder properties(SkillProperties values) {
            properties = Objects.requireNonNull(values, "values");
            return this;
        }

        /**
         * Sets the headers.
         *
         * @param values names in any case to values, copied
         * @return this builder
         */
        public Builder headers(Map<String, ? extends List<String>> values) {
            headers = CheckedCopies.textLists(values, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), "values");
            return this;
        }

        /**
         * Sets the path parameters.
         *
         * @param values names to values, copied
         * @return this builder
         */
        public Builder pathParameters(Map<String, String> values) {
            pathParameters = CheckedCopies.texts(values, "values");
            return this;
        }

        /**
         * Sets the query parameters.
         *
         * @param values names to values, copied
         * @return this builder
         */
        public Builder queryParameters(Map<String, ? extends List<String>> values) {
            queryParameters = CheckedCopies.textLists(values, new LinkedHashMap<>(), "values");
            return this;
        }

        /**
         * Sets the deadline.
         *
         * @param instant when the caller stops waiting
         * @return this builder
         */
        public Builder deadline(Instant instant) {
            deadline = Objects.requireNonNull(instant, "instant");
            return this;
        }

        /**
         * Builds the context.
         *
         * @return the context
         */
        public SkillContext build() {
            return new SkillContext(this);
        }
    }
}
