package io.skillsdk.internal.action;

import io.skillsdk.internal.json.EnvelopeReader;
import java.time.Duration;

/**
 * What holds for an action that does not say otherwise.
 *
 * @param method the HTTP method
 * @param path the path of the one action without a path of its own
 * @param maxDepth the most levels of nesting in a body
 */
public record ActionDefaults(String method, String path, int maxDepth) {

    /** How long an action may take: what the platform's documentation gives a daemon. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Where a daemon listens (documentation). */
    public static final int PORT = 5000;

    /** The platform's own: POST at {@code invoke} (documentation). */
    public static final ActionDefaults PLATFORM = new ActionDefaults("POST", "invoke");

    /** Defaults with the usual depth of a body. */
    public ActionDefaults(String method, String path) {
        this(method, path, EnvelopeReader.MAX_DEPTH);
    }

    /** The same with another depth of a body. */
    public ActionDefaults withMaxDepth(int levels) {
        return new ActionDefaults(method, path, levels);
    }
}
