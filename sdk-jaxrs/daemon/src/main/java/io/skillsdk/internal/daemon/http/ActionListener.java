package io.skillsdk.internal.daemon.http;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.transport.AdaptiveSelectorHandler;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.FatalErrorProbe;
import io.skillsdk.internal.daemon.transport.HeadBuffers;
import io.skillsdk.internal.daemon.transport.HttpDate;
import io.skillsdk.internal.daemon.transport.LeaderFollowersStrategy;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** Grizzly's listener, set up for actions: who reads and who works, how strictly HTTP is read, and what is bounded. */
public final class ActionListener {

    private static final int UNLIMITED = -1;

    private ActionListener() {}

    /** Makes one that does not listen yet. */
    public static NetworkListener of(
            ServerSettings settings,
            ConnectionRegistry connections,
            LeaderFollowersStrategy strategy,
            HttpDate date,
            DaemonExecutors threads) {
        NetworkListener listener = new NetworkListener("skill-daemon", settings.host(), settings.port());
        listener.registerAddOn(connections);
        listener.registerAddOn((of, chain) -> chain.set(
                chain.indexOfType(HttpServerFilter.class),
                new StrictHttpFilter(of, connections, date, !isInCluster())));
        listener.setMaxHttpHeaderSize(settings.limits().maxHeaderSize());
        listener.getKeepAlive().setMaxRequestsCount(UNLIMITED);
        TCPNIOTransport transport = listener.getTransport();
        transport.setIOStrategy(strategy);
        transport.setSelectorHandler(new AdaptiveSelectorHandler());
        transport.setMemoryManager(new HeadBuffers());
        transport.getMonitoringConfig().addProbes(new FatalErrorProbe());
        transport.setKernelThreadPool(threads.pool());
        transport.setWorkerThreadPool(threads.pool());
        // an answer is bounded, and its writer may not wait for a client that does not read: ConnectionRegistry
        // disconnects it
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(AsyncQueueWriter.UNLIMITED_SIZE);
        return listener;
    }

    /** Kubernetes tells each container where its API is. There, a proxy beside the daemon may pass on what others have sent. */
    private static boolean isInCluster() {
        String api = System.getenv("KUBERNETES_SERVICE_HOST");
        return api != null && !api.isEmpty();
    }
}
