package io.skillsdk.internal.action;

import java.time.Duration;

/**
 * What holds for an action that does not say otherwise.
 *
 * @param method the HTTP method
 * @param path the path of the one action without a path of its own
 */
public record ActionDefaults(String method, String path) {

    /** How long an action may take: what the platform's documentation gives a daemon. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The platform's own: POST at {@code invoke} (documentation). */
    public static final ActionDefaults PLATFORM = new ActionDefaults("POST", "invoke");
}
