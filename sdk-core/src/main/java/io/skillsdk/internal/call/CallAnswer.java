package io.skillsdk.internal.call;

import io.skillsdk.internal.answer.ActionAnswer;

/**
 * Decides which answer of a call counts. Whoever has one offers it: the action, its stage, the deadline, a refusal. The first one counts,
 * and what was decided stays so. Thread-safe.
 */
public interface CallAnswer {

    /** Whether another answer would come too late. */
    boolean isDecided();

    /** Offers an answer. Returns whether it counts. */
    boolean offer(ActionAnswer answer);

    /**
     * Tells that the JVM has failed, and that there is no answer.
     *
     * @return false when there is one already
     */
    boolean failFatally(VirtualMachineError error);
}
