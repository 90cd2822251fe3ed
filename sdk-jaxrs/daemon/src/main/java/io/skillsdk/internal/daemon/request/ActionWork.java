package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.Call;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.http.HttpActions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call of an action and of nothing else: what the action answers is what is sent. */
final class ActionWork implements Work {

    /** Where the answer goes. */
    interface Target {

        /** As {@link Work#send}. */
        void send(@Nullable ActionAnswer answer);

        /** As {@link Work#detach}. */
        boolean detach();

        /** As {@link Work#fail}. */
        void fail(Throwable thrown, boolean counts);
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
    public void joins(Call call) {
        invocation.decidedBy(call);
    }

    @Override
    public AverageDuration averageDuration() {
        return averageDuration;
    }

    @Override
    public String inWords() {
        return invocation.inWords();
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
    public boolean detach() {
        return target.detach();
    }

    @Override
    public boolean expire(Duration limit) {
        return invocation.expire(limit);
    }

    @Override
    public void refuse(String detail) {
        actions.refuse(invocation, detail);
    }

    @Override
    public void fail(Throwable thrown, boolean counts) {
        target.fail(thrown, counts);
    }

    @Override
    public void send(@Nullable ActionAnswer answer) {
        target.send(answer);
    }
}
