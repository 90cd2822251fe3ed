package io.skillsdk.internal.fabric.call;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a call brings for calls back to the platform. Everything may be missing on a local call.
 *
 * @param apiEndpoint the platform's endpoint
 * @param token the token for this call only
 * @param projectId the project
 * @param sessionId the session
 * @param activationId the activation
 * @param deadline when the caller stops waiting, or null when none waits
 * @param headers the headers of the call; those that join traces are passed on
 */
public record FabricCall(
        @Nullable String apiEndpoint,
        @Nullable String token,
        @Nullable String projectId,
        @Nullable String sessionId,
        @Nullable String activationId,
        @Nullable Instant deadline,
        Map<String, String> headers) {

    private static final Set<String> TRACING = Set.of("x-request-id", "b3", "traceparent", "tracestate");

    /** Keeps only the headers that join traces, and that a header can carry. */
    public FabricCall {
        Map<String, String> trace = new TreeMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if ((TRACING.contains(lower) || lower.startsWith("x-b3-")) && isVisible(lower) && isVisible(value)) {
                trace.put(lower, value);
            }
        });
        headers = Map.copyOf(trace);
    }

    /** The same call with another endpoint and project. */
    public FabricCall at(String endpoint, String project) {
        return new FabricCall(endpoint, token, project, sessionId, activationId, deadline, headers);
    }

    /** The session: where the caller chose none, it is the activation (gateway). */
    public @Nullable String session() {
        return sessionId == null ? activationId : sessionId;
    }

    private static boolean isVisible(String text) {
        return !text.isEmpty() && text.length() < 1000 && text.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "FabricCall[projectId=" + projectId + ", activationId=" + activationId + "]";
    }
}
