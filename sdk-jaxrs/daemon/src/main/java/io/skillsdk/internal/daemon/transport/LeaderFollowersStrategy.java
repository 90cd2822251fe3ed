package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.CallsInFlight;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.glassfish.grizzly.strategies.AbstractIOStrategy;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;
import org.jspecify.annotations.Nullable;

/**
 * Processes requests on the thread that selects them, as long as that thread leads its selector. Once it was handed over, the
 * thread finishes what it has begun and leaves the selector to its successor.
 */
@SuppressWarnings("rawtypes") // as Grizzly declares them
public final class LeaderFollowersStrategy extends AbstractIOStrategy {

    private static final Logger LOG = Grizzly.logger(LeaderFollowersStrategy.class);

    /** Loaded before the first request, as there may be no file left to read them from by then, and what was not found once is not looked for again. */
    private static final List<Class<?>> LOADED = List.of(
            SelectorLeader.class,
            CompilerPriority.Turn.class,
            GrizzlySelector.class,
            SelectorTask.class,
            SelectorRound.class);

    private static final IOEventLifeCycleListener WRITING_ENABLED = new EventHandling(true);

    private static final IOEventLifeCycleListener WRITING_DISABLED = new EventHandling(false);

    @SuppressWarnings("ThreadLocalUsage") // a daemon has one, and its threads end with it
    private final ThreadLocal<@Nullable SelectorLeader> current = new ThreadLocal<>();

    private final CompilerPriority compiler;

    private final StalledLeaderMonitor monitor;

    private final ConnectionRegistry connections;

    private final AcceptBackoff failures;

    public LeaderFollowersStrategy(
            StalledLeaderMonitor monitor,
            ConnectionRegistry connections,
            AcceptBackoff failures,
            CallsInFlight inFlight) {
        LOG.log(Level.FINEST, "Loaded {0}", LOADED);
        this.monitor = monitor;
        this.connections = connections;
        this.failures = failures;
        this.compiler = new CompilerPriority(() -> !inFlight.isEmpty());
    }

    /** What this thread leads, for a call to begin; or null when it leads no selector, or a call is running on it already. */
    public @Nullable SelectorLeader current() {
        SelectorLeader leader = current.get();
        return leader == null || !leader.isFree() ? null : leader;
    }

    @Override
    public boolean executeIoEvent(Connection connection, IOEvent event, boolean isEnabled) throws IOException {
        if (event == IOEvent.SERVER_ACCEPT) {
            fireIOEvent(connection, event, failures, LOG);
            return true;
        }
        if (event != IOEvent.READ) {
            fireIOEvent(connection, event, isEnabled ? WRITING_ENABLED : WRITING_DISABLED, LOG);
            return true;
        }
        ClientConnection client = connections.of(connection);
        if (isEnabled && !client.mayRead()) {
            return true;
        }
        SelectorLeader leader = leaderOf(((NIOConnection) connection).getSelectorRunner());
        leader.serves(client);
        fireIOEvent(connection, event, client.whenRead(isEnabled), LOG);
        if (leader.isHandedOver()) {
            current.remove();
            return false;
        }
        leader.turn().served();
        return true;
    }

    private SelectorLeader leaderOf(SelectorRunner selector) {
        SelectorLeader leader = current.get();
        if (leader == null || !leader.leads(selector)) {
            leader = new SelectorLeader(new GrizzlySelector(selector), compiler.turn());
            current.set(leader);
            monitor.add(leader);
        }
        return leader;
    }

    @Override
    public @Nullable Executor getThreadPoolFor(Connection connection, IOEvent event) {
        return null;
    }

    @Override
    public @Nullable ThreadPoolConfig createDefaultWorkerPoolConfig(Transport transport) {
        return null;
    }

    private record GrizzlySelector(SelectorRunner runner) implements SelectorLeader.Selector {

        @Override
        public boolean is(SelectorRunner other) {
            return runner == other;
        }

        @Override
        public void postpone() {
            runner.postpone();
        }

        @Override
        public Runnable task() {
            return new SelectorTask(runner);
        }
    }
}
