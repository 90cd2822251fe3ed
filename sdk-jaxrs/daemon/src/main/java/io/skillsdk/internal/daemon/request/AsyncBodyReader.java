package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.ErrorAnswers;
import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.settings.ServerSettings;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** A body that has not arrived whole with its headers. It is waited for without a thread, up to a size and for some time. */
final class AsyncBodyReader implements ReadHandler {

    /** What becomes of it; one of these is called, once. */
    interface Reader {

        /** It is there. */
        void arrived(byte[] body);

        /** It is too large, or has not come in time, or its sender is gone. */
        void refused(ActionAnswer why);
    }

    private final Request request;

    private final NIOInputStream in;

    private final long length;

    private final ServerSettings.RequestLimits limits;

    private final Reader reader;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private final AtomicBoolean ended = new AtomicBoolean();

    private @Nullable Future<?> timeout;

    private AsyncBodyReader(Request request, ServerSettings.RequestLimits limits, Reader reader) {
        this.request = request;
        this.in = request.getNIOInputStream();
        this.length = request.getContentLengthLong();
        this.limits = limits;
        this.reader = reader;
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
    static void await(Request request, ServerSettings.RequestLimits limits, DaemonExecutors threads, Reader reader) {
        AsyncBodyReader body = new AsyncBodyReader(request, limits, reader);
        body.timeout = threads.after(limits.requestTimeout().toMillis(), body::tooLate);
        body.in.notifyAvailable(body, body.length > 0 ? (int) body.length : 1);
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (ended.get()) {
            return;
        }
        readReady();
        if (received.size() > limits.maxRequestSize()) {
            end(this::tooLarge);
        } else if (length >= 0 && received.size() >= length) {
            end(() -> reader.arrived(received.toByteArray()));
        } else {
            in.notifyAvailable(this, length >= 0 ? (int) length - received.size() : 1);
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        if (ended.get()) {
            return;
        }
        readReady();
        end(received.size() > limits.maxRequestSize() ? this::tooLarge : () -> reader.arrived(received.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
        end(() -> reader.refused(RefusedBodyException.unreadable().answer()));
    }

    private void tooLarge() {
        reader.refused(RefusedBodyException.tooLarge(limits.maxRequestSize()).answer());
    }

    private void tooLate() {
        end(() -> {
            // the rest of it is not waited for either
            request.getRequest().setContentBroken(true);
            reader.refused(ErrorAnswers.of(
                    408,
                    "The body did not arrive within " + limits.requestTimeout().toMillis() + " ms."));
        });
    }

    private void readReady() throws IOException {
        byte[] ready = new byte[in.readyData()];
        int read = in.read(ready, 0, ready.length);
        if (read > 0) {
            received.write(ready, 0, read);
        }
    }

    private void end(Runnable how) {
        if (ended.compareAndSet(false, true)) {
            if (timeout != null) {
                timeout.cancel(false);
            }
            how.run();
        }
    }
}
