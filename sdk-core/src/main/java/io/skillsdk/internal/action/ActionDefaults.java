package io.skillsdk.internal.action;

/**
 * What holds for an action that does not say otherwise.
 *
 * @param method the HTTP method
 * @param path the path of the one action without a path of its own
 */
public record ActionDefaults(String method, String path) {

    /** The platform's own: POST at {@code invoke} (documentation). */
    public static final ActionDefaults PLATFORM = new ActionDefaults("POST", "invoke");
}
