package io.skillsdk.testing;

import io.skillsdk.SkillError;
import io.skillsdk.Violation;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.invoke.InvokedAnswer;
import io.skillsdk.internal.invoke.InvokedAnswer.BackgroundFailure;
import io.skillsdk.internal.invoke.UnansweredException;
import io.skillsdk.internal.json.JsonCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What an action answered, as the platform would see it. */
public final class TestResponse {

    private final int status;

    private final byte[] body;

    private final Map<String, String> headers;

    private final InvokedAnswer invoked;

    /** What a call is answered with. */
    static TestResponse of(Supplier<InvokedAnswer> call) {
        try {
            return new TestResponse(call.get());
        } catch (UnansweredException e) {
            throw new AssertionError(e.getMessage(), e.getCause());
        }
    }

    private TestResponse(InvokedAnswer invoked) {
        ActionAnswer answer = invoked.answer();
        this.invoked = invoked;
        this.status = answer.status();
        this.body = answer.body();
        TreeMap<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Content-Type", "application/json");
        all.putAll(answer.headers());
        this.headers = Collections.unmodifiableMap(all);
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 for a result, 400 to 599 for an error
     */
    public int status() {
        return status;
    }

    /**
     * Waits until the {@link io.skillsdk.BackgroundTasks} of the call have run, which begin once it is answered.
     *
     * @param limit how long to wait at most, such as 10 s
     * @return this answer
     * @throws AssertionError when they have not ended in time, or one of them has failed; its cause is what was thrown
     */
    public TestResponse awaitBackgroundTasks(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        BackgroundFailure failure = invoked.awaitBackgroundTasks(limit);
        if (failure != null) {
            throw new AssertionError(failure.message(), failure.cause());
        }
        return this;
    }

    /**
     * Tells whether this is an error.
     *
     * @return whether the status is not 2xx
     */
    public boolean isError() {
        return status >= 300;
    }

    /**
     * Returns the headers that come with the answer, but for those that only a server knows, such as {@code Date}.
     *
     * @return an unmodifiable map of names, in any case, to values
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Returns the whole body as text.
     *
     * @return a JSON object with a payload
     */
    public String json() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Returns the whole body as sent.
     *
     * @return UTF-8 of a JSON object with a payload
     */
    public byte[] bytes() {
        return body.clone();
    }

    /**
     * Returns the payload of a result.
     *
     * @param <T> the type to read it into
     * @param type the action's result type, or {@code Map.class} or the like
     * @return the payload
     * @throws AssertionError when this is an error, which the message shows
     */
    @SuppressWarnings("unchecked") // it is read as that type, which may be a primitive one
    public <T> T payload(Class<T> type) {
        Objects.requireNonNull(type, "type");
        return (T) read(type);
    }

    /**
     * Returns the payload of a result of a type with arguments.
     *
     * @param <T> the type to read it into
     * @param type the type, as in {@code new TypeReference<List<Count>>() {}}
     * @return the payload
     * @throws AssertionError when this is an error, which the message shows
     */
    @SuppressWarnings("unchecked") // it is read as that type
    public <T> T payload(TypeReference<T> type) {
        Objects.requireNonNull(type, "type");
        return (T) read(type.type());
    }

    private Object read(Type type) {
        if (isError()) {
            throw new AssertionError(
                    "The action answered with an error and not with a payload: " + status + " " + json());
        }
        return JsonCodec.readPayload(body, type);
    }

    /**
     * Returns the output that the action routed its result to.
     *
     * @return the output's name, or empty when the action named none
     */
    public Optional<String> outputName() {
        return JsonCodec.readObject(body).get("outputName") instanceof String name
                ? Optional.of(name)
                : Optional.empty();
    }

    /**
     * Returns the error.
     *
     * @return the error
     * @throws AssertionError when this is a result, which the message shows
     */
    public SkillError error() {
        if (!isError()) {
            throw new AssertionError("The action answered with a result and not with an error: " + json());
        }
        return ((ErrorPayload) JsonCodec.readPayload(body, ErrorPayload.class)).error();
    }

    /**
     * Returns the single faults that the error names.
     *
     * @return the faults, empty when the error names none
     * @throws AssertionError when this is a result, which the message shows
     */
    public List<Violation> violations() {
        return error().violations();
    }

    @Override
    public String toString() {
        return status + " " + json();
    }

    private record ErrorPayload(SkillError error) {}
}
