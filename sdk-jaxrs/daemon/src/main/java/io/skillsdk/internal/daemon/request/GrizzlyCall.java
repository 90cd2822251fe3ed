package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.Invocation;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.transport.LeadingCall;
import io.skillsdk.internal.daemon.transport.SelectorLeader;
import io.skillsdk.internal.daemon.transport.StalledLeaderMonitor;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An action called over this server: where it runs, and who sends its one answer. */
final class GrizzlyCall implements LeadingCall {

    private final Invocation invocation;

    private final Request request;

    private final Response response;

    private final WorkerDispatcher runner;

    // all guarded by this
    private boolean later;
    private boolean answered;
    private @Nullable Future<?> deadline;

    GrizzlyCall(Invocation invocation, Request request, Response response, WorkerDispatcher runner) {
        this.invocation = invocation;
        this.request = request;
        this.response = response;
        this.runner = runner;
    }

    /** The action that is called. */
    Action action() {
        return invocation.action();
    }

    /** Has something done once there is an answer. */
    void whenAnswered(Runnable then) {
        var unused = invocation.answer().whenComplete((answer, fatal) -> then.run());
    }

    /** Runs it on this thread, which has just read it and leads a selector. */
    void runHere(SelectorLeader lead, StalledLeaderMonitor watch) throws IOException {
        AverageDuration pace = runner.pace(invocation.action());
        long began = System.nanoTime();
        lead.begin(this);
        watch.wake();
        boolean leads;
        try {
            runner.invoke(invocation);
        } finally {
            leads = lead.end();
        }
        pace.took(System.nanoTime() - began);
        if (invocation.answer().isDone()) {
            if (leads) {
                GrizzlyAnswers.send(answer(), request, response);
            } else {
                answerAfterAll();
            }
        } else {
            answerLater();
        }
    }

    /** Runs it on a thread of its own. The response is suspended already, or is so now, on the thread that serves the request. */
    void runLater(boolean suspended) {
        if (!suspended) {
            GrizzlyAnswers.suspend(request, response);
        }
        synchronized (this) {
            later = true;
        }
        var unused = invocation.answer().whenComplete((answer, fatal) -> sendLater());
        runner.run(invocation);
    }

    /** Tells that another thread leads now while this call still runs: from here on it counts, and has a deadline. */
    @Override
    public void outlastsLeader() {
        runner.gate().enterRunning();
        synchronized (this) {
            deadline = runner.deadline(this::expire);
        }
    }

    /** The thread that has outlasted its lead is back with an answer, unless the caller was told that there is none. */
    private void answerAfterAll() throws IOException {
        synchronized (this) {
            if (deadline != null) {
                deadline.cancel(false);
            }
            if (answered) {
                return;
            }
            answered = true;
        }
        runner.gate().leave();
        GrizzlyAnswers.send(answer(), request, response);
    }

    /** The action is asynchronous: its thread is back without an answer. */
    private void answerLater() {
        synchronized (this) {
            if (answered) {
                return;
            }
            GrizzlyAnswers.suspend(request, response);
            later = true;
            if (deadline == null) {
                runner.gate().enterRunning();
                deadline = runner.deadline(this::expire);
            }
        }
        var unused = invocation.answer().whenComplete((answer, fatal) -> {
            synchronized (this) {
                if (deadline != null) {
                    deadline.cancel(false);
                }
            }
            runner.gate().leave();
            sendLater();
        });
    }

    private void expire() {
        if (!invocation.expire(runner.timeout())) {
            return;
        }
        synchronized (this) {
            if (later || answered) {
                return; // sent by whoever waits for the answer
            }
            answered = true;
            // its thread is still with the action, which may never end: the connection ends with this answer;
            // were the thread back right now, it must not end the request while this is sent
            GrizzlyAnswers.sendLast(answer(), request, response);
        }
        runner.gate().leave();
    }

    private void sendLater() {
        try {
            GrizzlyAnswers.send(answer(), request, response);
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(GrizzlyCall.class).debug("The caller has gone", e);
        } finally {
            response.resume();
        }
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
