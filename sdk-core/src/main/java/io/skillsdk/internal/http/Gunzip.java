package io.skillsdk.internal.http;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Uncompresses a gzip body (RFC 1952), which may have several members. The JDK's own stream calls itself for each member that is
 * empty, and thousands of those overflow the stack.
 */
final class Gunzip {

    private static final int HEADER = 10;

    private static final int TRAILER = 8;

    // flags of a header
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final byte[] in;

    private final BodyLimit limit;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final byte[] chunk = new byte[8192];

    private final CRC32 checksum = new CRC32();

    private int at;

    private Gunzip(byte[] in, BodyLimit limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Whether a body begins as gzip does. */
    static boolean isGzip(byte[] body) {
        return body.length > 1 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
    }

    /**
     * Returns what was compressed.
     *
     * @param limit the most bytes of it
     * @throws ZipException when it is not gzip, or ends too early
     * @throws RefusedBodyException when it is larger than allowed
     */
    static byte[] of(byte[] body, BodyLimit limit) throws ZipException, RefusedBodyException {
        Gunzip gunzip = new Gunzip(body, limit);
        Inflater inflater = new Inflater(true);
        try {
            do {
                gunzip.skipHeader();
                gunzip.inflate(inflater);
                inflater.reset();
            } while (gunzip.at < body.length);
            return gunzip.out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private void skipHeader() throws ZipException {
        int start = at;
        skip(HEADER);
        int flags = in[start + 3] & 0xFF;
        expect((in[start] & 0xFF) == 0x1F && (in[start + 1] & 0xFF) == 0x8B && in[start + 2] == 8);
        expect((flags & RESERVED) == 0);
        if ((flags & EXTRA) != 0) {
            skip(2);
            skip((in[at - 2] & 0xFF) | (in[at - 1] & 0xFF) << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
    }

    private void skip(int bytes) throws ZipException {
        expect(bytes <= in.length - at);
        at += bytes;
    }

    private void skipText() throws ZipException {
        do {
            skip(1);
        } while (in[at - 1] != 0);
    }

    private void inflate(Inflater inflater) throws ZipException, RefusedBodyException {
        inflater.setInput(in, at, in.length - at);
        checksum.reset();
        try {
            while (!inflater.finished()) {
                int bytes = inflater.inflate(chunk);
                expect(bytes > 0 || inflater.finished());
                limit.check((long) out.size() + bytes);
                checksum.update(chunk, 0, bytes);
                out.write(chunk, 0, bytes);
            }
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
        at = in.length - inflater.getRemaining();
        skip(TRAILER);
        expect(littleEndian(at - 8) == (int) checksum.getValue());
        expect(littleEndian(at - 4) == (int) inflater.getBytesWritten());
    }

    private int littleEndian(int from) {
        return (in[from] & 0xFF)
                | (in[from + 1] & 0xFF) << 8
                | (in[from + 2] & 0xFF) << 16
                | (in[from + 3] & 0xFF) << 24;
    }

    private static void expect(boolean holds) throws ZipException {
        if (!holds) {
            throw new ZipException("not gzip");
        }
    }
}
