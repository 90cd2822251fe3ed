package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.ErrorAnswers;
import io.skillsdk.internal.daemon.request.ActionHandler;
import io.skillsdk.internal.daemon.transport.ClientConnection;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.jaxrs.ActionFeature;
import java.net.URISyntaxException;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.EncodingFilter;

/** The actions on Jersey, together with the author's own JAX-RS components. It answers whatever goes wrong, but for the two here. */
final class JerseyHandler extends HttpHandler {

    private static final ActionAnswer NO_URI = ErrorAnswers.of(
            400,
            "The path or the query is no sound URI. Write what is neither a letter nor a digit as % and two hexadecimal digits.");

    private final HttpHandler jersey;

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
                .register(new DateHeader())
                .register(new TruncatedResponseGuard())
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        EncodingFilter.enableFor(application, GZipEncoder.class);
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
        try {
            jersey.service(request, response);
        } catch (IllegalArgumentException e) {
            if (!(e.getCause() instanceof URISyntaxException)) {
                throw e;
            }
            ActionHandler.refuse(NO_URI, request, response);
        }
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
