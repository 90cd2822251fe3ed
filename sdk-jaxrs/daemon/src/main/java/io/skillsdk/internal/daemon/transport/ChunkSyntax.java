package io.skillsdk.internal.daemon.transport;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpBrokenContentException;
import org.glassfish.grizzly.http.HttpCodecFilter.HeaderParsingState;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.TransferEncoding;

/**
 * Looks at the line before each chunk of a body before Grizzly reads it (RFC 9112, 7.1). Grizzly skips whatever stands between a
 * chunk and its line break, and takes a missing size for the last chunk, where others may see another request; and it refuses
 * extensions, which are to be ignored.
 */
final class ChunkSyntax implements TransferEncoding {

    private static final int MAX_LINE = 1024;

    /** Where Grizzly's reading of a chunk stands when it wants the line break after it. */
    private static final int AFTER_DATA = 3;

    private final TransferEncoding chunked;

    ChunkSyntax(TransferEncoding chunked) {
        this.chunked = chunked;
    }

    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader header, Buffer buffer) {
        HttpPacketParsing packet = (HttpPacketParsing) header;
        boolean isWithin =
                packet.getContentParsingState().isLastChunk || packet.getContentParsingState().chunkRemainder > 0;
        if (isWithin) {
            return chunked.parsePacket(context, header, buffer);
        }
        if (!trimLine(packet.getHeaderParsingState(), buffer)) {
            return ParsingResult.create(null, buffer, false);
        }
        // Grizzly counts from the beginning
        return chunked.parsePacket(context, header, buffer.position() > 0 ? buffer.slice() : buffer);
    }

    /**
     * Leaves of a line what Grizzly understands.
     *
     * @return false when it has not arrived whole
     */
    private static boolean trimLine(HeaderParsingState state, Buffer buffer) {
        int start = buffer.position();
        boolean isAfterData = state.state == AFTER_DATA;
        if (isAfterData) {
            if (buffer.remaining() < 2) {
                return false;
            }
            expect(buffer.get(start) == '\r' && buffer.get(start + 1) == '\n', "A chunk is longer than its size");
            start += 2;
        }
        int end = lineBreak(buffer, start);
        if (end < 0) {
            return false;
        }
        int digits = start;
        while (isHexDigit(buffer.get(digits))) {
            digits++;
        }
        expect(digits > start, "A chunk has no size");
        int extension = digits;
        while (isBlank(buffer.get(extension))) {
            extension++;
        }
        expect(extension == end || buffer.get(extension) == ';', "The size of a chunk is no hexadecimal number");
        if (isAfterData) {
            state.recycle();
        }
        buffer.position(moveUp(buffer, start, digits, end));
        return true;
    }

    /** Finds the end of a line in which no byte is invisible, or returns -1. */
    private static int lineBreak(Buffer buffer, int start) {
        for (int i = start; i < buffer.limit(); i++) {
            expect(i - start < MAX_LINE, "The line before a chunk is too long");
            byte b = buffer.get(i);
            if (b == '\r') {
                if (i + 1 == buffer.limit()) {
                    return -1;
                }
                expect(buffer.get(i + 1) == '\n', "The line before a chunk has a lone carriage return");
                return i;
            }
            expect(HttpSyntax.isInValue(b), "The line before a chunk has an invisible byte");
        }
        return -1;
    }

    /** Moves the digits to the end of their line, over what is to be ignored, and returns where they begin then. */
    private static int moveUp(Buffer buffer, int start, int digits, int end) {
        int by = end - digits;
        for (int i = digits - 1; i >= start; i--) {
            buffer.put(i + by, buffer.get(i));
        }
        return start + by;
    }

    private static boolean isHexDigit(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new HttpBrokenContentException(otherwise);
        }
    }

    @Override
    public boolean wantDecode(HttpHeader header) {
        return chunked.wantDecode(header);
    }

    @Override
    public boolean wantEncode(HttpHeader header) {
        return chunked.wantEncode(header);
    }

    @Override
    public void prepareSerialize(FilterChainContext context, HttpHeader header, HttpContent content) {
        chunked.prepareSerialize(context, header, content);
    }

    @Override
    public Buffer serializePacket(FilterChainContext context, HttpContent content) {
        return chunked.serializePacket(context, content);
    }
}
