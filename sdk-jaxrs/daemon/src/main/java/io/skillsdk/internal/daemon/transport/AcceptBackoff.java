package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.io.IOException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When clients cannot be accepted, most likely because the process may open no more files: they wait a little while in the
 * system's queue, as the next attempt would fail as well, and cost a processor; and it is told.
 */
@SuppressWarnings("rawtypes") // as Grizzly declares them
public final class AcceptBackoff extends IOEventLifeCycleListener.Adapter {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private static final int PAUSE_MILLIS = 50;

    private static final long TOLD_EVERY_NANOS = 10_000_000_000L;

    private final DaemonExecutors threads;

    // the accepting thread's own
    private long told = System.nanoTime() - TOLD_EVERY_NANOS;

    public AcceptBackoff(DaemonExecutors threads) {
        this.threads = threads;
    }

    @Override
    public void onError(Context context, @Nullable Object description) throws IOException {
        if (description instanceof Throwable failure) {
            FatalErrorExit.endIfFatal(failure);
        }
        tell(description);
        Connection listening = context.getConnection();
        listening.disableIOEvent(IOEvent.SERVER_ACCEPT);
        var unused = threads.after(PAUSE_MILLIS, () -> resume(listening));
    }

    private void tell(@Nullable Object description) {
        long now = System.nanoTime();
        if (now - told >= TOLD_EVERY_NANOS) {
            told = now;
            threads.log()
                    .write(() -> LOG.error(
                            "A client could not be accepted, and waits: {}. With too many open files, raise the process's limit (ulimit -n)"
                                    + " above daemon.max-connections, or lower daemon.max-connections.",
                            String.valueOf(description)));
        }
    }

    private static void resume(Connection listening) {
        try {
            listening.enableIOEvent(IOEvent.SERVER_ACCEPT);
        } catch (IOException e) {
            LOG.debug("The daemon no longer listens", e);
        }
    }
}
