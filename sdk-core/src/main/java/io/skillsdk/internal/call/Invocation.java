package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.action.FabricLease;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.background.CallTasks;
import io.skillsdk.internal.failure.FatalErrors;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One call of an action, from its bytes to its answer. One thread runs it, any thread may end the wait for it. It offers each answer to its
 * {@link CallAnswer}, which decides whether that counts, and does so outside of the call's logging context: whatever hangs on the answer
 * begins with the context that the thread had before.
 */
public final class Invocation implements Runnable, RunningCall {

    private final ActionExecution execution;

    private final BackgroundRunner runner;

    private final Action action;

    private final ActionCall call;

    private final TraceIds trace;

    private final FabricLease fabric;

    private final @Nullable CallEnd end;

    /** Set before it runs. */
    private CallAnswer answer = new AwaitedAnswer();

    private volatile @Nullable SkillRequest<?> request;

    private volatile @Nullable CallTasks background;

    /** Set before it runs. */
    private Predicate<Throwable> left = thrown -> false;

    private final CallWorker worker = new CallWorker();

    Invocation(
            ActionExecution execution,
            BackgroundRunner runner,
            Action action,
            ActionCall call,
            FabricLease fabric,
            TraceIds trace,
            @Nullable CallEnd end) {
        this.execution = execution;
        this.runner = runner;
        this.action = action;
        this.call = call;
        this.trace = trace;
        this.end = end;
        this.fabric = fabric;
    }

    /** The action that is called. */
    @Override
    public Action action() {
        return action;
    }

    /** Which call it is, for a log: in one line, with its action, and with its activation once that is read. */
    public String inWords() {
        return CallOwner.inWords(action, request);
    }

    /** Has another decide on the answer, and send it: there is no {@link #answer} here then. Listeners are told of it when it is {@link #sent}. */
    public void decidedBy(CallAnswer other) {
        answer = other;
        tellWhenSent();
    }

    /**
     * The answer; fails with a {@linkplain FatalErrors fatal error} and with nothing else.
     *
     * @throws IllegalStateException when another decides on it
     */
    public CompletableFuture<ActionAnswer> answer() {
        if (answer instanceof AwaitedAnswer awaited) {
            return awaited;
        }
        throw new IllegalStateException("The answer is sent elsewhere");
    }

    /** Has listeners told when the answer is {@link #sent}, with what was sent, and not when it is there. */
    public void tellWhenSent() {
        if (end != null) {
            end.tellWhenSent();
        }
    }

    /** Completes once the listeners were told of the answer, which is after the answer itself; never fails. */
    public CompletableFuture<@Nullable Void> told() {
        return end == null ? CompletableFuture.completedFuture(null) : end.told();
    }

    /**
     * Calls the action on this thread, unless the wait for it has ended. It may answer later when it is asynchronous.
     *
     * @throws VirtualMachineError a fatal one after the wait had ended: the answer, which is there, cannot tell
     */
    @Override
    public void run() {
        worker.enter();
        try {
            if (!answer.isDecided()) {
                if (end != null) {
                    end.begin();
                }
                Outcome outcome = execute();
                if (outcome instanceof Outcome.Answered answered) {
                    complete(answered.answer());
                } else if (outcome instanceof Outcome.Awaited awaited) {
                    await(awaited.stage());
                }
            }
        } catch (VirtualMachineError e) {
            fail(e);
        } finally {
            if (!worker.hasLeftStage()) {
                fabric.returned();
            }
            worker.leave();
        }
    }

    private Outcome execute() {
        return CallScope.within(action, null, trace, scope -> execution.execute(this, scope));
    }

    private void await(CompletionStage<?> later) {
        worker.leaves(later);
        if (answer.isDecided()) {
            AbandonedStage.cancel(later); // the time was up before it was there
        }
        try {
            var unused = later.whenComplete(this::finish);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            finish(null, e); // out of a stage of the author's own making
        }
    }

    /** An action that answers after its deadline: its client has been answered, so the answer is dropped. */
    private void finish(@Nullable Object result, @Nullable Throwable failure) {
        try {
            if (!answer.isDecided()) {
                complete(finished(result, failure));
            }
        } catch (VirtualMachineError e) {
            fail(e);
        } finally {
            fabric.returned();
        }
    }

    private ActionAnswer finished(@Nullable Object result, @Nullable Throwable failure) {
        SkillRequest<?> envelope = request == null ? SkillRequest.of(Map.of()) : request;
        return CallScope.within(action, envelope, trace, scope -> execution.finish(this, envelope, result, failure));
    }

    /** Leaves some exceptions of the action to the route of the call: they are not logged, and stand in the answer. */
    public void leaveFailures(Predicate<Throwable> mapped) {
        left = mapped;
    }

    @Override
    public boolean isLeft(Throwable thrown) {
        return left.test(thrown);
    }

    /** Answers a call that is not to run, as there is no place for it now. */
    public void refuse(String detail) {
        if (complete(ErrorAnswers.tooBusy(detail).as(CallOutcome.OVERLOADED))) {
            CallLog.rejected(action, trace, 429, detail);
        }
    }

    /**
     * Ends the wait for an answer: the caller is told, the action's thread is interrupted, the stage of an asynchronous action
     * is cancelled. No code of an author runs on this thread.
     *
     * @return whether there was no answer yet
     */
    public boolean expire(Duration limit) {
        return expire(limit, "Longer work belongs in a job.");
    }

    /** Does the same, with a sentence on what to do. */
    public boolean expire(Duration limit, String advice) {
        SkillRequest<?> envelope = request;
        StackTraceElement[] where = worker.where();
        String time = EndedWait.inWords(limit);
        if (!complete(EndedWait.timedOut(action, time, advice, envelope))) {
            return false;
        }
        CallLog.expired(action, envelope, trace, time, where);
        worker.interrupt();
        return true;
    }

    /** Ends the wait for an answer as {@link #expire} does, whatever the time is: the process is told to end. */
    public boolean cancel(String detail) {
        if (!complete(EndedWait.cancelled(detail, request))) {
            return false;
        }
        worker.interrupt();
        return true;
    }

    /** Ends a call that its route has answered before the action was reached. */
    public void end(ActionAnswer given) {
        complete(given);
    }

    /** The first answer counts. The platform is not asked any more once the client may know it. */
    private boolean complete(ActionAnswer first) {
        if (answer.isDecided()) {
            return false;
        }
        fabric.answered();
        if (!answer.offer(first)) {
            return false;
        }
        CallTasks after = background;
        if (after != null) {
            after.answered(!first.isError());
        }
        if (end != null) {
            end.answered(first, request);
        }
        return true;
    }

    private void fail(VirtualMachineError error) {
        if (!FatalErrors.isFatal(error)) {
            throw error;
        }
        fabric.answered();
        if (!answer.failFatally(error)) {
            throw error;
        }
    }

    @Override
    public ActionCall call() {
        return call;
    }

    @Override
    public boolean isAnswered() {
        return answer.isDecided();
    }

    @Override
    public FabricLease fabric() {
        return fabric;
    }

    @Override
    public CallTasks background(SkillRequest<?> envelope) {
        CallTasks tasks = background;
        if (tasks == null) {
            tasks = runner.of(new CallOwner(action, envelope, trace));
            background = tasks;
            if (answer.isDecided()) {
                tasks.answered(false); // the time was up before the action was called
            }
        }
        return tasks;
    }

    /**
     * The answer is sent, or its client has gone: listeners are told what it was, and the work for after it may begin.
     *
     * @param status its status, which may be another than the action's own
     * @param bytes the bytes of its body, uncompressed
     */
    public void sent(int status, int bytes) {
        if (end != null) {
            end.sent(status, bytes, request);
        }
        sent();
    }

    /** The same, where it was sent as it is. */
    public void sent() {
        CallTasks after = background;
        if (after != null) {
            after.sent();
        }
    }

    /** The work for after the answer; null when there is none. */
    public @Nullable CallTasks background() {
        return background;
    }

    @Override
    public void opened(SkillRequest<?> envelope) {
        request = envelope;
    }
}
