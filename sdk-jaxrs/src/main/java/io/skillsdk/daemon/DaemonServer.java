package io.skillsdk.daemon;

import io.skillsdk.action.ActionCatalog;
import io.skillsdk.http.HttpActions;
import java.io.IOException;
import java.net.BindException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.strategies.WorkerThreadIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/** Grizzly, set up for actions: threads enough for those that block, JSON for its own errors. */
final class DaemonServer {

    // threads come and go with the calls that block: starting all of them would cost a start and a fresh JIT compiler
    // dearly
    private static final int CORE_THREADS = 4;

    private static final int THREADS = 256;

    private static final int DRAIN_SECONDS = 20;

    // held, as the logging API forgets loggers that nobody holds; below SEVERE it tells of faults of callers, with
    // stacks
    private static final java.util.logging.Logger GRIZZLY = java.util.logging.Logger.getLogger("org.glassfish.grizzly");

    private final HttpServer server;

    private final NetworkListener listener;

    private final CountDownLatch stopped = new CountDownLatch(1);

    private DaemonServer(HttpServer server, NetworkListener listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Starts to listen, once all else is ready: traffic may arrive as soon as the port is open (gateway). */
    static DaemonServer start(DaemonSettings settings, ActionCatalog catalog, List<?> components) {
        if (GRIZZLY.getLevel() == null) {
            GRIZZLY.setLevel(Level.SEVERE);
        }
        HttpActions actions = new HttpActions(catalog, settings.maxRequestSize());
        HttpHandler inner = components.isEmpty() ? new ActionHandler(actions) : JerseyHandlers.of(actions, components);
        NetworkListener listener = listener(settings);
        HttpServer server = new HttpServer();
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.addHttpHandler(new HealthHandler(actions, inner), "/");
        configuration.setPassTraceRequest(true);
        configuration.setDefaultErrorPageGenerator(new JsonErrorPages());
        configuration.setAllowPayloadForUndefinedHttpMethods(true);
        configuration.setJmxEnabled(false);
        server.addListener(listener);
        return open(settings, server, listener);
    }

    private static NetworkListener listener(DaemonSettings settings) {
        NetworkListener listener = new NetworkListener("skill-daemon", settings.host(), settings.port());
        listener.registerAddOn(new UpgradeIgnoringAddOn());
        listener.getTransport().setIOStrategy(WorkerThreadIOStrategy.getInstance());
        listener.getTransport()
                .setWorkerThreadPoolConfig(ThreadPoolConfig.defaultConfig()
                        .setPoolName("skill-daemon")
                        .setCorePoolSize(CORE_THREADS)
                        .setMaxPoolSize(THREADS));
        return listener;
    }

    private static DaemonServer open(DaemonSettings settings, HttpServer server, NetworkListener listener) {
        try {
            server.start();
            return new DaemonServer(server, listener);
        } catch (BindException e) {
            server.shutdownNow();
            throw new DaemonStartException(
                    "daemon.port " + settings.port() + " on " + settings.host() + " cannot be listened on ("
                            + e.getMessage() + "). Is another daemon running? Choose another port with"
                            + " --daemon.port=… or DAEMON_PORT.",
                    e);
        } catch (IOException | RuntimeException e) {
            server.shutdownNow();
            throw new DaemonStartException(
                    "daemon.host '" + settings.host() + "' cannot be listened on: " + e + ".", e);
        }
    }

    int port() {
        return listener.getPort();
    }

    void stop() {
        if (!server.isStarted()) {
            return;
        }
        try {
            server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS).get(DRAIN_SECONDS + 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.shutdownNow();
        } catch (ExecutionException | TimeoutException e) {
            server.shutdownNow();
        } finally {
            stopped.countDown();
        }
    }

    /** Waits until it has stopped: Grizzly's own threads do not keep a process alive. */
    void await() throws InterruptedException {
        stopped.await();
    }
}
