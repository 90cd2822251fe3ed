package io.skillsdk.daemon;

import io.skillsdk.action.ActionCatalog;
import io.skillsdk.http.HttpActions;
import io.skillsdk.json.JsonWarmUp;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** Grizzly, set up for actions: those that block have threads of their own, and its errors are JSON. */
final class DaemonServer {

    private static final int HOUSEKEEPING_MILLIS = 1000;

    private static final int UNLIMITED = -1;

    // held, as the logging API forgets loggers that nobody holds; below SEVERE it tells of callers' faults with stacks
    private static final java.util.logging.Logger GRIZZLY = java.util.logging.Logger.getLogger("org.glassfish.grizzly");

    private final DaemonSettings settings;

    private final ActionThreads threads = new ActionThreads();

    private final LeadWatch watch = new LeadWatch(threads);

    private final Connections connections;

    private final Health health;

    private final HttpServer server = new HttpServer();

    private final NetworkListener listener;

    private final ListeningSocket socket;

    private final CountDownLatch stopped = new CountDownLatch(1);

    private final LeadStrategy leads;

    /** Makes a server that does not listen yet. */
    DaemonServer(DaemonSettings settings, Health health) {
        if (GRIZZLY.getLevel() == null) {
            GRIZZLY.setLevel(Level.SEVERE);
        }
        this.settings = settings;
        this.health = health;
        this.connections = new Connections(settings.maxConnections());
        this.leads = new LeadStrategy(watch, connections, new AcceptFailures(threads));
        this.listener = listener();
        this.socket = new ListeningSocket(listener.getTransport());
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.setPassTraceRequest(true);
        configuration.setDefaultErrorPageGenerator(new JsonErrorPages());
        configuration.setJmxEnabled(false);
        configuration.setGracefulShutdownSupported(false); // Drain does better than to refuse what comes last
        server.addListener(listener);
    }

    /** Does once what the first call would have to wait for: reading, and writing a date with the names of time zones. */
    void warmUp() {
        JsonWarmUp.reading();
        FastHttpDateFormat.getCurrentDate();
    }

    /** Starts to listen, once all else is ready: traffic may arrive as soon as the port is open (gateway). */
    void start(ActionCatalog catalog, List<?> components) {
        server.getServerConfiguration().addHttpHandler(handler(catalog, components), "/");
        open();
    }

    private HttpHandler handler(ActionCatalog catalog, List<?> components) {
        CallRunner runner = new CallRunner(threads, settings);
        HttpActions actions =
                new HttpActions(catalog, settings.limits().maxRequestSize(), settings.timeout(), runner::run);
        IncomingBodies incoming = new IncomingBodies(settings.limits(), threads);
        boolean direct = components.isEmpty();
        HttpHandler inner = direct
                ? new ActionHandler(actions, runner, leads, watch, incoming)
                : new JerseyHandler(actions, components, connections);
        BodyFirst bodies = direct
                ? null
                : new BodyFirst(incoming, new ResourceThreads(threads, settings.maxConcurrency()), threads);
        return new FrontHandler(health, settings.healthPath(), actions, inner, bodies, connections, threads);
    }

    private NetworkListener listener() {
        NetworkListener listener = new NetworkListener("skill-daemon", settings.host(), settings.port());
        listener.registerAddOn(connections);
        listener.registerAddOn((of, chain) ->
                chain.set(chain.indexOfType(HttpServerFilter.class), new StrictHttpFilter(of, connections)));
        listener.setMaxHttpHeaderSize(settings.limits().maxHeaderSize());
        listener.getKeepAlive().setMaxRequestsCount(UNLIMITED);
        TCPNIOTransport transport = listener.getTransport();
        transport.setIOStrategy(leads);
        transport.setSelectorHandler(new YieldingSelectorHandler());
        transport.setKernelThreadPool(threads.pool());
        transport.setWorkerThreadPool(threads.pool());
        // an answer is bounded, and its writer may not wait for a caller who does not read: Connections ends that
        transport.getAsyncQueueIO().getWriter().setMaxPendingBytesPerConnection(AsyncQueueWriter.UNLIMITED_SIZE);
        return listener;
    }

    private void open() {
        try {
            watch.start();
            // the JDK opens files to close its first socket with: were none left by then, it could never close one
            SocketChannel.open().close();
            long slow = settings.limits().requestTimeout().toNanos();
            threads.every(HOUSEKEEPING_MILLIS, () -> connections.sweep(slow));
            server.start();
        } catch (BindException e) {
            stopNow();
            throw new DaemonStartException(
                    "daemon.port " + settings.port() + " on " + settings.host() + " cannot be listened on ("
                            + e.getMessage() + "). Is another daemon running? Choose another port with"
                            + " --daemon.port=… or DAEMON_PORT.",
                    e);
        } catch (IOException | RuntimeException e) {
            stopNow();
            throw new DaemonStartException(
                    "daemon.host '" + settings.host() + "' cannot be listened on: " + e + ".", e);
        }
    }

    int port() {
        return listener.getPort();
    }

    /**
     * Stops in order. From now on it tells that it is not ready; after the settle time nobody can connect any more, and each
     * answer closes its connection; calls in flight are finished, as long as they do not take longer than allowed.
     */
    void stop(long settleMillis) {
        if (!server.isStarted()) {
            return;
        }
        try {
            new Drain(settings, connections, health, socket).run(settleMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopNow();
        }
    }

    private void stopNow() {
        server.shutdownNow();
        watch.stop();
        threads.stop();
        stopped.countDown();
    }

    /** Waits until it has stopped: Grizzly's own threads do not keep a process alive. */
    void await() throws InterruptedException {
        stopped.await();
    }
}
