package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The route of a request, from the filter that finds it to what answers. A request of the daemon's own runtime has a place for it; one
 * of another runtime has none but properties.
 */
final class RequestRoute {

    private static final String PROPERTY = Route.class.getName();

    private RequestRoute() {}

    static void set(ContainerRequestContext request, Route route) {
        if (request instanceof HostedRequest hosted) {
            hosted.forward(route);
        } else {
            request.setProperty(PROPERTY, route);
        }
    }

    /** The route; null for a request that the filter has not seen. */
    static @Nullable Route of(ContainerRequestContext request) {
        if (request instanceof HostedRequest hosted) {
            return hosted.route();
        }
        return request.getProperty(PROPERTY) instanceof Route route ? route : null;
    }
}
