package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;

/** Serves actions together with JAX-RS components of the author. Found by {@code ServiceLoader}: the artifact skill-sdk-jaxrs has it. */
public interface JaxrsHandlerFactory {

    /** Makes the handler behind the root handler, for a daemon that has components. */
    HttpHandler handler(HttpActions actions, List<?> components, ConnectionRegistry connections);
}
