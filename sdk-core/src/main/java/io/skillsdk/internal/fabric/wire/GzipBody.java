package io.skillsdk.internal.fabric.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of an answer that was packed on its way: it was not asked for, but a proxy may do it all the same. */
final class GzipBody extends FilterInputStream {

    private final Packed packed;

    private GzipBody(Packed packed) throws IOException {
        super(new GZIPInputStream(packed));
        this.packed = packed;
    }

    /** Whether a Content-Encoding is gzip, under either name (RFC 9110, 8.4.1.3). */
    static boolean isNamedBy(@Nullable String coding) {
        return "gzip".equalsIgnoreCase(coding) || "x-gzip".equalsIgnoreCase(coding);
    }

    /**
     * Unpacks a body; one without a byte has nothing to unpack.
     *
     * @throws IOException when it does not begin as gzip does, or breaks off there
     */
    static InputStream of(InputStream body) throws IOException {
        Packed packed = new Packed(body);
        int first = packed.read();
        if (first < 0) {
            return packed;
        }
        packed.unread(first);
        return new GzipBody(packed);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        IOException failure = packed.failure;
        if (count < 0 && failure != null) {
            throw failure;
        }
        return count;
    }

    /**
     * What the JDK unpacks. It looks for one more member only when something is said to be available, and takes a connection that breaks
     * there for the end.
     */
    private static final class Packed extends PushbackInputStream {
        private @Nullable IOException failure;

        Packed(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
