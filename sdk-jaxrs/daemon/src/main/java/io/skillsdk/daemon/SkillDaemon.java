package io.skillsdk.daemon;

import io.skillsdk.internal.settings.SettingsRecord;
import io.skillsdk.settings.SkillSettings;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A daemon that serves actions over HTTP, as the platform calls them.
 *
 * <pre>{@code
 * public static void main(String[] args) {
 *     SkillDaemon.run(args, new WordCount());
 * }
 * }</pre>
 *
 * <p>In a test: {@code try (SkillDaemon daemon = SkillDaemon.builder(new WordCount()).set("daemon.port", "0").start())}.
 */
public final class SkillDaemon implements AutoCloseable {

    private final RunningDaemon daemon;

    private SkillDaemon(RunningDaemon daemon) {
        this.daemon = daemon;
    }

    /**
     * Serves actions, and ends the process: the whole {@code main} of a skill. It does not return. SIGTERM, SIGINT (Ctrl-C) and
     * SIGHUP stop the daemon in order, with exit code 0; a second signal ends the process at once. A daemon that cannot start says why in a sentence, with exit code 1.
     *
     * <p>The arguments may name a command instead: {@code dev}, {@code invoke}, {@code job}, {@code describe},
     * {@code check}, {@code actions}, {@code settings}, {@code --help}, {@code --version}. It is run, and the process ends with its exit code.
     *
     * @param args settings such as {@code --daemon.port=8080}, and a command
     * @param actions instances whose classes have {@code @SkillAction} methods
     */
    public static void run(String[] args, Object... actions) {
        builder(actions).run(args);
    }

    /**
     * Starts to describe a daemon.
     *
     * @param actions instances whose classes have {@code @SkillAction} methods; more are added with {@link Builder#action}
     * @return a builder, which needs an action at least
     */
    public static Builder builder(Object... actions) {
        return new Builder().actions(List.of(actions));
    }

    /**
     * Returns the settings, as they were found at start.
     *
     * @return the settings; their port may be 0, see {@link #port}
     */
    public DaemonSettings settings() {
        return daemon.settings();
    }

    /**
     * Returns the port the daemon listens on.
     *
     * @return the port, 1 to 65535
     */
    public int port() {
        return daemon.port();
    }

    /**
     * Returns the address at which a client on this machine finds the daemon.
     *
     * @return a URI such as {@code http://localhost:5000/}
     */
    public URI uri() {
        return daemon.uri();
    }

    /**
     * Stops the daemon in order: the port is closed, calls in flight are finished, {@code onStop} hooks run, and actions that are
     * {@code AutoCloseable} are closed. Does nothing when it has stopped. Called from within an action, or from anything else that
     * runs on a thread of the daemon, it returns at once, as the daemon waits for that call.
     */
    @Override
    public void close() {
        daemon.close();
    }

    /**
     * Waits until the daemon has stopped. From now on SIGTERM, SIGINT and SIGHUP stop it in order, as with {@link #run}: this method returns then, and the
     * process ends with exit code 0, once the waiting thread has ended or {@code daemon.drain-timeout} is over.
     *
     * @throws InterruptedException when interrupted while waiting
     */
    public void await() throws InterruptedException {
        Thread waiting = Thread.currentThread();
        TerminationSignal.onFirst(signal -> {
            daemon.settleAndClose();
            join(waiting);
            return 0;
        });
        daemon.awaitClosed();
    }

    private void join(Thread waiting) {
        try {
            waiting.join(Math.max(1, settings().drainTimeout().toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Describes a daemon. Not thread-safe. */
    public static final class Builder extends SurroundingsBuilder<Builder> {

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Adds actions.
         *
         * @param instance an object whose class has {@code @SkillAction} methods; closed after the drain when it is
         *     {@code AutoCloseable}
         * @return this builder
         */
        public Builder action(Object instance) {
            skill().actions.add(ActionSource.of(Objects.requireNonNull(instance, "instance")));
            return this;
        }

        /**
         * Adds actions whose instance is made when the daemon serves, or when the command {@code invoke} runs: {@code --help} and other
         * commands read the class alone. The port is opened once all instances are made.
         *
         * @param <T> the class of the actions
         * @param type the class, which has {@code @SkillAction} methods
         * @param made makes the instance, once; its exception ends the start, with its message. The instance is closed after the drain
         *     when it is {@code AutoCloseable}.
         * @return this builder
         */
        public <T> Builder action(Class<T> type, Supplier<? extends T> made) {
            Objects.requireNonNull(made, "made");
            return action(type, settings -> made.get());
        }

        /**
         * Adds actions as {@link #action(Class, Supplier)} does, made with settings of the skill's own.
         *
         * @param <T> the class of the actions
         * @param type the class, which has {@code @SkillAction} methods
         * @param made makes the instance, once
         * @return this builder
         */
        public <T> Builder action(Class<T> type, Function<? super SkillSettings, ? extends T> made) {
            skill().actions
                    .add(ActionSource.of(Objects.requireNonNull(type, "type"), Objects.requireNonNull(made, "made")));
            return this;
        }

        /**
         * Adds actions.
         *
         * @param instances objects whose classes have {@code @SkillAction} methods
         * @return this builder
         */
        public Builder actions(Collection<?> instances) {
            instances.forEach(this::action);
            return this;
        }

        /**
         * Declares settings of the skill's own. They are checked at start, listed by {@code --help} and the command {@code settings}, and
         * a misspelt name below their prefix is refused; a misspelt environment variable is a warning. An action is given them by {@link #action(Class, Function)}.
         *
         * @param prefix what their names begin with, such as {@code acme.db}; lower-case, not {@code daemon}
         * @param type the record that holds them, see {@link SkillSettings}
         * @return this builder
         * @throws IllegalArgumentException when the prefix is not valid, or a component has a type that settings cannot have
         */
        public Builder settings(String prefix, Class<? extends Record> type) {
            skill().ownSettings.add(SettingsRecord.of(prefix, type));
            return this;
        }

        /**
         * Adds a JAX-RS component: a resource, filter, provider or feature, as instance or class. Once there is one, all
         * requests go through Jersey, so that filters see the calls of actions too. Needs the artifact {@code skill-sdk-jaxrs}.
         *
         * @param component the component; an instance is closed after the drain when it is {@code AutoCloseable}
         * @return this builder
         */
        public Builder register(Object component) {
            skill().components.add(Objects.requireNonNull(component, "component"));
            return this;
        }

        /**
         * Starts the daemon. When this returns, it answers. The program ends it with {@link SkillDaemon#close}, or waits for SIGTERM with
         * {@link SkillDaemon#await}.
         *
         * @return the daemon
         * @throws DaemonStartException when a setting is not valid, an action cannot work or be made, or the port is taken; what was made
         *     is closed
         */
        public SkillDaemon start() {
            LoggingBackend.check();
            return new SkillDaemon(DaemonStart.start(skill(), Map.of()));
        }

        /**
         * Serves, and ends the process, as {@link SkillDaemon#run(String[], Object...)} does. It does not return.
         *
         * @param args settings such as {@code --daemon.port=8080}, and a command
         */
        public void run(String... args) {
            new DaemonProcess(skill()).run(args);
        }
    }
}
