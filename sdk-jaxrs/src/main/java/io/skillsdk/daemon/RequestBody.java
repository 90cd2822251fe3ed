package io.skillsdk.daemon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.ReadHandler;
import org.glassfish.grizzly.http.io.NIOInputStream;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** A body that has not arrived whole with its headers. It is waited for without a thread, up to a size and for some time. */
final class RequestBody implements ReadHandler {

    /** What becomes of it; one of these is called, once. */
    interface Reader {

        /** It is there. */
        void arrived(byte[] body);

        /** It is larger than allowed. */
        void tooLarge();

        /** It has not come in time. */
        void tooLate();

        /** Its sender is gone. */
        void lost();
    }

    private final NIOInputStream in;

    private final long length;

    private final int maxBytes;

    private final Reader reader;

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private final AtomicBoolean ended = new AtomicBoolean();

    private @Nullable Future<?> timeout;

    private RequestBody(Request request, int maxBytes, Reader reader) {
        this.in = request.getNIOInputStream();
        this.length = request.getContentLengthLong();
        this.maxBytes = maxBytes;
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
    static void await(Request request, int maxBytes, long millis, ActionThreads threads, Reader reader) {
        RequestBody body = new RequestBody(request, maxBytes, reader);
        body.timeout = threads.after(millis, body::tooLate);
        body.in.notifyAvailable(body, body.length > 0 ? (int) body.length : 1);
    }

    @Override
    public void onDataAvailable() throws IOException {
        if (ended.get()) {
            return;
        }
        readReady();
        if (received.size() > maxBytes) {
            end(reader::tooLarge);
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
        end(received.size() > maxBytes ? reader::tooLarge : () -> reader.arrived(received.toByteArray()));
    }

    @Override
    public void onError(Throwable failure) {
        end(reader::lost);
    }

    private void tooLate() {
        end(reader::tooLate);
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
