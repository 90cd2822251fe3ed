package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.http.BodyLimit;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Bodies on their way in: none larger than allowed, and a share of the heap for all that are waited for, so that they cannot fill it. */
public final class BodyMemoryBudget {

    private static final int SHARE_OF_HEAP = 4;

    private final BodyLimit limit;

    private final Duration timeout;

    private final DaemonExecutors threads;

    private final AtomicLong free;

    /**
     * Makes it.
     *
     * @param timeout how long a body may take to arrive
     */
    public BodyMemoryBudget(BodyLimit limit, Duration timeout, DaemonExecutors threads) {
        this.limit = limit;
        this.timeout = timeout;
        this.threads = threads;
        this.free = new AtomicLong(Math.max(limit.bytes(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Bytes that are left for other bodies. */
    long free() {
        return free.get();
    }

    /** What one body has of it: as much as has come. */
    final class Share {

        private long taken;

        private boolean released;

        /** Takes more. Returns false when none is left, or all was given back, as when the client has gone meanwhile. */
        synchronized boolean take(int bytes) {
            if (released) {
                return false;
            }
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back, for good. */
        synchronized void release() {
            released = true;
            free.addAndGet(taken);
            taken = 0;
        }
    }

    /**
     * Returns a body that has arrived whole, or null when there is more of it to wait for.
     *
     * @throws RefusedBodyException when it is larger than allowed, or its sender says so
     */
    public byte @Nullable [] arrived(Request request) throws IOException, RefusedBodyException {
        limit.check(request.getContentLengthLong());
        byte[] body = AsyncBodyReader.arrived(request);
        if (body != null) {
            limit.check(body.length);
        }
        return body;
    }

    /** Waits for a body. */
    public void await(Request request, BodyReceiver receiver) {
        AsyncBodyReader.await(request, limit, timeout, new Share(), threads, receiver);
    }
}
