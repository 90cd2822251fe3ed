package io.skillsdk.call;

import java.util.Set;

/**
 * Sees every call of an action, for metrics and traces. For each call it is notified twice: when the call begins and, later,
 * when it has ended; a call that is refused before it runs has both right after one another. Calls run side by side, so a
 * listener is called from several threads. It changes nothing: what it throws is logged and costs the call nothing.
 *
 * <p>What reaches no action, such as a request to an unknown path, is not a call.
 */
public interface CallListener {

    /**
     * Returns which HTTP headers it wants to see, such as {@code traceparent}. Of others nothing is kept beyond the call.
     * Asked when it is given to the daemon or the tester, not for each call.
     *
     * @return names of headers, in any case; none by default
     */
    default Set<String> headers() {
        return Set.of();
    }

    /**
     * A call has begun: its action is about to be called.
     *
     * @param call the call
     */
    default void began(StartedCall call) {}

    /**
     * A call has ended: its answer is there, and a daemon has sent it.
     *
     * @param call the call
     */
    default void ended(EndedCall call) {}
}
