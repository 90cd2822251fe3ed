package io.skillsdk.internal.daemon.transport;

import io.skillsdk.call.RefusalReason;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.http.Refusals;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open connections: so many at a time, none that is too slow, each closed in order when the daemon stops. */
public final class ConnectionRegistry extends BaseFilter implements AddOn {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRegistry.class);

    private static final int SHARE_OF_HEAP = 8;

    private final Attribute<ClientConnection> client =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionRegistry.class.getName() + ".client");

    private final Set<ClientConnection> open = ConcurrentHashMap.newKeySet();

    /** Connections that were accepted, and that no selector knows yet, with when that was. */
    private final Map<Connection<?>, Long> arriving = new ConcurrentHashMap<>();

    private final int most;

    private final Refusals refusals;

    private final BackgroundLog log;

    private final long mostUnread = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;

    private volatile boolean closing;

    private boolean refused;

    public ConnectionRegistry(int most, Refusals refusals, BackgroundLog log) {
        this.most = most;
        this.refusals = refusals;
        this.log = log;
    }

    @Override
    public void setup(NetworkListener listener, FilterChainBuilder chain) {
        chain.add(chain.indexOfType(TransportFilter.class) + 1, this);
    }

    /** Tells of a connection that was accepted, before a selector knows it: until then, only this registry could close it. */
    void arrives(Connection<?> accepted) {
        arriving.put(accepted, System.nanoTime());
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) {
        Connection<?> connection = context.getConnection();
        arriving.remove(connection);
        if (open.size() >= most) {
            refusals.count(RefusalReason.CONNECTION_LIMIT);
            tellOnce();
            connection.closeSilently();
            return context.getStopAction();
        }
        ClientConnection accepted = new ClientConnection(connection);
        client.set(connection, accepted);
        open.add(accepted);
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        ClientConnection closed = client.remove(context.getConnection());
        if (closed != null) {
            open.remove(closed);
        }
        return context.getInvokeAction();
    }

    @Override
    public void exceptionOccurred(FilterChainContext context, Throwable thrown) {
        FatalErrorExit.endIfFatal(thrown); // Grizzly has caught it, and goes on
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        ClientConnection sender = client.get(context.getConnection());
        if (sender != null) {
            sender.sends();
        }
        return context.getInvokeAction();
    }

    /** The client behind a connection, or one that is not counted. */
    public ClientConnection of(Connection<?> connection) {
        ClientConnection known = client.get(connection);
        return known != null ? known : new ClientConnection(connection);
    }

    /** Cuts off those that send headers, or read answers, too slowly; and makes room by those that are idle, where there is none. */
    public void sweep(long nanos) {
        long now = System.nanoTime();
        arriving.forEach((accepted, since) -> {
            if (now - since > nanos) {
                closeArriving(accepted); // no selector could take it
            }
        });
        boolean full = open.size() >= most;
        for (ClientConnection each : open) {
            boolean silent = each.isSilent(now, nanos);
            if (each.isTooSlow(now, nanos)) {
                each.afterNextRead(() -> cutOffIfStillTooSlow(each, nanos));
            } else if (silent && full) {
                each.close();
            }
        }
    }

    private void cutOffIfStillTooSlow(ClientConnection client, long nanos) {
        if (client.isTooSlow(System.nanoTime(), nanos)) {
            cutOff(client, "it took too long to send a request or to read an answer");
        }
    }

    /**
     * Keeps unread answers from filling the memory: when they are over their share of it, the client that has left the most of
     * them is disconnected.
     */
    public void boundUnread(ClientConnection latest) {
        int unread = latest.unsent();
        if (unread == 0 || unread <= mostUnread / Math.max(1, open.size())) {
            return;
        }
        if (open.stream().mapToLong(ClientConnection::unsent).sum() > mostUnread) {
            open.stream()
                    .max(Comparator.comparingInt(ClientConnection::unsent))
                    .ifPresent(worst -> cutOff(
                            worst, "unread answers would have filled the memory, and it had left the most of them"));
        }
    }

    /** Closes a connection at once, whatever its client still waits for. */
    public void cutOff(ClientConnection client, String why) {
        // what it has unread counts no more; requests of it may still be on their way, and it is told once
        if (open.remove(client)) {
            String address = client.address();
            log.write(() -> LOG.info("The client at {} was disconnected: {}", address, why));
        }
        client.cutOff();
    }

    /** Closes all connections at once, before the threads that could still answer are interrupted. */
    public void cutOffAll(String why) {
        for (ClientConnection each : open) {
            cutOff(each, why);
        }
        closeArriving();
    }

    /** Closes connections that no selector knows yet, once none will any more. */
    public void closeArriving() {
        arriving.keySet().forEach(this::closeArriving);
    }

    private void closeArriving(Connection<?> accepted) {
        arriving.remove(accepted);
        accepted.terminateSilently();
    }

    /** How many are open. */
    public int size() {
        return open.size();
    }

    /** Counts a request that is not valid HTTP. */
    public void malformed() {
        refusals.count(RefusalReason.MALFORMED_REQUEST);
    }

    /** From now on each answer is the last of its connection. */
    public void startClosing() {
        closing = true;
    }

    public boolean areClosing() {
        return closing;
    }

    /** Closes those over which nothing has come for some looks; whether none is left. */
    public boolean closeIdle(int looks) {
        for (ClientConnection idle : open) {
            if (idle.isIdle(looks)) {
                idle.closeUnlessItSends();
            }
        }
        return arriving.isEmpty() && open.isEmpty();
    }

    private void tellOnce() {
        if (!refused) {
            refused = true;
            log.write(() -> LOG.warn(
                    "{} connections are open, which is daemon.max-connections: idle ones are closed, and new ones are closed"
                            + " at once until there is room",
                    most));
        }
    }
}
