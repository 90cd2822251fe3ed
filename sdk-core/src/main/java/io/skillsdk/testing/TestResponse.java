package io.skillsdk.testing;

import io.skillsdk.SkillError;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What an action answered, as the platform would see it. */
public final class TestResponse {

    private final int status;

    private final byte[] body;

    TestResponse(int status, byte[] body) {
        this.status = status;
        this.body = body;
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
     * Tells whether this is an error.
     *
     * @return whether the status is not 2xx
     */
    public boolean isError() {
        return status >= 300;
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
    public <T> T payload(Class<T> type) {
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
        return JsonCodec.readPayload(body, ErrorPayload.class).error();
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
