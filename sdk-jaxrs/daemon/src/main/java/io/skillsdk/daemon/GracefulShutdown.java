package io.skillsdk.daemon;

import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.daemon.execution.CallsInFlight;
import io.skillsdk.internal.daemon.page.Health;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.ListeningSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The orderly end: no call is lost that was on its way. */
final class GracefulShutdown {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private static final int LOOK_MILLIS = 25;

    /** Looks without a word over a connection after which it is closed, where callers were given time to settle. */
    private static final int LOOKS_UNTIL_IDLE = 20;

    private final ServerSettings settings;

    private final ConnectionRegistry connections;

    private final Health health;

    private final ListeningSocket socket;

    private final CallsInFlight inFlight;

    private final BackgroundRunner background;

    GracefulShutdown(
            ServerSettings settings,
            ConnectionRegistry connections,
            Health health,
            ListeningSocket socket,
            CallsInFlight inFlight,
            BackgroundRunner background) {
        this.settings = settings;
        this.connections = connections;
        this.health = health;
        this.socket = socket;
        this.inFlight = inFlight;
        this.background = background;
    }

    void run(long settleMillis) throws InterruptedException {
        health.stopping();
        TimeUnit.MILLISECONDS.sleep(settleMillis);
        socket.close();
        // only now: a client told to close would have connected again
        connections.startClosing();
        long deadline = System.nanoTime() + settings.drainTimeout().toNanos();
        int looks = settleMillis == 0 ? 2 : LOOKS_UNTIL_IDLE;
        // a connection that was accepted last may not have come as far as to be counted
        for (int quiet = 0; quiet < looks; quiet = isQuiet(looks) ? quiet + 1 : 0) {
            if (System.nanoTime() - deadline > 0) {
                cutOff();
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean isQuiet(int looks) {
        boolean tasksEnded = background.isIdle(); // first, as a call that ends now may leave some
        return connections.closeIdle(looks) && tasksEnded;
    }

    private void cutOff() {
        long limit = settings.drainTimeout().toMillis();
        if (connections.size() > 0) {
            LOG.warn(
                    "Calls in flight have not ended within daemon.drain-timeout, {} ms, and are cut off: {} (open connections: {})",
                    limit,
                    inFlight.inWords(),
                    connections.size());
            connections.cutOffAll("its call has not ended within daemon.drain-timeout");
        }
        List<String> left = background.stop();
        if (!left.isEmpty()) {
            LOG.warn(
                    "Background tasks have not ended within daemon.drain-timeout, {} ms, and are cut off: {}",
                    limit,
                    String.join(", ", left));
        }
    }
}
