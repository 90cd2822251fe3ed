package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.http.BodyLimit;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.time.Duration;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Bodies on their way in: none larger than allowed, none later than allowed, and all that are waited for within one budget. */
public final class RequestBodyAggregator {

    private final BodyLimit limit;

    private final Duration timeout;

    private final DaemonExecutors threads;

    private final BodyMemoryBudget budget;

    /**
     * Makes it.
     *
     * @param timeout how long a body may take to arrive
     */
    public RequestBodyAggregator(BodyLimit limit, Duration timeout, DaemonExecutors threads) {
        this.limit = limit;
        this.timeout = timeout;
        this.threads = threads;
        this.budget = BodyMemoryBudget.ofHeap(limit.bytes());
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
        AsyncBodyReader.await(request, limit, timeout, budget.share(), threads, receiver);
    }
}
