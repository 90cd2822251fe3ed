package io.skillsdk.internal.fabric.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that ends in time. The JDK's own knows no time: a request's timeout ends at its headers,
 * and on JDK 17 not even an interrupt reaches a thread that reads.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    /** What the connection brought: bytes, its end, or a failure. */
    private record Event(List<ByteBuffer> bytes, @Nullable Throwable failure, boolean last) {}

    private static final Event END = new Event(List.of(), null, true);

    private final Budget budget;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private final Queue<ByteBuffer> current = new ArrayDeque<>();

    // guarded by this
    private Flow.@Nullable Subscription subscription;

    // guarded by this
    private boolean closed;

    private boolean ended;

    TimedBody(Budget budget) {
        this.budget = budget;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean late;
        synchronized (this) {
            late = closed || subscription != null;
            if (!late) {
                subscription = given;
            }
        }
        if (late) {
            given.cancel();
        } else {
            given.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Event(bytes, null, false));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event(List.of(), failure, true));
    }

    @Override
    public void onComplete() {
        events.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer bytes = next();
        if (bytes == null) {
            return -1;
        }
        int part = Math.min(length, bytes.remaining());
        bytes.get(target, offset, part);
        return part;
    }

    private @Nullable ByteBuffer next() throws IOException {
        while (true) {
            if (isClosed()) {
                throw new WireFault(WireFault.Kind.CUT, "it was closed", null);
            }
            ByteBuffer bytes = current.peek();
            if (bytes != null && bytes.hasRemaining()) {
                return bytes;
            }
            if (bytes != null) {
                current.poll();
            } else if (ended) {
                return null;
            } else {
                take();
            }
        }
    }

    private void take() throws WireFault {
        Event event;
        try {
            // without time left, not even what is there: a source quicker than its reader would never end
            event = budget.isLeft() ? events.poll(budget.patienceNanos(), TimeUnit.NANOSECONDS) : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new WireFault(WireFault.Kind.INTERRUPTED, "the thread was interrupted", null);
        }
        if (event == null) {
            close();
            throw new WireFault(WireFault.Kind.TIMED_OUT, budget.inWords(), null);
        }
        Throwable failure = event.failure();
        if (failure != null) {
            close();
            throw new WireFault(WireFault.Kind.CUT, "the connection broke while the answer came", failure);
        }
        if (event.last()) {
            ended = true;
        } else {
            current.addAll(event.bytes());
            more();
        }
    }

    private void more() {
        Flow.Subscription from;
        synchronized (this) {
            from = closed ? null : subscription;
        }
        if (from != null) {
            from.request(1);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends the body, from any thread: one that reads it is woken. */
    @Override
    public void close() {
        Flow.Subscription from;
        synchronized (this) {
            from = closed || ended ? null : subscription; // before the reader sees the end that follows
            closed = true;
        }
        events.add(END);
        if (from != null) {
            from.cancel();
        }
    }
}
