package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.transport.SelectorRound;
import io.skillsdk.internal.http.BodyLimit;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ICloseType;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A body that has not arrived whole with its headers. It is waited for without a thread, up to a size and for some time, and as long as its
 * connection is open. What has come of it is counted against the memory for all such bodies; what may come is not.
 */
@SuppressWarnings("deprecation") // Grizzly has no other way to tell of a close
final class AsyncBodyReader implements ReadHandler, CloseListener<Closeable, ICloseType> {

    /** The part of a body after which the rest of it is expected to come. */
    private static final int ENOUGH_FOR_ALL = 8;

    private final Request request;

    private final Connection<?> connection;

    private final NIOInputStream in;

    private final long length;

    private final BodyLimit limit;

    private final long timeoutMillis;

    private final BodyMemoryBudget.Share share;

    private final BodyReceiver receiver;

    // one thread at a time reads
    private byte[] body = new byte[0];
    private int received;

    private final AtomicBoolean ended = new AtomicBoolean();

    private volatile @Nullable Future<?> timeout;

    private AsyncBodyReader(
            Request request, BodyLimit limit, long timeoutMillis, BodyMemoryBudget.Share share, BodyReceiver receiver) {
        this.request = request;
        this.connection = request.getContext().getConnection();
        this.in = request.getNIOInputStream();
        this.length = request.getContentLengthLong();
        this.limit = limit;
        this.timeoutMillis = timeoutMillis;
        this.share = share;
        this.receiver = receiver;
    }

    /** Returns a body that has arrived whole, or null. */
    static byte @Nullable [] arrived(Request request) throws IOException {
        NIOInputStream in = request.getNIOInputStream();
        int ready = in.readyData();
        long length = request.getContentLengthLong();
        if (length >= 0 ? ready < length : !in.isFinished()) {
            return null;
        }
        byte[] body = new byte[length >= 0 ? (int) length : ready];
        return in.read(body, 0, body.length) == body.length || body.length == 0 ? body : null;
    }

    /** Waits for a body. */
    static void await(
            Request request,
            BodyLimit limit,
            Duration timeout,
            BodyMemoryBudget.Share share,
            DaemonExecutors threads,
            BodyReceiver receiver) {
        AsyncBodyReader body = new AsyncBodyReader(request, limit, timeout.toMillis(), share, receiver);
        body.timeout = threads.after(body.timeoutMillis, body::timeIsUp);
        body.connection.addCloseListener(body);
        body.in.notifyAvailable(body, 1);
    }

    @Override
    public void onDataAvailable() throws IOException {
        // the end of a body is told by itself: Grizzly still writes into the request then, which an answer gives back
        if (!ended.get() && readReady() && received != length) {
            in.notifyAvailable(this, 1);
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (!ended.get() && readReady()) {
            arrived();
        }
    }

    @Override
    public void onError(Throwable failure) {
        refuse(RefusedBodyException.unreadable());
    }

    @Override
    public void onClosed(Closeable closed, ICloseType type) {
        refuse(RefusedBodyException.unreadable());
    }

    /** The client's time is over only when what it has sent by then was read: the daemon may be the one who is late. */
    private void timeIsUp() {
        SelectorRound.after(connection, this::tooLate);
    }

    private void tooLate() {
        if (end()) {
            // the rest of it is not waited for either
            request.getRequest().setContentBroken(true);
            share.release();
            receiver.refused(RefusedBodyException.late(timeoutMillis));
        }
    }

    /** Takes what has come. Returns false when that was too much, and it is refused. */
    private boolean readReady() throws IOException {
        int ready = in.readyData();
        try {
            limit.check((long) received + ready);
        } catch (RefusedBodyException e) {
            refuse(e);
            return false;
        }
        if (ready > body.length - received && !grow(received + ready)) {
            refuse(RefusedBodyException.noRoom());
            return false;
        }
        int read = in.read(body, received, ready);
        received += Math.max(0, read);
        return true;
    }

    /** Makes room for what has come, and for all of it once enough has: that saves copying it twice. */
    private boolean grow(int needed) {
        int size = length >= 0
                ? (int) (needed >= length / ENOUGH_FOR_ALL ? length : Math.min(length, 2L * needed))
                : (int) Math.min(limit.bytes(), 2L * needed);
        if (!share.take(size - body.length)) {
            return false;
        }
        body = Arrays.copyOf(body, size);
        return true;
    }

    private void arrived() {
        if (end()) {
            receiver.arrived(received == body.length ? body : Arrays.copyOf(body, received), share::release);
        }
    }

    private void refuse(RefusedBodyException why) {
        if (end()) {
            share.release();
            receiver.refused(why);
        }
    }

    private boolean end() {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        Future<?> timer = timeout;
        if (timer != null) {
            timer.cancel(false);
        }
        connection.removeCloseListener(this);
        return true;
    }
}
