package io.skillsdk.daemon;

import io.skillsdk.daemon.extension.DaemonGauges;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.daemon.execution.CallsInFlight;
import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.execution.ListenerThread;
import io.skillsdk.internal.daemon.execution.WorkerDispatcher;
import io.skillsdk.internal.daemon.http.ActionListener;
import io.skillsdk.internal.daemon.page.Health;
import io.skillsdk.internal.daemon.page.LiveGauges;
import io.skillsdk.internal.daemon.page.PageTable;
import io.skillsdk.internal.daemon.page.PageThreads;
import io.skillsdk.internal.daemon.request.ActionDoor;
import io.skillsdk.internal.daemon.request.CallHandler;
import io.skillsdk.internal.daemon.request.Door;
import io.skillsdk.internal.daemon.request.InnerCalls;
import io.skillsdk.internal.daemon.request.JaxrsApplicationFactory;
import io.skillsdk.internal.daemon.request.JaxrsDoor;
import io.skillsdk.internal.daemon.request.JsonErrorPages;
import io.skillsdk.internal.daemon.request.RequestBodyAggregator;
import io.skillsdk.internal.daemon.request.RootHandler;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.transport.AcceptBackoff;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.GrizzlyLog;
import io.skillsdk.internal.daemon.transport.HttpDate;
import io.skillsdk.internal.daemon.transport.LeaderFollowersStrategy;
import io.skillsdk.internal.daemon.transport.ListeningSocket;
import io.skillsdk.internal.daemon.transport.SelectorTask;
import io.skillsdk.internal.daemon.transport.StalledLeaderMonitor;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.http.BodyLimit;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.Refusals;
import io.skillsdk.internal.json.JsonWarmUp;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.ServerConfiguration;

/** Grizzly, set up for actions: those that block have threads of their own, and its errors are JSON. */
final class DaemonServer {

    private static final int HOUSEKEEPING_MILLIS = 1000;

    /** How long listeners may take over the last events when the daemon stops. */
    private static final int LISTENERS_MILLIS = 2000;

    private final ServerSettings settings;

    private boolean listening;

    private final DaemonExecutors threads = new DaemonExecutors(SelectorTask::surviving);

    private final ListenerThread listeners = new ListenerThread(threads.log());

    private final Refusals refusals = new Refusals();

    private final CallsInFlight inFlight = new CallsInFlight();

    private final BackgroundRunner background;

    private final StalledLeaderMonitor monitor = new StalledLeaderMonitor(threads);

    private final ConnectionRegistry connections;

    private final Health health;

    private final HttpDate date = new HttpDate();

    private final HttpServer server = new HttpServer();

    private final NetworkListener listener;

    private final GracefulShutdown shutdown;

    private final LeaderFollowersStrategy strategy;

    /** Makes a server that does not listen yet. */
    DaemonServer(ServerSettings settings, Map<String, BooleanSupplier> checks) {
        GrizzlyLog.read();
        this.settings = settings;
        this.health = new Health(checks, threads);
        this.background = new BackgroundRunner(settings.maxBackgroundTasks(), threads);
        this.connections = new ConnectionRegistry(settings.maxConnections(), refusals, threads.log());
        this.strategy = new LeaderFollowersStrategy(monitor, connections, new AcceptBackoff(threads), inFlight);
        this.listener = ActionListener.of(settings, connections, strategy, date, threads);
        this.shutdown = new GracefulShutdown(
                settings,
                connections,
                health,
                new ListeningSocket(listener.getTransport(), connections),
                inFlight,
                background);
        ServerConfiguration configuration = server.getServerConfiguration();
        configuration.setPassTraceRequest(true);
        configuration.setDefaultErrorPageGenerator(new JsonErrorPages());
        configuration.setJmxEnabled(false);
        configuration.setGracefulShutdownSupported(false); // GracefulShutdown also answers what comes last
        server.addListener(listener);
    }

    /** Does once what the first call would have to wait for. */
    void warmUp() {
        JsonWarmUp.reading();
    }

    /**
     * A pipeline whose work beside the calls is done by this server: listeners are told by a thread of their own, if there are any, and
     * background tasks are waited for by the drain.
     *
     * @param options what the program and the extensions add
     */
    private ActionPipeline pipeline(FabricSource fabric, PipelineOptions options) {
        listening |= options.hasListeners();
        return new ActionPipeline(fabric).with(background).with(options.deliverBy(listeners));
    }

    /** Starts to listen, once all else is ready: traffic may arrive as soon as the port is open (gateway). */
    void start(HttpHandler handler) {
        server.getServerConfiguration().addHttpHandler(handler, "/");
        open();
    }

    /** What answers the requests of a skill, and how busy it is. */
    record Served(HttpHandler handler, DaemonGauges gauges) {}

    /** Connects what a skill opened to this server. */
    Served serve(OpenedSkill skill, List<?> components) {
        return serve(skill, components, UnaryOperator.identity());
    }

    /**
     * Does the same.
     *
     * @param around put around what answers all but the daemon's own pages
     */
    Served serve(OpenedSkill skill, List<?> components, UnaryOperator<HttpHandler> around) {
        ServerSettings read = skill.settings();
        ActionPipeline pipeline = pipeline(skill.fabric(), skill.options());
        WorkerDispatcher dispatcher = new WorkerDispatcher(threads, read, inFlight);
        BodyLimit limit = new BodyLimit(read.limits().maxRequestSize());
        HttpActions actions = new HttpActions(skill.catalog(), pipeline, limit, read.timeout(), refusals);
        Door door = components.isEmpty()
                ? new ActionDoor(actions, dispatcher)
                : new JaxrsDoor(actions, jaxrs().application(actions, components, connections, threads), dispatcher);
        RequestBodyAggregator bodies =
                new RequestBodyAggregator(limit, read.limits().requestTimeout(), threads);
        HttpHandler inner = new CallHandler(door, dispatcher, strategy, monitor, bodies, refusals, threads.log());
        PageTable pages = new PageTable(actions, new PageThreads(threads), bodies);
        pages.addHealth(health, read.healthPath());
        LiveGauges gauges = new LiveGauges(dispatcher, connections, refusals, background, read);
        skill.extensions()
                .addPages(pages, skill.catalog(), gauges, new InnerCalls(actions, dispatcher), skill.version());
        return new Served(new RootHandler(pages, around.apply(inner), connections, date, threads.log()), gauges);
    }

    /** Runs something on a thread of this server, as long as it has not stopped. */
    void execute(Runnable task) {
        threads.execute(task);
    }

    /** Asks other checks of readiness from now on. */
    void checkBy(Map<String, BooleanSupplier> checks) {
        health.checkBy(checks);
    }

    /** Has listeners told even if the first skill has none. */
    void expectListeners() {
        listening = true;
    }

    private static JaxrsApplicationFactory jaxrs() {
        return ServiceLoader.load(JaxrsApplicationFactory.class, JaxrsApplicationFactory.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new DaemonStartException(
                        "register(…) adds JAX-RS components, which need JAX-RS on the class path. Add the dependency"
                                + " io.skillsdk:skill-sdk-jaxrs, in place of io.skillsdk:skill-sdk-daemon."));
    }

    private void open() {
        try {
            threads.start();
            monitor.start();
            if (listening) {
                listeners.start();
            }
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

    /** Whether this is a thread of a daemon, which a stop would wait for. */
    boolean runs(Thread thread) {
        return threads.isOwn(thread);
    }

    int port() {
        return listener.getPort();
    }

    /**
     * Stops in order. From now on it tells that it is not ready; after the settle time it accepts no connection any more, and each
     * answer closes its connection; calls in flight are finished, as long as they do not take longer than allowed.
     */
    void stop(long settleMillis) {
        if (!server.isStarted()) {
            return;
        }
        try {
            shutdown.run(settleMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopNow();
        }
    }

    private void stopNow() {
        server.shutdownNow();
        connections.closeArriving();
        monitor.stop(); // before those that it hands over to
        listeners.stop(LISTENERS_MILLIS);
        threads.stop();
    }
}
