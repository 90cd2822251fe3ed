package io.skillsdk.daemon;

import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.settings.SettingsReader;
import io.skillsdk.internal.json.JsonWarmUp;
import io.skillsdk.internal.settings.InvalidSettingException;
import io.skillsdk.internal.settings.SettingSources;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A daemon that serves actions over HTTP, as the platform calls them.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     SkillDaemon.run(args, new WordCount());
 * }
 * }</pre>
 *
 * <p>In a test: {@code try (SkillDaemon daemon = SkillDaemon.of(new WordCount()).set("daemon.port", "0").start())}.
 */
public final class SkillDaemon implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SkillDaemon.class);

    private final DaemonSettings settings;

    private final DaemonServer server;

    private SkillDaemon(DaemonSettings settings, DaemonServer server) {
        this.settings = settings;
        this.server = server;
    }

    /**
     * Serves actions until the process is told to end: the whole {@code main} of a skill. SIGTERM stops the daemon in
     * order, with exit code 0. A daemon that cannot start says why in a sentence, with exit code 1.
     *
     * <p>The arguments may name a command instead: {@code invoke}, {@code describe}, {@code check}, {@code actions},
     * {@code --help}, {@code --version}. It is run, and the process ends with its exit code.
     *
     * @param args settings such as {@code --daemon.port=8080}, or a command
     * @param actions instances whose classes have {@code @SkillAction} methods
     */
    public static void run(String[] args, Object... actions) {
        of(actions).run(args);
    }

    /**
     * Starts to describe a daemon.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods
     * @return a builder
     */
    public static Builder of(Object... actions) {
        return new Builder(List.of(actions));
    }

    /**
     * Returns the settings, as they were found at start.
     *
     * @return the settings; their port may be 0, see {@link #port}
     */
    public DaemonSettings settings() {
        return settings;
    }

    /**
     * Returns the port the daemon listens on.
     *
     * @return the port, 1 to 65535
     */
    public int port() {
        return server.port();
    }

    /**
     * Returns where a client on this machine finds the daemon.
     *
     * @return a URI such as {@code http://localhost:5000/}
     */
    public URI uri() {
        String host = settings.host().equals("0.0.0.0") || settings.host().equals("::") ? "localhost" : settings.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** Stops the daemon in order: calls in flight are finished, the port is closed. Does nothing when it has stopped. */
    @Override
    public void close() {
        server.stop(0);
    }

    /** Stops as {@link #close} does, once callers have had {@code daemon.settle-time} to go elsewhere. */
    void settleAndClose() {
        LOG.info("Stopping");
        server.stop(settings.settleTime().toMillis());
    }

    /**
     * Waits until the daemon has stopped.
     *
     * @throws InterruptedException when interrupted while waiting
     */
    public void await() throws InterruptedException {
        server.await();
    }

    /** Describes a daemon. */
    public static final class Builder {

        private final List<Object> actions;

        private final Map<String, String> settings = new LinkedHashMap<>();

        private final List<Object> components = new ArrayList<>();

        private final Map<String, BooleanSupplier> readiness = new LinkedHashMap<>();

        private Builder(List<Object> actions) {
            this.actions = actions;
        }

        /**
         * Sets what environment variables and files would set otherwise; the command line still counts more.
         *
         * @param name a setting's name, such as {@code daemon.port}
         * @param value its value
         * @return this builder
         */
        public Builder set(String name, String value) {
            settings.put(name, value);
            return this;
        }

        /**
         * Adds a JAX-RS component: a resource, filter, provider or feature, as instance or class. Once there is one, all
         * requests go through Jersey, so that filters see the calls of actions too.
         *
         * @param component the component
         * @return this builder
         */
        public Builder register(Object component) {
            components.add(component);
            return this;
        }

        /**
         * Adds a check of readiness, such as of a model that has to load first: while one of them is false, or throws, the
         * daemon's {@code /health/ready} answers 503. Calls are answered all the same. Checks are run for each probe, one probe at
         * a time, on a thread that may block.
         *
         * @param name what is checked, as {@code /health/ready} tells it
         * @param check whether it is ready
         * @return this builder
         */
        public Builder readyWhen(String name, BooleanSupplier check) {
            readiness.put(name, check);
            return this;
        }

        /**
         * Starts the daemon. When this returns, it answers.
         *
         * @return the daemon
         * @throws DaemonStartException when a setting is wrong, an action cannot work, or the port is taken
         */
        public SkillDaemon start() {
            return start(Map.of());
        }

        /**
         * Serves until the process is told to end, as {@link SkillDaemon#run(String[], Object...)} does.
         *
         * @param args settings such as {@code --daemon.port=8080}
         */
        public void run(String... args) {
            new DaemonProcess(this).run(args);
        }

        SkillDaemon start(Map<String, String> arguments) {
            long begin = System.nanoTime();
            ServerSettings read = settings(arguments);
            FutureTask<ActionCatalog> found = new FutureTask<>(() -> catalog(read));
            new Thread(found, "skill-daemon-start").start();
            // meanwhile: what that thread needs soon, the server, and what the first call would have to wait for
            JsonWarmUp.datesAndNumbers();
            DaemonServer server = new DaemonServer(read, readiness);
            server.warmUp();
            ActionCatalog catalog = await(found);
            server.start(catalog, components);
            SkillDaemon daemon = new SkillDaemon(new DaemonSettings(read), server);
            LOG.info(
                    "Serving {} on {}, {} ms after the start",
                    served(catalog),
                    "http://" + read.host() + ":" + daemon.port(),
                    (System.nanoTime() - begin) / 1_000_000);
            return daemon;
        }

        private static ActionCatalog await(FutureTask<ActionCatalog> found) {
            try {
                return found.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof DaemonStartException known) {
                    throw known;
                }
                throw new DaemonStartException("The actions cannot be read: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DaemonStartException("The start was interrupted.", e);
            }
        }

        List<Object> actions() {
            return actions;
        }

        ServerSettings settings(Map<String, String> arguments) {
            try {
                return SettingsReader.read(SettingSources.ofProcess(arguments, settings));
            } catch (InvalidSettingException e) {
                throw new DaemonStartException(e.getMessage(), e);
            }
        }

        ActionCatalog catalog(ServerSettings read) {
            try {
                return ActionCatalog.of(new ActionDefaults(read.method(), read.path()), actions);
            } catch (IllegalArgumentException e) {
                throw new DaemonStartException(e.getMessage(), e);
            }
        }

        private static String served(ActionCatalog catalog) {
            return catalog.actions().stream()
                    .map(action -> action.method() + " /" + action.path() + " (" + action.name() + ")")
                    .collect(Collectors.joining(", "));
        }
    }
}
