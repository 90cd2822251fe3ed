package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.request.JaxrsApplication;
import io.skillsdk.internal.daemon.request.JaxrsApplicationFactory;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import java.util.List;

/** Jersey on the daemon's server. */
public final class JerseyApplicationFactory implements JaxrsApplicationFactory {

    @Override
    public JaxrsApplication application(
            HttpActions actions, List<?> components, ConnectionRegistry connections, DaemonExecutors threads) {
        return new JerseyContainer(actions, components, connections, threads);
    }
}
