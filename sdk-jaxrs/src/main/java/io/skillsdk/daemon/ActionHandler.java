package io.skillsdk.daemon;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Route;
import io.skillsdk.http.HttpActions;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Straight from Grizzly to the actions, where the daemon has no JAX-RS components that would want a say. */
final class ActionHandler extends HttpHandler {

    private final HttpActions actions;

    ActionHandler(HttpActions actions) {
        this.actions = actions;
    }

    @Override
    public void service(Request request, Response response) throws IOException {
        String method = request.getMethod().getMethodString();
        String path = request.getRequestURI();
        Route route = actions.route(method, path);
        if (!(route instanceof Route.Found found)) {
            GrizzlyAnswers.send(actions.refuse(route, path, method), request, response);
            return;
        }
        CompletableFuture<ActionAnswer> answer =
                actions.invoke(found, new GrizzlyExchange(request)).toCompletableFuture();
        if (answer.isDone()) {
            GrizzlyAnswers.send(answer.join(), request, response);
        } else {
            response.suspend();
            var unused = answer.whenComplete((done, failure) -> GrizzlyAnswers.sendLater(done, request, response));
        }
    }
}
