package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusedBodyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

/** Uncompresses the bodies of resources, up to the size that a body may have. */
@Priority(Priorities.ENTITY_CODER)
final class CompressedEntities implements ReaderInterceptor {

    private final HttpActions actions;

    CompressedEntities(HttpActions actions) {
        this.actions = actions;
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
