package io.skillsdk.internal.daemon.request;

import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.Call;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusedBodyException;
import io.skillsdk.internal.routing.Route;
import io.skillsdk.internal.text.LogText;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request on its way through JAX-RS: request filters, action or resource, response filters, all on one thread. It has a deadline when an
 * action is called, and then all of it does. The runtime takes the right to answer when it begins to write; after the deadline it writes into
 * nothing, and filters see the answer that the client got.
 */
public final class JaxrsWork implements Work, Consumer<Invocation> {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private final JaxrsApplication application;

    private final HttpActions actions;

    private final Route route;

    private final Request request;

    private final Response response;

    private final Reply reply;

    private final @Nullable AverageDuration averageDuration;

    private final long arrived = System.nanoTime();

    private final byte[] body;

    private @Nullable Call call;

    // all guarded by this
    private @Nullable Invocation invocation;
    private boolean missed;
    private @Nullable Thread thread;

    JaxrsWork(
            JaxrsApplication application,
            HttpActions actions,
            Route route,
            Request request,
            Response response,
            byte[] body,
            Reply reply,
            @Nullable AverageDuration averageDuration) {
        this.application = application;
        this.actions = actions;
        this.route = route;
        this.request = request;
        this.response = response;
        this.body = body;
        this.reply = reply;
        this.averageDuration = averageDuration;
    }

    /** The request, as the server has it. */
    public Request request() {
        return request;
    }

    /** Where the request leads, as it was received. */
    public Route route() {
        return route;
    }

    /** The response, as the server has it. */
    public Response response() {
        return response;
    }

    /** The whole body; not copied. */
    public byte[] body() {
        return body;
    }

    /** How much of its time is over. */
    public Duration spent() {
        return Duration.ofNanos(System.nanoTime() - arrived);
    }

    /** The call that it belongs to, which decides who answers. */
    public Call call() {
        return Objects.requireNonNull(call, "joins comes first");
    }

    /** Where the answer is written. */
    public Reply reply() {
        return reply;
    }

    @Override
    public void joins(Call joined) {
        call = joined;
    }

    @Override
    public @Nullable AverageDuration averageDuration() {
        return averageDuration;
    }

    @Override
    public String inWords() {
        Invocation called = invoked();
        return called != null
                ? called.inWords()
                : LogText.path(request.getMethod().getMethodString()) + " " + LogText.path(request.getRequestURI());
    }

    /** The author's own resources have none: they may stream for as long as they like. */
    @Override
    public boolean hasDeadline() {
        return averageDuration != null || invoked() != null;
    }

    @Override
    public void run() {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            application.handle(this);
        } finally {
            synchronized (this) {
                thread = null; // an interrupt after this would reach the next call
            }
        }
    }

    /** Runs the invocation of an action, on this thread, unless the time was up before it came to that. */
    @Override
    public void accept(Invocation called) {
        boolean told;
        synchronized (this) {
            invocation = called;
            told = missed;
        }
        called.tellWhenSent();
        if (!told) {
            tellSent(called);
        }
        if (call().isDecided()) {
            called.expire(call().timeLimit()); // before it came to the action
        }
        if (averageDuration == null) {
            call().limitTime(); // a filter has led the request to an action
        }
        // it fails with a fatal error, and with nothing else
        var unused = called.answer().whenComplete((answer, fatal) -> {
            if (fatal != null) {
                FatalErrorExit.endIfFatal(fatal);
            }
        });
        try {
            called.run();
        } catch (VirtualMachineError e) {
            FatalErrorExit.endIfFatal(e); // after the client was told of a time-out, the answer does not have it
            throw e;
        }
    }

    @Override
    public boolean detach() {
        return reply.detach();
    }

    @Override
    public boolean expire(Duration limit) {
        if (!call().take()) {
            return false;
        }
        ActionAnswer answer = GrizzlyAnswers.FAILED;
        try {
            Invocation called = invoked();
            if (called != null && called.expire(limit)) {
                answer = called.answer().join();
            } else {
                answer = late(limit);
                tellMissed(answer);
                interrupt();
            }
        } finally {
            call().decide(answer);
        }
        return true;
    }

    private void tellSent(Invocation called) {
        reply.whenFinished(() -> called.sent(reply.status(), reply.bytes()));
    }

    private synchronized @Nullable Invocation invoked() {
        return invocation;
    }

    /** Has listeners hear of a call whose action is not reached in time, as they would on the direct route. */
    private void tellMissed(ActionAnswer answer) {
        synchronized (this) {
            if (invocation != null || !(route instanceof Route.Found)) {
                return;
            }
            missed = true;
        }
        try {
            Invocation never = actions.prepare((Route.Found) route, new GrizzlyExchange(request), body);
            never.tellWhenSent();
            tellSent(never);
            never.end(answer);
        } catch (RefusedBodyException e) {
            LOG.debug("The body of a call that was late could not be read", e);
        }
    }

    private synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** A filter, or what writes the answer, has taken too long. */
    private ActionAnswer late(Duration limit) {
        LOG.error(
                "{} {} was not answered within {} ms. No action is running: a filter or another JAX-RS component took too long.",
                request.getMethod(),
                LogText.path(request.getRequestURI()),
                limit.toMillis());
        return ErrorAnswers.of(504, "The call was not answered within " + limit.toMillis() + " ms.")
                .as(CallOutcome.TIMED_OUT);
    }

    /** As on the direct route, where an action would have been called: listeners hear of it, filters do not. */
    @Override
    public void refuse(String detail) {
        if (route instanceof Route.Found found) {
            try {
                Invocation refused = actions.prepare(found, new GrizzlyExchange(request), body);
                actions.refuse(refused, detail);
                call().offer(refused.answer().join());
            } catch (RefusedBodyException e) {
                refuse(e.answer());
            }
        } else {
            refuse(actions.tooBusy(detail));
        }
    }

    private void refuse(ActionAnswer answer) {
        reply.tellRefused(answer);
        call().offer(answer);
    }

    @Override
    public void fail(Throwable thrown, boolean counts) {
        reply.fail(thrown, counts);
    }

    @Override
    public void send(@Nullable ActionAnswer answer) {
        reply.send(answer);
    }
}
