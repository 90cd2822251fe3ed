package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.request.JaxrsApplication;
import io.skillsdk.internal.daemon.request.JaxrsWork;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.jaxrs.ActionFeature;
import java.net.URI;
import java.util.List;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.Container;
import org.jspecify.annotations.Nullable;

/**
 * The actions on Jersey, together with the author's own JAX-RS components. It does what Jersey's own container for Grizzly does, but
 * decides nothing about threads, and copies no body.
 */
final class JerseyContainer implements JaxrsApplication, Container {

    private static final ActionAnswer NO_URI =
            ErrorAnswers.of(400, "The path or query is not a valid URI. Percent-encode reserved characters.");

    private final RequestUris uris = new RequestUris();

    private final PathTemplates templates = new PathTemplates();

    private final ServerName serverName = new ServerName();

    private final ConnectionRegistry connections;

    private final DaemonExecutors threads;

    private volatile ApplicationHandler jersey;

    JerseyContainer(HttpActions actions, List<?> components, ConnectionRegistry connections, DaemonExecutors threads) {
        this.jersey = new ApplicationHandler(application(actions, components), new GrizzlyInjection());
        this.connections = connections;
        this.threads = threads;
    }

    private static ResourceConfig application(HttpActions actions, List<?> components) {
        ResourceConfig application = new ResourceConfig()
                .register(ActionFeature.hosted(actions))
                .registerResources(ActionEndpoint.resource(actions))
                .register(MatchedFilter.class)
                .register(new JerseyErrors())
                .register(new TruncatedResponseGuard())
                .register(new CompressedEntities(actions))
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
    public void handle(JaxrsWork work) {
        ApplicationHandler handler = jersey;
        JerseyResponseWriter writer = new JerseyResponseWriter(work, connections, threads);
        serverName.makeValid(work.request());
        URI base = uris.base(work.request());
        URI uri = uris.of(work.request(), base);
        if (uri == null) {
            work.reply().tellRefused(NO_URI);
            writer.refuse(NO_URI);
            return;
        }
        try {
            handler.handle(new JerseyRequest(work, base, uri, writer, handler.getConfiguration(), templates));
        } catch (RuntimeException e) {
            if (writer.hasReported(e)) {
                return;
            }
            throw e;
        }
        writer.returned();
    }

    @Override
    public void start() {
        jersey.onStartup(this);
    }

    @Override
    public void stop() {
        jersey.onShutdown(this);
    }

    @Override
    public ResourceConfig getConfiguration() {
        return jersey.getConfiguration();
    }

    @Override
    public ApplicationHandler getApplicationHandler() {
        return jersey;
    }

    @Override
    public void reload() {
        reload(new ResourceConfig(getConfiguration()));
    }

    @Override
    public void reload(@Nullable ResourceConfig configuration) {
        jersey.onShutdown(this);
        jersey = new ApplicationHandler(configuration, new GrizzlyInjection());
        jersey.onReload(this);
        jersey.onStartup(this);
    }
}
