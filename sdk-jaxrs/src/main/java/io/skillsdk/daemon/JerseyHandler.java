package io.skillsdk.daemon;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Errors;
import io.skillsdk.http.HttpActions;
import io.skillsdk.jaxrs.SkillFeature;
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

    private static final ActionAnswer NO_URI = Errors.of(
            400,
            "The path or the query is no sound URI. Write what is neither a letter nor a digit as % and two hexadecimal digits.");

    private final HttpHandler jersey;

    private final Connections connections;

    JerseyHandler(HttpActions actions, List<?> components, Connections connections) {
        this.jersey = ContainerFactory.createContainer(GrizzlyHttpContainer.class, application(actions, components));
        this.connections = connections;
    }

    private static ResourceConfig application(HttpActions actions, List<?> components) {
        ResourceConfig application = new ResourceConfig()
                .register(SkillFeature.of(actions))
                .register(new JerseyErrors(actions))
                .register(new BodyFirst.Entity())
                .register(new DateHeader())
                .register(new WholeAnswers())
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
        WholeAnswers.watch(request, () -> {
            if (response.isCommitted()) {
                Caller caller = connections.of(request.getContext().getConnection());
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
