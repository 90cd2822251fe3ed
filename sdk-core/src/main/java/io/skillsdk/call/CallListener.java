package io.skillsdk.call;

/**
 * Sees every call of an action, for metrics and traces. For each call it is notified twice: when the call begins and, later,
 * when it has ended; a call that is refused before it runs has both right after one another. Calls run side by side, so a
 * listener is called from several threads. It changes nothing: what it throws is logged and costs the call nothing.
 *
 * <p>What reaches no action, such as a request to an unknown path, is not a call.
 */
public interface CallListener {

    /**
     * A call has begun: its action is about to be called.
     *
     * @param call the call
     */
    default void began(StartedCall call) {}

    /**
     * A call has ended: its answer is there.
     *
     * @param call the call
     */
    default void ended(EndedCall call) {}
}
