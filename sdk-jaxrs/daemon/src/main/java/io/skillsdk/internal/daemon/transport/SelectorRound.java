package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.nio.SelectorHandler;
import org.glassfish.grizzly.nio.SelectorRunner;

/**
 * Waits until what a client has sent by now was read. Whether a client is late can be told only then: its bytes may wait in the socket
 * while the daemon is the one who is late.
 */
public final class SelectorRound {

    private SelectorRound() {}

    /** Has something short done by the thread that selects, once it has looked and has served all that it found. */
    public static void after(Connection<?> connection, Runnable then) {
        SelectorRunner runner = ((NIOConnection) connection).getSelectorRunner();
        SelectorHandler handler = runner.getTransport().getSelectorHandler();
        SelectorHandler.Task last = () -> {
            try {
                then.run();
            } catch (Throwable e) {
                FatalErrorExit.endIfFatal(e); // Grizzly would go on without a word
                throw e;
            }
            return true;
        };
        // the first is done before it looks the next time, the second before the time after that
        SelectorHandler.Task first = () -> {
            handler.enque(runner, last, null);
            return true;
        };
        handler.enque(runner, first, null);
    }
}
