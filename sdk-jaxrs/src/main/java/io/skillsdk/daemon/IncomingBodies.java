package io.skillsdk.daemon;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Errors;
import java.util.concurrent.atomic.AtomicLong;

/** The memory for bodies on their way in: a share of the heap, so that many large ones cannot fill it. */
final class BodyBudget {

    private static final int SHARE_OF_HEAP = 4;

    private final AtomicLong free;

    BodyBudget(int largestBody) {
        free = new AtomicLong(Math.max(largestBody, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** What is answered to those for whom nothing is left. */
    static ActionAnswer spent() {
        return Errors.tooBusy("The daemon is busy: it holds as many bodies as it can. Try again later.");
    }

    boolean reserve(long bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void release(long bytes) {
        free.addAndGet(bytes);
    }
}
