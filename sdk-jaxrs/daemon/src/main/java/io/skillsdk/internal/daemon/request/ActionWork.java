package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.http.HttpActions;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** A call of an action and of nothing else. Its invocation decides on the answer. */
final class ActionWork implements Work {

    /** Where the answer goes. */
    interface Target {

        /** Answers, unless it is answered. */
        void send(ActionAnswer answer);

        /** As {@link Work#detach}. */
        boolean detach();

        /** Answers that the daemon has failed, unless it is answered. */
        void fail(Throwable thrown);
    }

    private final HttpActions actions;

    private final Invocation invocation;

    private final AverageDuration averageDuration;

    private final Target target;

    ActionWork(HttpActions actions, Invocation invocation, AverageDuration averageDuration, Target target) {
        this.actions = actions;
        this.invocation = invocation;
        this.averageDuration = averageDuration;
        this.target = target;
    }

    @Override
    public AverageDuration averageDuration() {
        return averageDuration;
    }

    @Override
    public boolean hasDeadline() {
        return true;
    }

    @Override
    public void run() {
        invocation.run();
    }

    @Override
    public boolean isAnswered() {
        return invocation.answer().isDone();
    }

    @Override
    public void send() {
        target.send(answer());
    }

    @Override
    public boolean detach() {
        return target.detach();
    }

    @Override
    public void whenAnswered(Runnable then) {
        var unused = invocation.answer().whenComplete((answer, fatal) -> then.run());
    }

    @Override
    public boolean expire(Duration limit) {
        if (!invocation.expire(limit)) {
            return false;
        }
        send();
        return true;
    }

    @Override
    public void refuse(String detail) {
        actions.refuse(invocation, detail);
        send();
    }

    @Override
    public void fail(Throwable thrown) {
        target.fail(thrown);
    }

    private ActionAnswer answer() {
        try {
            return invocation.answer().join();
        } catch (CompletionException e) {
            FatalErrorExit.end(e.getCause() == null ? e : e.getCause());
            throw e;
        }
    }
}
