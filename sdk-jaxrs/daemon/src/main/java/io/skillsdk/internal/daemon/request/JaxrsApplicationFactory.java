package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.http.HttpActions;
import java.util.List;

/** Serves actions together with JAX-RS components of the author. Found by {@code ServiceLoader}: the artifact skill-sdk-jaxrs has it. */
public interface JaxrsApplicationFactory {

    /** Makes the application of a daemon that has components. */
    JaxrsApplication application(
            HttpActions actions, List<?> components, ConnectionRegistry connections, DaemonExecutors threads);
}
