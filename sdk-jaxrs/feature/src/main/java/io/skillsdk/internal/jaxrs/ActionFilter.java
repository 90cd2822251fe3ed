package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Providers;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of actions out of an application's requests: a resource that matches every path would hide the
 * application's own. It alone decides what is a call, and what is answered where neither an action nor the application has the path.
 */
@PreMatching
final class ActionFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final HttpActions actions;

    private final ActionCalls calls;

    private final boolean resource;

    @Context
    private @Nullable Providers providers;

    /**
     * Makes a filter.
     *
     * @param resource whether there is an {@link ActionResource} to forward calls to, or they are answered here
     */
    ActionFilter(HttpActions actions, boolean resource) {
        this.actions = actions;
        this.calls = new ActionCalls(actions);
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Route received = request instanceof HostedRequest hosted ? hosted.received() : null;
        Route route = received != null
                ? received
                : actions.route(request.getMethod(), request.getUriInfo().getPath(false));
        RequestRoute.set(request, route);
        if (request instanceof HostedRequest || !(route instanceof Route.Found found)) {
            return;
        }
        if (resource) {
            ActionResource.forward(request);
        } else {
            request.abortWith(calls.callAndWait(found, request, providers));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != 404) {
            return;
        }
        Route route = RequestRoute.of(request);
        if (route == null || route instanceof Route.Found) {
            return;
        }
        // in the daemon all answers are ours; elsewhere a path that is no action's is the application's to answer
        boolean unanswered = request instanceof HostedRequest && !response.hasEntity();
        if (unanswered || route instanceof Route.WrongMethod) {
            ActionAnswer answer = actions.refuse(route, request.getUriInfo().getPath(false), request.getMethod());
            ActionCalls.tell(request, answer);
            response.setStatus(answer.status());
            answer.headers().forEach(response.getHeaders()::putSingle);
            response.setEntity(answer.body(), null, Responses.JSON);
        }
    }
}
