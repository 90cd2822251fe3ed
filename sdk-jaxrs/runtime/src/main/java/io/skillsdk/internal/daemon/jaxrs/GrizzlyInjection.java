package io.skillsdk.internal.daemon.jaxrs;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.innate.inject.InternalBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Lets components have the request and response of the server injected, as Jersey's own container does. It costs nothing where it is not wanted. */
final class GrizzlyInjection extends InternalBinder {

    @Override
    protected void configure() {
        bindFactory(RequestSupplier.class).to(Request.class).in(RequestScoped.class);
        bindFactory(ResponseSupplier.class).to(Response.class).in(RequestScoped.class);
    }

    /** The request that is being handled. Public for the runtime, not for use. */
    public static final class RequestSupplier implements Supplier<@Nullable Request> {

        private final Provider<ContainerRequestContext> current;

        @Inject
        RequestSupplier(Provider<ContainerRequestContext> current) {
            this.current = current;
        }

        @Override
        public @Nullable Request get() {
            return current.get() instanceof JerseyRequest ours ? ours.grizzly() : null;
        }
    }

    /** The response to it. Public for the runtime, not for use. */
    public static final class ResponseSupplier implements Supplier<@Nullable Response> {

        private final Provider<ContainerRequestContext> current;

        @Inject
        ResponseSupplier(Provider<ContainerRequestContext> current) {
            this.current = current;
        }

        @Override
        public @Nullable Response get() {
            return current.get() instanceof JerseyRequest ours ? ours.grizzly().getResponse() : null;
        }
    }
}
