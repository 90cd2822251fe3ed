package io.skillsdk.daemon;

import io.skillsdk.http.RefusedBodyException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Bodies on their way in: none larger than allowed, and a share of the heap for all that are waited for, so that they cannot fill it. */
final class IncomingBodies {

    private static final int SHARE_OF_HEAP = 4;

    private final DaemonSettings.RequestLimits limits;

    private final ActionThreads threads;

    private final AtomicLong free;

    IncomingBodies(DaemonSettings.RequestLimits limits, ActionThreads threads) {
        this.limits = limits;
        this.threads = threads;
        this.free = new AtomicLong(
                Math.max(limits.maxRequestSize(), Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /**
     * Returns a body that has arrived whole, or null when there is more of it to wait for.
     *
     * @throws RefusedBodyException when it is larger than allowed, as its sender says
     */
    byte @Nullable [] arrived(Request request) throws IOException, RefusedBodyException {
        if (request.getContentLengthLong() > limits.maxRequestSize()) {
            throw RefusedBodyException.tooLarge(limits.maxRequestSize());
        }
        return RequestBody.arrived(request);
    }

    /**
     * Keeps memory for a body.
     *
     * @return what gives it back
     * @throws RefusedBodyException when none is left
     */
    Runnable reserve(Request request) throws RefusedBodyException {
        long length = request.getContentLengthLong();
        long bytes = length >= 0 ? length : limits.maxRequestSize();
        if (free.addAndGet(-bytes) < 0) {
            free.addAndGet(bytes);
            throw RefusedBodyException.noRoom();
        }
        return () -> free.addAndGet(bytes);
    }

    /** Waits for a body for which there is memory. */
    void await(Request request, RequestBody.Reader reader) {
        RequestBody.await(request, limits, threads, reader);
    }
}
