package io.skillsdk.internal.fabric.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A body on its way: it counts its bytes, holds them to the length that was announced, and keeps what broke it. */
public final class UploadStream extends FilterInputStream {

    private final long length;

    private volatile long sent;

    private volatile @Nullable Throwable failure;

    private final AtomicBoolean closed = new AtomicBoolean();

    /** Wraps a body; a length below zero is not known. */
    public UploadStream(InputStream source, long length) {
        super(source);
        this.length = length;
    }

    /** The bytes that have been read so far. */
    long sent() {
        return sent;
    }

    /** What broke it, if it was its source and not the connection. */
    @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads, others watch
    public int read(byte[] target, int offset, int size) throws IOException {
        int part;
        try {
            part = super.read(target, offset, size);
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
        if (part > 0) {
            sent += part;
        }
        if (length >= 0 && (sent > length || (part < 0 && sent < length))) {
            IOException wrong = new IOException("The body has " + (sent > length ? "more than " : "only ")
                    + (sent > length ? length : sent) + " bytes, and " + length + " were announced.");
            failure = wrong;
            throw wrong;
        }
        return part;
    }

    /** The HTTP client closes it, and so does who gave it to the client: its source is closed once. */
    @Override
    public void close() throws IOException {
        if (!closed.getAndSet(true)) {
            super.close();
        }
    }
}
