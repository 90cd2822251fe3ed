package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.AverageDuration;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.routing.Route;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Through JAX-RS, where the daemon has components of the author: they have a say in every request, so all are admitted. */
public final class JaxrsDoor implements Door {

    private final HttpActions actions;

    private final JaxrsApplication application;

    private final WorkerDispatcher dispatcher;

    public JaxrsDoor(HttpActions actions, JaxrsApplication application, WorkerDispatcher dispatcher) {
        this.actions = actions;
        this.application = application;
        this.dispatcher = dispatcher;
    }

    @Override
    public Decision admit(Request request, Response response, Reply reply) {
        return new Receive(actions.route(request.getMethod().getMethodString(), request.getRequestURI()));
    }

    @Override
    public Decision prepare(Route route, byte[] body, Request request, Response response, Reply reply) {
        // the author's own resources may block, and answer without end: never on a thread that reads
        AverageDuration averageDuration = route instanceof Route.Found found ? averageDuration(found) : null;
        return new Ready(new JaxrsWork(application, actions, route, request, response, body, reply, averageDuration));
    }

    /** Where the body decides on the action, it is not read yet: what is known is how long calls at that address take. */
    private AverageDuration averageDuration(Route.Found found) {
        return dispatcher.averageDuration(found.byBody() ? application : found.action());
    }

    @Override
    public void start() {
        application.start();
    }

    @Override
    public void stop() {
        application.stop();
    }
}
