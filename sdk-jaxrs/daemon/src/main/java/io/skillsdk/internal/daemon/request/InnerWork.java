package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.http.HttpActions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call of an action that no request of its own has brought: its answer goes to whoever waits for it here. */
final class InnerWork implements Work {

    private final HttpActions actions;

    private final Invocation invocation;

    private final AverageDuration pace;

    private final CompletableFuture<ActionAnswer> sent = new CompletableFuture<>();

    InnerWork(HttpActions actions, Invocation invocation, AverageDuration pace) {
        this.actions = actions;
        this.invocation = invocation;
        this.pace = pace;
    }

    /** The answer, once it is sent. */
    CompletableFuture<ActionAnswer> answer() {
        return sent;
    }

    @Override
    public AverageDuration pace() {
        return pace;
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
        var unused = invocation.answer().whenComplete((answer, fatal) -> {
            boolean first = fatal == null ? sent.complete(answer) : sent.completeExceptionally(fatal);
            if (first) {
                invocation.sent();
            }
        });
    }

    @Override
    public boolean detach() {
        return true;
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
        sent.completeExceptionally(thrown);
    }
}
