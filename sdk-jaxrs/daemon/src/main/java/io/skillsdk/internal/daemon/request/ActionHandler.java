package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.LogText;
import io.skillsdk.internal.action.Route;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.transport.LeaderFollowersStrategy;
import io.skillsdk.internal.daemon.transport.SelectorLeader;
import io.skillsdk.internal.daemon.transport.StalledLeaderMonitor;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Straight from Grizzly to the actions, where the daemon has no JAX-RS components that would want a say. It serves on the thread
 * that has read the request, and never blocks it: quick actions run right there, others on threads of their own.
 */
public final class ActionHandler extends HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private static final byte[] NO_BODY = new byte[0];

    private final HttpActions actions;

    private final WorkerDispatcher runner;

    private final LeaderFollowersStrategy leads;

    private final StalledLeaderMonitor watch;

    private final BodyMemoryBudget bodies;

    public ActionHandler(
            HttpActions actions,
            WorkerDispatcher runner,
            LeaderFollowersStrategy leads,
            StalledLeaderMonitor watch,
            BodyMemoryBudget bodies) {
        this.actions = actions;
        this.runner = runner;
        this.leads = leads;
        this.watch = watch;
        this.bodies = bodies;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        String method = request.getMethod().getMethodString();
        String path = request.getRequestURI();
        Route route = actions.route(method, path);
        if (!(route instanceof Route.Found found)) {
            refuse(actions.refuse(route, path, method), request, response);
        } else if (!found.takesBody()) {
            call(found, NO_BODY, request, response);
        } else {
            receive(found, request, response);
        }
    }

    private void receive(Route.Found found, Request request, Response response) throws IOException {
        try {
            byte[] body = bodies.arrived(request);
            if (body != null) {
                call(found, body, request, response);
            } else {
                Runnable release = bodies.reserve(request);
                GrizzlyAnswers.suspend(request, response);
                bodies.await(request, new PendingRequest(this, found, request, response, release));
            }
        } catch (RefusedBodyException e) {
            refuseAndClose(e.answer(), request, response);
        }
    }

    private void call(Route.Found found, byte[] body, Request request, Response response) throws IOException {
        GrizzlyCall call = prepared(found, body, request, response);
        if (call == null) {
            return;
        }
        SelectorLeader lead = runner.pace(call.action()).isQuick() ? leads.current() : null;
        if (lead != null) {
            call.runHere(lead, watch);
        } else {
            call.runLater(false);
        }
    }

    @Nullable GrizzlyCall prepared(Route.Found found, byte[] body, Request request, Response response) throws IOException {
        try {
            return new GrizzlyCall(
                    actions.prepare(found, new GrizzlyExchange(request), body), request, response, runner);
        } catch (RefusedBodyException e) {
            refuse(e.answer(), request, response);
            return null;
        }
    }

    public static void refuse(ActionAnswer answer, Request request, Response response) throws IOException {
        log(answer, request);
        GrizzlyAnswers.send(answer, request, response);
    }

    static void refuseAndClose(ActionAnswer answer, Request request, Response response) throws IOException {
        if (response.isCommitted()) {
            return; // its body is not valid HTTP, and whoever found that has answered
        }
        log(answer, request);
        GrizzlyAnswers.sendAndClose(answer, request, response);
    }

    private static void log(ActionAnswer answer, Request request) {
        LOG.info(
                "{} {} was answered with {}",
                LogText.path(request.getMethod().getMethodString()),
                LogText.path(request.getRequestURI()),
                answer.status());
    }
}
