package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
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
    private static final List<Class<?>> LOADED =
            List.of(SelectorLeader.class, GrizzlySelector.class, SelectorTask.class, SelectorRound.class);

    private static final IOEventLifeCycleListener WRITING_ENABLED = new Handling(true);

    private static final IOEventLifeCycleListener WRITING_DISABLED = new Handling(false);

    @SuppressWarnings("ThreadLocalUsage") // a daemon has one, and its threads end with it
    private final ThreadLocal<@Nullable SelectorLeader> current = new ThreadLocal<>();

    private final IOEventLifeCycleListener whenEnabled = new Reading(true);

    private final IOEventLifeCycleListener whenDisabled = new Reading(false);

    private final StalledLeaderMonitor monitor;

    private final ConnectionRegistry connections;

    private final AcceptBackoff failures;

    public LeaderFollowersStrategy(
            StalledLeaderMonitor monitor, ConnectionRegistry connections, AcceptBackoff failures) {
        LOG.log(Level.FINEST, "Loaded {0}", LOADED);
        this.monitor = monitor;
        this.connections = connections;
        this.failures = failures;
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
        fireIOEvent(connection, event, isEnabled ? whenEnabled : whenDisabled, LOG);
        if (leader.isHandedOver()) {
            current.remove();
            return false;
        }
        return true;
    }

    private SelectorLeader leaderOf(SelectorRunner selector) {
        SelectorLeader leader = current.get();
        if (leader == null || !leader.leads(selector)) {
            leader = new SelectorLeader(new GrizzlySelector(selector));
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

    /** When a connection is written to again: as Grizzly does it on one thread, but that a fatal error ends the process. */
    private static class Handling extends IOEventLifeCycleListener.Adapter {

        private final boolean enabled;

        Handling(boolean enabled) {
            this.enabled = enabled;
        }

        @Override
        public void onError(Context context, @Nullable Object thrown) {
            if (thrown instanceof Throwable failure) {
                FatalErrorExit.endIfFatal(failure); // Grizzly has caught it, and goes on
            }
        }

        @Override
        public void onReregister(Context context) throws IOException {
            onComplete(context, null);
        }

        @Override
        public void onComplete(Context context, @Nullable Object data) throws IOException {
            if (AsyncQueue.EXPECTING_MORE_OPTION.equals(data)) {
                context.getConnection().simulateIOEvent(context.getIoEvent());
            } else if (!enabled || context.isManualIOEventControl()) {
                context.getConnection().enableIOEvent(context.getIoEvent());
            }
        }

        @Override
        public void onContextManualIOEventControl(Context context) throws IOException {
            if (!context.isManualIOEventControl()) {
                context.getConnection().disableIOEvent(context.getIoEvent());
            }
        }
    }

    /** When a connection is read from: not while a request of it is answered later, or by a thread that no longer leads. */
    private final class Reading extends Handling {

        private Reading(boolean enabled) {
            super(enabled);
        }

        @Override
        public void onComplete(Context context, @Nullable Object data) throws IOException {
            connections.of(context.getConnection()).release();
            super.onComplete(context, data);
        }

        @Override
        public void onContextSuspend(Context context) {
            connections.of(context.getConnection()).occupy();
        }
    }
}
