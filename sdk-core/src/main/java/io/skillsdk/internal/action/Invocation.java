package io.skillsdk.internal.action;

import io.skillsdk.SkillRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of an action, from its bytes to its answer. One thread runs it, any thread may end the wait for it; whichever
 * answer is there first counts.
 */
public final class Invocation implements Runnable {

    private final ActionPipeline pipeline;

    private final Action action;

    private final ActionCall call;

    private final CompletableFuture<ActionAnswer> answer = new CompletableFuture<>();

    private volatile @Nullable SkillRequest<?> request;

    // both guarded by this: an interrupt must never reach the thread's next call
    private @Nullable Thread thread;

    private boolean interruptedBefore;

    Invocation(ActionPipeline pipeline, Action action, ActionCall call) {
        this.pipeline = pipeline;
        this.action = action;
        this.call = call;
    }

    /** The action that is called. */
    public Action action() {
        return action;
    }

    /** The answer; fails with an OutOfMemoryError and with nothing else. */
    public CompletableFuture<ActionAnswer> answer() {
        return answer;
    }

    /**
     * Calls the action on this thread, unless the wait for it has ended. It may answer later when it is asynchronous.
     *
     * @throws OutOfMemoryError when memory ran out after the wait had ended: the answer, which is there, cannot tell
     */
    @Override
    public void run() {
        enter();
        try {
            if (!answer.isDone()) {
                pipeline.execute(this);
            }
        } catch (OutOfMemoryError e) {
            fail(e);
        } finally {
            leave();
        }
    }

    /** Answers a call that is not to run, as there is no place for it now. */
    public void refuse(String detail) {
        if (answer.complete(ErrorAnswers.tooBusy(detail))) {
            CallLog.open(action, (String) null);
            CallLog.refused(action, null, 429, detail);
            CallLog.close();
        }
    }

    /**
     * Ends the wait for an answer: the caller is told, the action's thread is interrupted.
     *
     * @return whether there was no answer yet
     */
    public boolean expire(Duration limit) {
        ActionAnswer late = ErrorAnswers.of(
                504,
                "The action '" + action.name() + "' did not answer within " + inWords(limit)
                        + ". Longer work belongs into a job.",
                activationId(),
                List.of(),
                Map.of());
        StackTraceElement[] where = where();
        if (!answer.complete(late)) {
            return false;
        }
        CallLog.expired(action, request, inWords(limit), where);
        interrupt();
        return true;
    }

    void fail(OutOfMemoryError fatal) {
        if (!answer.completeExceptionally(fatal)) {
            throw fatal;
        }
    }

    ActionCall call() {
        return call;
    }

    void opened(SkillRequest<?> envelope) {
        request = envelope;
    }

    private @Nullable String activationId() {
        SkillRequest<?> opened = request;
        return opened == null ? null : opened.activationId().orElse(null);
    }

    private synchronized StackTraceElement @Nullable [] where() {
        return thread == null ? null : thread.getStackTrace();
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private synchronized void enter() {
        thread = Thread.currentThread();
        interruptedBefore = thread.isInterrupted();
    }

    /** An interrupt that is left, of ours or of the action's own, was meant for this call. */
    private synchronized void leave() {
        thread = null;
        if (!interruptedBefore) {
            Thread.interrupted();
        }
    }

    private static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
