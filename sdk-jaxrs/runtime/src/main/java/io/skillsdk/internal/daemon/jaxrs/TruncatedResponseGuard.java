package io.skillsdk.internal.daemon.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;

/** Tells when an answer cannot be written whole. Once it has begun, Jersey would end it as if it were. */
@Priority(Integer.MIN_VALUE)
final class TruncatedResponseGuard implements WriterInterceptor {

    private static final String FAILED = TruncatedResponseGuard.class.getName() + ".failed";

    /** Has something done when the answer to a request fails while it is written. */
    static void watch(Request request, Runnable failed) {
        request.setAttribute(FAILED, failed);
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (IOException | RuntimeException e) {
            if (context.getProperty(FAILED) instanceof Runnable failed) {
                failed.run();
            }
            throw e;
        }
    }
}
