package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusedBodyException;
import io.skillsdk.internal.routing.Route;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Straight from Grizzly to the actions, where the daemon has no JAX-RS components that would want a say. */
public final class ActionDoor implements Door {

    private static final byte[] NO_BODY = new byte[0];

    private final HttpActions actions;

    private final WorkerDispatcher dispatcher;

    public ActionDoor(HttpActions actions, WorkerDispatcher dispatcher) {
        this.actions = actions;
        this.dispatcher = dispatcher;
    }

    @Override
    public Decision admit(Request request, Response response, Reply reply) {
        String method = request.getMethod().getMethodString();
        String path = request.getRequestURI();
        Route route = actions.route(method, path);
        if (!(route instanceof Route.Found found)) {
            return new Refused(actions.refuse(route, path, method));
        }
        return found.takesBody() ? new Receive(found) : prepare(found, NO_BODY, request, response, reply);
    }

    @Override
    public Decision prepare(Route route, byte[] body, Request request, Response response, Reply reply) {
        Route.Found found = (Route.Found) route;
        try {
            Invocation invocation = actions.prepare(found, new GrizzlyExchange(request), body);
            reply.whenFinished(() -> invocation.sent(reply.status(), reply.bytes()));
            return new Ready(
                    new ActionWork(actions, invocation, dispatcher.averageDuration(invocation.action()), reply));
        } catch (RefusedBodyException e) {
            return new Refused(e.answer());
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}
}
