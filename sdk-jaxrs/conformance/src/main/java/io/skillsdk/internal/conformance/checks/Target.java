package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Connection;
import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The daemon under test, and what is known of it.
 *
 * @param action the address of the action
 * @param message a message that it answers
 * @param refused one that it refuses, or null
 * @param slow one that it answers after a while, or null
 * @param health the path of its readiness page, or null
 * @param process its process, or null
 */
public record Target(
        URI action,
        Message message,
        @Nullable Message refused,
        @Nullable Message slow,
        @Nullable String health,
        @Nullable ProcessHandle process) {

    String path() {
        String path = action.getRawPath() == null || action.getRawPath().isEmpty() ? "/" : action.getRawPath();
        return action.getRawQuery() == null ? path : path + "?" + action.getRawQuery();
    }

    Request post(Map<String, @Nullable Object> envelope) {
        return Request.post(path(), Envelopes.text(envelope));
    }

    /** A whole call of a skill with the message that is answered. */
    Request invoke() {
        return post(Envelopes.skillCall(message));
    }

    Reply call(Request request) throws IOException {
        try (Connection connection = Connection.open(action)) {
            return connection.call(request);
        }
    }
}
