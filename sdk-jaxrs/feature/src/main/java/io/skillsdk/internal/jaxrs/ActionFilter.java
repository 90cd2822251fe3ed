package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.Route;
import io.skillsdk.internal.http.HttpActions;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;

/**
 * Takes the calls of actions out of an application's requests: a resource that matches every path would hide the
 * application's own.
 */
@PreMatching
final class ActionFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WRONG_METHOD = "io.skillsdk.wrong-method";

    private final HttpActions actions;

    private final boolean resource;

    /**
     * Makes a filter.
     *
     * @param resource whether there is an {@link ActionResource} to lead calls to, or they are answered here
     */
    ActionFilter(HttpActions actions, boolean resource) {
        this.actions = actions;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        Route route = actions.route(request.getMethod(), path);
        if (route instanceof Route.Found found) {
            if (resource) {
                ActionResource.lead(request, found);
            } else {
                ActionAnswer answer = actions.invoke(found, new JaxrsExchange(request), request.getEntityStream())
                        .toCompletableFuture()
                        .join();
                request.abortWith(Responses.of(answer));
            }
        } else if (route instanceof Route.WrongMethod) {
            request.setProperty(WRONG_METHOD, route);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 404 && request.getProperty(WRONG_METHOD) instanceof Route.WrongMethod route) {
            ActionAnswer answer = actions.refuse(route, request.getUriInfo().getPath(false), request.getMethod());
            response.setStatus(answer.status());
            answer.headers().forEach(response.getHeaders()::putSingle);
            response.setEntity(answer.body(), null, Responses.JSON);
        }
    }
}
