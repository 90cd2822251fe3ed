package io.skillsdk.internal.invoke;

import io.skillsdk.internal.action.ActionCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A call that no network brought. */
public final class InvokedCall implements ActionCall {

    /** Its body is JSON, as that of each envelope. */
    public static final String CONTENT_TYPE = "application/json";

    private final SentInputs inputs;

    private final byte[] body;

    private final Instant deadline;

    /** A call with a whole body. */
    public InvokedCall(SentInputs inputs, byte[] body, Instant deadline) {
        this.inputs = inputs;
        this.body = body;
        this.deadline = deadline;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public Map<String, List<String>> headers() {
        return inputs.headers();
    }

    @Override
    public Map<String, String> pathParameters() {
        return inputs.pathParameters();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return inputs.queryParameters();
    }

    @Override
    public Instant deadline() {
        return deadline;
    }
}
