package io.skillsdk.internal.daemon.job;

import io.skillsdk.internal.action.ActionCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that came as an argument of the process. */
final class JobCall implements ActionCall {

    static final String CONTENT_TYPE = "application/json";

    /** As good as never, and still few enough nanoseconds to be counted. */
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    private final byte[] body;

    private final Map<String, String> pathParameters;

    private final Instant deadline;

    JobCall(byte[] body, Map<String, String> pathParameters, @Nullable Duration limit) {
        this.body = body;
        this.pathParameters = pathParameters;
        this.deadline = Instant.now().plus(limit == null ? UNLIMITED : limit);
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    @Override
    public Instant deadline() {
        return deadline;
    }

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public Map<String, List<String>> headers() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return Map.of();
    }
}
