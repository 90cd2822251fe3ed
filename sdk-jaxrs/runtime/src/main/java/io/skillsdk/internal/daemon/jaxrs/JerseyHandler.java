package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.daemon.transport.ClientConnection;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.jaxrs.ActionFeature;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The actions on Jersey, together with the author's own JAX-RS components. */
final class JerseyHandler extends HttpHandler {

    private final HttpHandler jersey;

    private final ServerName serverName = new ServerName();

    private final ConnectionRegistry connections;

    JerseyHandler(HttpActions actions, List<?> components, ConnectionRegistry connections) {
        this.jersey = ContainerFactory.createContainer(GrizzlyHttpContainer.class, application(actions, components));
        this.connections = connections;
    }

    private static ResourceConfig application(HttpActions actions, List<?> components) {
        ResourceConfig application = new ResourceConfig()
                .register(new ActionFeature(actions))
                .register(new JerseyErrors(actions))
                .register(new AggregatedEntity())
                .register(new GzipEntities(actions))
                .register(new TruncatedResponseGuard())
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        for (Object component : components) {
            if (component instanceof Class<?> type) {
                application.register(type);
            } else {
                application.register(component);
            }
        }
        return application;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        TruncatedResponseGuard.watch(request, () -> {
            if (response.isCommitted()) {
                ClientConnection caller = connections.of(request.getContext().getConnection());
                connections.cutOff(caller, "its answer failed halfway, and is not to be taken for whole");
            }
        });
        serverName.makeValid(request);
        jersey.service(request, response);
    }

    @Override
    public void start() {
        jersey.start();
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }
}
