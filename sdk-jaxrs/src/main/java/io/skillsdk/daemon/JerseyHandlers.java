package io.skillsdk.daemon;

import io.skillsdk.http.HttpActions;
import io.skillsdk.jaxrs.SkillFeature;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.filter.EncodingFilter;

/** The actions on Jersey, together with the author's own JAX-RS components. */
final class JerseyHandlers {

    private JerseyHandlers() {}

    static HttpHandler of(HttpActions actions, List<?> components) {
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
        return ContainerFactory.createContainer(GrizzlyHttpContainer.class, application);
    }
}
