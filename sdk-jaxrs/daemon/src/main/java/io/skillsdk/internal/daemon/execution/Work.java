package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.answer.ActionAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a {@link Call} does: one request, whichever route it takes. The call says when, and which answer counts; the work says how. */
public interface Work {

    /** Told once of the call that it belongs to, before it runs. */
    void joins(Call call);

    /** How long its like takes, or null when that is not known and never quick. */
    @Nullable AverageDuration averageDuration();

    /** Which call it is, for a log: in one line, with action and activation where these are known; asked on any thread, at any time. */
    String inWords();

    /** Whether there is a time by which it has to be answered. */
    boolean hasDeadline();

    /** Runs the author's code, on this thread. It answers through its {@link Call}, now or later. */
    void run();

    /**
     * Lets other threads send the answer; called by the thread that serves the request, before it leaves it.
     *
     * @return false when the request is over already
     */
    boolean detach();

    /**
     * Answers through its {@link Call} that the time is up, and interrupts the thread that runs it.
     *
     * @return whether that counts
     */
    boolean expire(Duration limit);

    /** Answers through its {@link Call} that it does not run, as there is no place for it now. */
    void refuse(String detail);

    /**
     * Logs what came out of it, which is a fault of ours.
     *
     * @param counts whether there was no answer before: then it writes that it has failed; {@link #send} follows
     */
    void fail(Throwable thrown, boolean counts);

    /**
     * Sends the answer that counts. Called once.
     *
     * @param answer null when the work has written it by itself
     */
    void send(@Nullable ActionAnswer answer);
}
