package io.skillsdk.call;

/**
 * Measures calls, for counters and histograms. It is told once of each call, on the thread that has sent its answer and serves other calls next, so
 * it may neither wait nor write to a log nor call others. A {@link CallListener} is told more, later, on a thread of its own, and may take
 * its time.
 *
 * <p>What reaches no action, such as a request to an unknown path, is not a call.
 */
public interface CallMeter {

    /**
     * Returns what measures the calls of one action. Asked once for each action, before its first call is measured.
     *
     * @param action the action's name
     * @param method the HTTP method of the action, such as {@code POST}
     * @param route the path of the action, as {@link StartedCall#route} has it
     * @return what measures them, which is told by several threads at once
     */
    ActionMeter of(String action, String method, String route);

    /** Measures the calls of one action. Thread-safe. */
    interface ActionMeter {

        /**
         * A call has ended: its answer is there, and a daemon has sent it. What this throws is logged and costs the call nothing.
         *
         * @param status the HTTP status of the answer
         * @param outcome what it has come to
         * @param nanos how long it took from its arrival to its answer, with the wait for a slot and a thread, in nanoseconds
         */
        void ended(int status, CallOutcome outcome, long nanos);
    }
}
