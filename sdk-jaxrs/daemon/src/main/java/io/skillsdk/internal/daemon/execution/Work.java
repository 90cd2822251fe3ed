package io.skillsdk.internal.daemon.execution;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link Call} does: one request, whichever route it takes. The call says when; the work says how, and knows whether it is answered. */
public interface Work {

    /** Told once of the call that it belongs to, before it runs. */
    default void joins(Call call) {}

    /** How long its like takes, or null when that is not known and never quick. */
    @Nullable AverageDuration averageDuration();

    /** Whether there is a time by which it has to be answered. */
    boolean hasDeadline();

    /** Runs the author's code, on this thread. It may answer later. */
    void run();

    /** Whether the answer is decided on. */
    boolean isAnswered();

    /** Sends the answer, once there is one, unless it is sent. Any thread may, and several will. */
    void send();

    /**
     * Lets other threads send the answer; called by the thread that serves the request, before it leaves it.
     *
     * @return false when the request is over already
     */
    boolean detach();

    /** Has something done when there is an answer, at once if there is one; called once, after {@link #detach}. */
    void whenAnswered(Runnable then);

    /**
     * Answers that the time is up, unless it is answered, and interrupts the thread that runs it.
     *
     * @return whether it was not answered yet
     */
    boolean expire(Duration limit);

    /** Answers that it does not run, as there is no place for it now. */
    void refuse(String detail);

    /** Answers that it has failed by itself, which is a fault of ours, unless it is answered. */
    void fail(Throwable thrown);
}
