package io.skillsdk.internal.daemon.transport;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.nio.transport.TCPNIOServerConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.jspecify.annotations.Nullable;

/** The socket that the daemon listens on, closed so that no connection is lost that was made already. */
@SuppressWarnings("rawtypes") // as Grizzly declares them
public final class ListeningSocket extends ConnectionProbe.Adapter {

    private static final long PATIENCE_SECONDS = 5;

    private final TCPNIOTransport transport;

    private final ConnectionRegistry connections;

    private @Nullable TCPNIOServerConnection socket;

    private boolean accepted;

    /** Made before the transport binds. */
    public ListeningSocket(TCPNIOTransport transport, ConnectionRegistry connections) {
        this.transport = transport;
        this.connections = connections;
        transport.getConnectionMonitoringConfig().addProbes(this);
    }

    @Override
    public void onBindEvent(Connection connection) {
        TCPNIOServerConnection listening = (TCPNIOServerConnection) connection;
        transport.getConnectionMonitoringConfig().removeProbes(this);
        listening.getMonitoringConfig().addProbes(this);
        socket = listening;
    }

    @Override
    public void onAcceptEvent(Connection server, Connection client) {
        accepted = true;
        connections.arrives(client);
    }

    /** Accepts all who wait in the system's queue, and closes before the next one can join it. */
    public void close() throws InterruptedException {
        TCPNIOServerConnection listening = socket;
        if (listening == null) {
            return;
        }
        CountDownLatch closed = new CountDownLatch(1);
        transport
                .getSelectorHandler()
                .execute(
                        listening.getSelectorRunner(),
                        () -> {
                            try {
                                closeNow(listening);
                            } finally {
                                listening.closeSilently();
                                closed.countDown();
                            }
                            return true;
                        },
                        null);
        if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            listening.closeSilently();
        }
    }

    /** Nothing stands between the last who is accepted and the end: who connects in between would be lost. */
    private void closeNow(TCPNIOServerConnection listening) throws IOException {
        Selector selector = listening.getSelectorRunner().getSelector();
        SelectionKey key = listening.getChannel().keyFor(selector);
        if (key != null) {
            // a channel that is registered would be closed by the next selection only
            key.cancel();
            selector.selectNow();
            // that used up a wake-up, for which Grizzly has noted that another one is not needed: this thread would
            // sleep on
            selector.wakeup();
        }
        do {
            accepted = false;
            listening.onAccept();
        } while (accepted);
        listening.getChannel().close();
    }
}
