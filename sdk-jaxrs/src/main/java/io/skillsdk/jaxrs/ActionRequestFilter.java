package io.skillsdk.jaxrs;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Route;
import io.skillsdk.http.HttpActions;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;

/**
 * Leads the calls of actions to {@link ActionResource}. JAX-RS has no portable way to add resources at run time, and a
 * resource that matches every path would hide the application's own.
 */
@PreMatching
@Priority(Priorities.ENTITY_CODER)
final class ActionRequestFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String WRONG_METHOD = "io.skillsdk.wrong-method";

    private final HttpActions actions;

    private final String secret;

    ActionRequestFilter(HttpActions actions, String secret) {
        this.actions = actions;
        this.secret = secret;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        Route route = actions.route(request.getMethod(), path);
        if (route instanceof Route.Found) {
            request.setRequestUri(uri.getBaseUriBuilder()
                    .path(ActionResource.PATH)
                    .path(secret)
                    .path(path)
                    .replaceQuery(uri.getRequestUri().getRawQuery())
                    .build());
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
