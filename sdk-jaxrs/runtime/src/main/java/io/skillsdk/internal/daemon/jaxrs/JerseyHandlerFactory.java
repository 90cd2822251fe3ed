package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.daemon.request.JaxrsHandlerFactory;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;

/** Jersey on the daemon's server. */
public final class JerseyHandlerFactory implements JaxrsHandlerFactory {

    @Override
    public HttpHandler handler(HttpActions actions, List<?> components, ConnectionRegistry connections) {
        return new JerseyHandler(actions, components, connections);
    }
}
