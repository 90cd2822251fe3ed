package io.skillsdk.internal.daemon.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Tells when an answer is written, and when it cannot be written whole: once it has begun, Jersey would end it as if it were. */
@Priority(Integer.MIN_VALUE)
final class TruncatedResponseGuard implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        JerseyRequest ours = RequestProperties.request(context);
        try {
            context.proceed();
            if (ours != null) {
                ours.written();
            }
        } catch (Throwable e) {
            if (ours != null) {
                ours.truncated(e);
            }
            throw e;
        }
    }
}
