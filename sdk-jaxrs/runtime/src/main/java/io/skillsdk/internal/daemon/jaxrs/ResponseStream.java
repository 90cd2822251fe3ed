package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.http.ResponseBodies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is written to. It is held back until it is whole, so that it has a length, unless it is long or its writer flushes: then
 * it goes out in chunks. It is compressed by the same rule as on the direct route.
 */
final class ResponseStream extends OutputStream {

    private static final int MOST_HELD = 64 * 1024;

    private final Request request;

    private final Response response;

    /** The entity, which does not change while it is written: it can be held without a copy. */
    private final byte @Nullable [] entity;

    private final long length;

    private @Nullable ByteArrayOutputStream held;

    private boolean holdsEntity;

    private boolean whole;

    private long count;

    /** Where it goes once it is not held back any more. */
    private @Nullable OutputStream out;

    /**
     * Makes it.
     *
     * @param length how much will come, or is not sent for a HEAD; -1 when that is not known
     */
    ResponseStream(Request request, Response response, byte @Nullable [] entity, long length) {
        this.request = request;
        this.response = response;
        this.entity = entity;
        this.length = length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        count += length;
        if (out == null && held == null && !holdsEntity && bytes == entity && length == bytes.length) {
            holdsEntity = true;
            return;
        }
        if (out == null && size() + length > MOST_HELD) {
            begin(true);
        }
        if (out != null) {
            out.write(bytes, from, length);
        } else {
            buffer().write(bytes, from, length);
        }
    }

    /** All is written: what is held back now goes out with its length. */
    void whole() {
        whole = true;
    }

    /** How many bytes were written, before they were compressed. */
    int count() {
        return (int) Math.min(count, Integer.MAX_VALUE);
    }

    private int size() {
        if (holdsEntity && entity != null) {
            return entity.length;
        }
        return held == null ? 0 : held.size();
    }

    private ByteArrayOutputStream buffer() throws IOException {
        if (held == null) {
            held = new ByteArrayOutputStream();
            if (holdsEntity && entity != null) {
                held.write(entity);
                holdsEntity = false;
            }
        }
        return held;
    }

    /** Sends what is held, and all that comes, as it comes: compressed when it is large, or begins so. */
    private OutputStream begin(boolean isLarge) throws IOException {
        byte[] first = body();
        OutputStream raw = response.getOutputStream();
        if (coding((isLarge || ResponseBodies.isWorthCompressing(first)) && !isEventStream())
                == ResponseBodies.Coding.GZIP) {
            raw = new GZIPOutputStream(raw, true);
        }
        out = raw;
        raw.write(first);
        return raw;
    }

    @Override
    public void flush() throws IOException {
        if (length < 0 && !holdsEntity && (out != null || !whole)) {
            (out == null ? begin(false) : out).flush();
        }
    }

    @Override
    public void close() {
        // Jersey ends it with commit, which knows whether it is whole
    }

    /** Sends what is left: the answer is whole. */
    void finish() throws IOException {
        if (out != null) {
            out.close();
            return;
        }
        byte[] body = body();
        if (body.length == 0) {
            // nothing, or the answer to a HEAD
            if (length >= 0) {
                response.setContentLengthLong(length);
            }
            return;
        }
        body = coding(ResponseBodies.isWorthCompressing(body)).bytes(body);
        response.setContentLength(body.length);
        response.setBufferSize(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] body() {
        if (holdsEntity && entity != null) {
            return entity;
        }
        return held == null ? new byte[0] : held.toByteArray();
    }

    /** The coding, with its headers set: beside those that the author has set. */
    private ResponseBodies.Coding coding(boolean isLargeEnough) {
        ResponseBodies.Coding coding = ResponseBodies.coding(
                isLargeEnough,
                response.containsHeader(Header.ContentEncoding),
                request.getHeader(Header.AcceptEncoding));
        coding.headers().forEach(response::addHeader);
        return coding;
    }

    private boolean isEventStream() {
        String type = response.getContentType();
        return type != null && type.startsWith("text/event-stream");
    }
}
