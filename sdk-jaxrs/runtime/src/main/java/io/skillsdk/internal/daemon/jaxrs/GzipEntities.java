package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusedBodyException;
import io.skillsdk.internal.http.ResponseBodies;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * gzip for entities, by the rule that holds for actions without JAX-RS too: answers from a size upward, for clients that prefer
 * it; requests up to the size that a body may have. Jersey's own coder compresses even what becomes larger by it.
 */
@Priority(Priorities.ENTITY_CODER)
final class GzipEntities implements ContainerResponseFilter, WriterInterceptor, ReaderInterceptor {

    private static final String ACCEPTED = GzipEntities.class.getName() + ".accepted";

    private final HttpActions actions;

    GzipEntities(HttpActions actions) {
        this.actions = actions;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object entity = response.getEntity();
        boolean isSmall = entity == null || (entity instanceof byte[] body && !ResponseBodies.isWorthCompressing(body));
        // what is sent piece by piece has no size from the beginning
        if (!isSmall && !(entity instanceof ChunkedOutput)) {
            String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
            request.setProperty(ACCEPTED, ResponseBodies.acceptsGzip(accepted));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        Object accepted = context.getProperty(ACCEPTED);
        if (accepted == null || context.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING)) {
            context.proceed();
            return;
        }
        LargeBodyGzip body = new LargeBodyGzip(context.getOutputStream(), context.getHeaders(), accepted.equals(true));
        context.setOutputStream(body);
        context.proceed();
        body.finish();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        String encoding = context.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            try {
                byte[] body = actions.uncompress(context.getInputStream().readAllBytes(), encoding);
                context.setInputStream(new ByteArrayInputStream(body));
            } catch (RefusedBodyException e) {
                throw new WebApplicationException(JerseyErrors.response(e.answer()));
            }
        }
        return context.proceed();
    }
}
