package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.action.FabricLease;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.background.CallTasks;
import io.skillsdk.internal.failure.FatalErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One call of an action, from its bytes to its answer. One thread runs it, any thread may end the wait for it; whichever
 * answer is there first counts. The answer is completed outside of the call's logging context, so that whatever hangs on it
 * begins with the context that the thread had before.
 */
public final class Invocation implements Runnable, RunningCall {

    private final ActionExecution execution;

    private final BackgroundRunner runner;

    private final Action action;

    private final ActionCall call;

    private final TraceIds trace;

    private final FabricLease fabric;

    private final CompletableFuture<ActionAnswer> answer = new CompletableFuture<>();

    private final @Nullable CallObservation observation;

    private final @Nullable MeteredCall metered;

    private volatile @Nullable SkillRequest<?> request;

    private volatile @Nullable CompletionStage<?> stage;

    private volatile @Nullable CallTasks background;

    /** Set before it runs. */
    private Predicate<Throwable> left = thrown -> false;

    private final CallThread thread = new CallThread();

    Invocation(
            ActionExecution execution,
            BackgroundRunner runner,
            Action action,
            ActionCall call,
            FabricLease fabric,
            TraceIds trace,
            @Nullable CallObservation observation,
            @Nullable MeteredCall metered) {
        this.execution = execution;
        this.runner = runner;
        this.action = action;
        this.call = call;
        this.trace = trace;
        this.observation = observation;
        this.metered = metered;
        this.fabric = fabric;
    }

    /** The action that is called. */
    @Override
    public Action action() {
        return action;
    }

    /** The answer; fails with a {@linkplain FatalErrors fatal error} and with nothing else. */
    public CompletableFuture<ActionAnswer> answer() {
        return answer;
    }

    /** Completes once the listeners were told of the answer, which is after the answer itself; never fails. */
    public CompletableFuture<@Nullable Void> told() {
        return observation == null ? CompletableFuture.completedFuture(null) : observation.told();
    }

    /**
     * Calls the action on this thread, unless the wait for it has ended. It may answer later when it is asynchronous.
     *
     * @throws VirtualMachineError a fatal one after the wait had ended: the answer, which is there, cannot tell
     */
    @Override
    public void run() {
        thread.enter();
        try {
            if (!answer.isDone()) {
                if (observation != null) {
                    observation.begin();
                }
                settle(execute());
            }
        } catch (VirtualMachineError e) {
            fail(e);
        } finally {
            if (stage == null) {
                fabric.returned();
            }
            thread.leave();
        }
    }

    private Outcome execute() {
        return CallScope.within(action, null, trace, scope -> execution.execute(this, scope));
    }

    private void settle(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            complete(answered.answer());
        } else if (outcome instanceof Outcome.Awaited awaited) {
            await(awaited.stage());
        }
    }

    private void await(CompletionStage<?> later) {
        stage = later;
        if (answer.isDone()) {
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
            if (!answer.isDone()) {
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
        String detail = "The action '" + action.name() + "' did not answer within " + inWords(limit) + ". " + advice;
        SkillRequest<?> envelope = request;
        StackTraceElement[] where = thread.where();
        if (!complete(error(504, detail).as(CallOutcome.TIMED_OUT))) {
            return false;
        }
        CallLog.expired(action, envelope, trace, inWords(limit), where);
        interrupt();
        return true;
    }

    /** Ends the wait for an answer as {@link #expire} does, whatever the time is: the process is told to end. */
    public boolean cancel(String detail) {
        if (!complete(error(500, detail).as(CallOutcome.FAILED))) {
            return false;
        }
        interrupt();
        return true;
    }

    private ActionAnswer error(int status, String detail) {
        SkillRequest<?> envelope = request;
        String activationId = envelope == null ? null : envelope.activationId().orElse(null);
        return ErrorAnswers.of(status, detail, activationId, List.of(), Map.of());
    }

    private void interrupt() {
        thread.interrupt();
        CompletionStage<?> awaited = stage;
        if (awaited != null) {
            AbandonedStage.cancel(awaited);
        }
    }

    /** The first answer counts, and is the one that listeners are told of. The platform is not asked any more once the client may know it. */
    private boolean complete(ActionAnswer first) {
        if (answer.isDone()) {
            return false;
        }
        fabric.answered();
        if (!answer.complete(first)) {
            return false;
        }
        CallTasks after = background;
        if (after != null) {
            after.answered(!first.isError());
        }
        if (metered != null) {
            metered.end(first);
        }
        if (observation != null) {
            observation.end(first, request);
        }
        return true;
    }

    private void fail(VirtualMachineError error) {
        if (!FatalErrors.isFatal(error)) {
            throw error;
        }
        fabric.answered();
        if (!answer.completeExceptionally(error)) {
            throw error;
        }
    }

    @Override
    public ActionCall call() {
        return call;
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
            if (answer.isDone()) {
                tasks.answered(false); // the time was up before the action was called
            }
        }
        return tasks;
    }

    /** The answer is sent, or its client has gone: the work for after it may begin. */
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

    private static String inWords(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
