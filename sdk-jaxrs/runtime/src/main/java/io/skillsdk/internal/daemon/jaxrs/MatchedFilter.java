package io.skillsdk.internal.daemon.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** The first filter after the matching: from here on the path of a request is again the one that was called. */
@Priority(Integer.MIN_VALUE)
final class MatchedFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request instanceof JerseyRequest ours) {
            ours.matched();
        }
    }
}
