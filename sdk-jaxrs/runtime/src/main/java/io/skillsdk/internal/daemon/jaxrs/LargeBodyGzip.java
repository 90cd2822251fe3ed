package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.http.ResponseBodies;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the beginning of an answer back until it is known whether it is large enough for gzip. One that is flushed before is sent
 * as it is: whoever flushes wants it to be seen.
 */
final class LargeBodyGzip extends FilterOutputStream {

    private final MultivaluedMap<String, Object> headers;

    private final boolean accepted;

    private byte @Nullable [] beginning = new byte[ResponseBodies.WORTH_COMPRESSING];

    private int held;

    private @Nullable GZIPOutputStream gzip;

    /**
     * Makes one.
     *
     * @param headers of the answer, which are sent with its first bytes
     * @param accepted whether the client prefers gzip
     */
    LargeBodyGzip(OutputStream out, MultivaluedMap<String, Object> headers, boolean accepted) {
        super(out);
        this.headers = headers;
        this.accepted = accepted;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        byte[] start = beginning;
        if (start != null && held + length < ResponseBodies.WORTH_COMPRESSING) {
            System.arraycopy(bytes, from, start, held, length);
            held += length;
            return;
        }
        if (start != null) {
            begin(true);
        }
        (gzip != null ? gzip : out).write(bytes, from, length);
    }

    private void begin(boolean large) throws IOException {
        byte[] start = beginning;
        if (start == null) {
            return;
        }
        beginning = null;
        if (large) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (large && accepted) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            headers.remove(HttpHeaders.CONTENT_LENGTH);
            gzip = new GZIPOutputStream(out, true);
        }
        if (held > 0) {
            (gzip != null ? gzip : out).write(start, 0, held);
        }
    }

    /** Ends the answer; the stream below stays open. */
    void finish() throws IOException {
        begin(false);
        if (gzip != null) {
            gzip.finish();
        }
    }

    @Override
    public void flush() throws IOException {
        begin(false);
        (gzip != null ? gzip : out).flush();
    }

    @Override
    public void close() throws IOException {
        finish();
        out.close();
    }
}
