package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.HttpExchange;
import io.skillsdk.internal.http.RefusedBodyException;
import io.skillsdk.internal.routing.Route;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Calls actions from within the daemon as a request does: with the same limits, deadline, interceptors and listeners. */
public final class InnerCalls {

    private final HttpActions actions;

    private final WorkerDispatcher dispatcher;

    public InnerCalls(HttpActions actions, WorkerDispatcher dispatcher) {
        this.actions = actions;
        this.dispatcher = dispatcher;
    }

    /**
     * Calls an action on a thread of its own.
     *
     * @param pathParameters what stands for the names in its path
     * @param exchange headers and query; it may be read at any time until the answer is there
     * @param body the envelope, not compressed; empty for an action that takes none
     * @return the answer; fails only where the daemon itself does
     */
    public CompletableFuture<ActionAnswer> call(
            Action action, Map<String, String> pathParameters, HttpExchange exchange, byte[] body) {
        try {
            Invocation invocation = actions.prepare(new Route.Found(action, pathParameters, false), exchange, body);
            Answer answer = new Answer(new CompletableFuture<>());
            var unused = answer.sent.whenComplete((sent, failure) -> {
                ActionAnswer told = sent == null ? GrizzlyAnswers.FAILED : sent;
                invocation.sent(told.status(), told.body().length);
            });
            dispatcher
                    .call(new ActionWork(actions, invocation, dispatcher.averageDuration(invocation.action()), answer))
                    .dispatch();
            return answer.sent;
        } catch (RefusedBodyException e) {
            return CompletableFuture.completedFuture(e.answer());
        }
    }

    /** The answer of a call that no request of its own has brought: it goes to the code that waits for it here. */
    private record Answer(CompletableFuture<ActionAnswer> sent) implements ActionWork.Target {

        @Override
        public void send(@Nullable ActionAnswer answer) {
            if (answer != null) {
                sent.complete(answer);
            }
        }

        @Override
        public boolean detach() {
            return true;
        }

        @Override
        public void fail(Throwable thrown, boolean counts) {
            if (counts) {
                sent.completeExceptionally(thrown);
            }
        }
    }
}
