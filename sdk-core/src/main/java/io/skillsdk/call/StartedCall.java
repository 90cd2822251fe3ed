package io.skillsdk.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A call as it begins. It has nothing of the envelope: no payload, property or token. Its identity is that of the call:
 * {@link EndedCall#call} is the same object. The SDK makes it.
 */
public interface StartedCall {

    /**
     * Returns which action is called.
     *
     * @return the action's name
     */
    String action();

    /**
     * Returns the HTTP method of the action.
     *
     * @return the method, such as {@code POST}
     */
    String method();

    /**
     * Returns the path of the action, with names for what differs between calls, so that it can stand in a metric.
     *
     * @return the path without slashes at its ends, such as {@code profiles/{profileId}}; empty for the root
     */
    String route();

    /**
     * Returns when the call arrived.
     *
     * @return the instant at which its request was complete
     */
    Instant arrival();

    /**
     * Returns an HTTP header of the call, such as {@code traceparent}, if a listener has named it in
     * {@link CallListener#headers}.
     *
     * @param name the header's name, in any case
     * @return its first value, or empty
     */
    Optional<String> header(String name);
}
