package io.skillsdk.internal.daemon.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Tells when an answer cannot be written whole. Once it has begun, Jersey would end it as if it were. */
@Priority(Integer.MIN_VALUE)
final class TruncatedResponseGuard implements WriterInterceptor {

    /** The property of a request that has its {@link JerseyResponseWriter}. */
    static final String WRITER = JerseyResponseWriter.class.getName();

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (Throwable e) {
            if (context.getProperty(WRITER) instanceof JerseyResponseWriter writer) {
                writer.truncated(e);
            }
            throw e;
        }
    }
}
