package io.skillsdk.internal.call;

import io.skillsdk.internal.action.ActionCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A call some of whose time was over when it was made.
 *
 * @param spent how much
 */
record BelatedCall(ActionCall made, Duration spent) implements ActionCall {

    @Override
    public byte[] body() {
        return made.body();
    }

    @Override
    public String contentType() {
        return made.contentType();
    }

    @Override
    public Map<String, List<String>> headers() {
        return made.headers();
    }

    @Override
    public String header(String name) {
        return made.header(name);
    }

    @Override
    public Map<String, String> pathParameters() {
        return made.pathParameters();
    }

    @Override
    public Map<String, List<String>> queryParameters() {
        return made.queryParameters();
    }

    @Override
    public Instant deadline() {
        return made.deadline().minus(spent);
    }
}
