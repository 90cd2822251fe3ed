package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Bodies on their way in: none larger than allowed, and a share of the heap for all that are waited for, so that they cannot fill it. */
public final class BodyMemoryBudget {

    private static final int SHARE_OF_HEAP = 4;

    private final ServerSettings.RequestLimits limits;

    private final DaemonExecutors threads;

    private final AtomicLong free;

    public BodyMemoryBudget(ServerSettings.RequestLimits limits, DaemonExecutors threads) {
        this.limits = limits;
        this.threads = threads;
        this.free = new AtomicLong(
                Math.max(limits.maxRequestSize(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** What one body has of it: as much as has come. */
    final class Share {

        private long taken;

        /** Takes more. Returns false when none is left. */
        synchronized boolean take(int bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back. */
        synchronized void release() {
            free.addAndGet(taken);
            taken = 0;
        }
    }

    /**
     * Returns a body that has arrived whole, or null when there is more of it to wait for.
     *
     * @throws RefusedBodyException when it is larger than allowed, as its sender says
     */
    public byte @Nullable [] arrived(Request request) throws IOException, RefusedBodyException {
        if (request.getContentLengthLong() > limits.maxRequestSize()) {
            throw RefusedBodyException.tooLarge(limits.maxRequestSize());
        }
        return AsyncBodyReader.arrived(request);
    }

    /** Waits for a body. */
    public void await(Request request, BodyReceiver receiver) {
        AsyncBodyReader.await(request, limits, new Share(), threads, receiver);
    }
}
