package io.skillsdk;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The surroundings of one call: headers, path and query parameters, properties, deadline.
 *
 * <p>Valid for the length of the call; immutable. {@code toString} shows no value of any of them.
 */
public final class SkillContext {

    private final SkillProperties properties;

    private final Map<String, List<String>> headers;

    private final Map<String, String> pathParameters;

    private final Map<String, List<String>> queryParameters;

    private final Instant deadline;

    private SkillContext(Builder builder) {
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
        return first(headers.get(name));
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
     * Returns a {@code {name}} of the action's path.
     *
     * @param name the name between the braces
     * @return the value, percent-decoded, or empty when the path has no such name
     */
    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(pathParameters.get(name));
    }

    /**
     * Returns a query parameter.
     *
     * @param name the parameter's name
     * @return its first value, percent-decoded, or empty
     */
    public Optional<String> queryParameter(String name) {
        return first(queryParameters.get(name));
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
        return "SkillContext[deadline=" + deadline + "]";
    }

    /** Builds a context. */
    public static final class Builder {

        private SkillProperties properties = SkillProperties.of(Map.of());

        private Map<String, List<String>> headers = Map.of();

        private Map<String, String> pathParameters = Map.of();

        private Map<String, List<String>> queryParameters = Map.of();

        private Instant deadline = Instant.now().plusSeconds(30);

        private Builder() {}

        /**
         * Sets the properties.
         *
         * @param values the properties
         * @return this builder
         */
        public Builder properties(SkillProperties values) {
            properties = values;
            return this;
        }

        /**
         * Sets the headers.
         *
         * @param values names in any case to values
         * @return this builder
         */
        public Builder headers(Map<String, List<String>> values) {
            TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(values);
            headers = Collections.unmodifiableMap(copy);
            return this;
        }

        /**
         * Sets the path parameters.
         *
         * @param values names to values
         * @return this builder
         */
        public Builder pathParameters(Map<String, String> values) {
            pathParameters = Map.copyOf(values);
            return this;
        }

        /**
         * Sets the query parameters.
         *
         * @param values names to values
         * @return this builder
         */
        public Builder queryParameters(Map<String, List<String>> values) {
            queryParameters = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            return this;
        }

        /**
         * Sets the deadline.
         *
         * @param instant when the caller stops waiting
         * @return this builder
         */
        public Builder deadline(Instant instant) {
            deadline = instant;
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
