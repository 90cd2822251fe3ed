package io.skillsdk.internal.daemon.jaxrs;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Tells when an answer is written, and when it cannot be written whole: once it has begun, Jersey would end it as if it were. */
@Priority(Integer.MIN_VALUE)
final class TruncatedResponseGuard implements WriterInterceptor {

    private final Provider<ContainerRequestContext> current;

    @Inject
    TruncatedResponseGuard(Provider<ContainerRequestContext> current) {
        this.current = current;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
            if (current.get() instanceof JerseyRequest ours) {
                ours.written();
            }
        } catch (Throwable e) {
            if (current.get() instanceof JerseyRequest ours) {
                ours.truncated(e);
            }
            throw e;
        }
    }
}
