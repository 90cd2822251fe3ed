package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.daemon.request.RequestBodyAggregator;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;

/** Gives JAX-RS the body that the daemon has already received. */
@PreMatching
@Priority(Integer.MIN_VALUE)
final class AggregatedEntity implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(RequestBodyAggregator.BODY) instanceof byte[] body) {
            request.removeProperty(RequestBodyAggregator.BODY);
            request.setEntityStream(new ByteArrayInputStream(body));
        }
    }
}
