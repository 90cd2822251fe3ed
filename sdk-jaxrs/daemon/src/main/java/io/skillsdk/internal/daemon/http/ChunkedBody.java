package io.skillsdk.internal.daemon.http;

import static io.skillsdk.internal.daemon.http.HttpSyntax.INCOMPLETE;
import static io.skillsdk.internal.daemon.http.HttpSyntax.expect;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpCodecFilter.ContentParsingState;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.ParsingResult;
import org.glassfish.grizzly.http.TransferEncoding;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body in chunks (RFC 9112, 7.1), in place of Grizzly, which skips what it does not understand between two chunks and
 * takes what follows the last one for whatever it likes, where others may see another request. Extensions of chunks and the fields
 * of a trailer are looked at and dropped, as HTTP allows.
 */
final class ChunkedBody implements TransferEncoding {

    private static final int USUAL_LINE = 24;

    private static final int MAX_LINE = 1024;

    /** More digits than any chunk needs, and fewer than overflow. */
    private static final int MAX_DIGITS = 15;

    private final TransferEncoding grizzly;

    private final int maxTrailer;

    /**
     * Makes one.
     *
     * @param grizzly writes answers in chunks
     * @param maxTrailer the most bytes behind the last chunk
     */
    ChunkedBody(TransferEncoding grizzly, int maxTrailer) {
        this.grizzly = grizzly;
        this.maxTrailer = maxTrailer;
    }

    /**
     * Reads on. The state says where: {@code chunkRemainder} is what is left of the current chunk, 0 before the line break that
     * follows it, and negative before the first chunk.
     */
    @Override
    public ParsingResult parsePacket(FilterChainContext context, HttpHeader header, Buffer buffer) {
        ContentParsingState state = ((HttpPacketParsing) header).getContentParsingState();
        int at = buffer.position();
        if (!state.isLastChunk && state.chunkRemainder <= 0) {
            at = sizeLine(state, buffer, USUAL_LINE);
            if (at == INCOMPLETE && buffer.remaining() > USUAL_LINE) {
                at = sizeLine(state, buffer, MAX_LINE + 3);
            }
            if (at == INCOMPLETE) {
                return ParsingResult.create(null, buffer, false);
            }
        }
        return state.isLastChunk ? end(header, state, buffer, at) : data(header, state, buffer, at);
    }

    private static ParsingResult data(HttpHeader header, ContentParsingState state, Buffer buffer, int at) {
        Buffer rest = rest(buffer, (int) Math.min(buffer.limit(), at + state.chunkRemainder));
        buffer.position(at);
        buffer.shrink();
        Buffer data = buffer;
        if (buffer.hasRemaining()) {
            state.chunkRemainder -= buffer.remaining();
        } else {
            buffer.tryDispose();
            data = Buffers.EMPTY_BUFFER;
        }
        return ParsingResult.create(header.httpContentBuilder().content(data).build(), rest);
    }

    /** Reads the fields behind the last chunk and the empty line that ends them. */
    private ParsingResult end(HttpHeader header, ContentParsingState state, Buffer buffer, int at) {
        byte[] bytes = bytes(buffer, at, maxTrailer + 1);
        int line = 0;
        int next = 0;
        while (next != INCOMPLETE) {
            line = next;
            if (line < bytes.length && bytes[line] == '\r') {
                next = HttpSyntax.endOfLine(bytes, line, bytes.length);
                if (next != INCOMPLETE) {
                    expectShort(state, next);
                    return last(header, buffer, at + next);
                }
            } else {
                next = HttpSyntax.fieldLine(bytes, line, bytes.length);
            }
        }
        // what has been looked at is not kept, or it would be looked at again with each byte that follows
        expectShort(state, bytes.length);
        state.chunkContentStart = Math.max(0, state.chunkContentStart) + line;
        return ParsingResult.create(null, rest(buffer, at + line), false);
    }

    /** With the bytes that have been looked at before. */
    private void expectShort(ContentParsingState state, int more) {
        expect(
                Math.max(0, state.chunkContentStart) + more <= maxTrailer,
                "the part behind its last chunk is too long.");
    }

    private static ParsingResult last(HttpHeader header, Buffer buffer, int end) {
        Buffer rest = rest(buffer, end);
        buffer.tryDispose();
        return ParsingResult.create(
                header.httpContentBuilder()
                        .content(Buffers.EMPTY_BUFFER)
                        .last(true)
                        .build(),
                rest);
    }

    private static @Nullable Buffer rest(Buffer buffer, int from) {
        return from < buffer.limit() ? buffer.split(from) : null;
    }

    /** Reads the line before a chunk, and the line break of the chunk before it. Returns where the chunk begins. */
    private static int sizeLine(ContentParsingState state, Buffer buffer, int most) {
        int start = buffer.position();
        byte[] bytes = bytes(buffer, start, most);
        int from = 0;
        if (state.chunkRemainder == 0) {
            if (bytes.length > 0) {
                expect(bytes[0] == '\r', "a chunk is longer than its size.");
            }
            from = HttpSyntax.endOfLine(bytes, 0, bytes.length);
            if (from == INCOMPLETE) {
                return INCOMPLETE;
            }
        }
        int digits = from;
        long size = 0;
        for (int digit; digits < bytes.length && (digit = hexDigit(bytes[digits])) >= 0; digits++) {
            expect(digits - from < MAX_DIGITS, "the size of a chunk is too large.");
            size = size << 4 | digit;
        }
        int end = digits == bytes.length ? INCOMPLETE : extension(bytes, from, digits);
        if (end == INCOMPLETE) {
            expect(bytes.length - from <= MAX_LINE, "the line before a chunk is too long.");
            return INCOMPLETE;
        }
        state.chunkLength = size;
        state.chunkRemainder = size;
        state.isLastChunk = size == 0;
        return start + end;
    }

    /** What may stand between a size and the end of its line. Returns where the next line begins. */
    private static int extension(byte[] bytes, int from, int digits) {
        expect(digits > from, "the size of a chunk is not a hexadecimal number.");
        int at = digits;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == bytes.length) {
            return INCOMPLETE;
        }
        expect(bytes[at] == '\r' || bytes[at] == ';', "the size of a chunk is not a hexadecimal number.");
        while (at < bytes.length && HttpSyntax.isInValue(bytes[at])) {
            at++;
        }
        return HttpSyntax.endOfLine(bytes, at, bytes.length);
    }

    private static int hexDigit(byte b) {
        return b < 0 ? -1 : Character.digit(b, 16);
    }

    private static byte[] bytes(Buffer buffer, int from, int most) {
        byte[] bytes = new byte[Math.min(buffer.limit() - from, most)];
        int position = buffer.position();
        buffer.position(from);
        buffer.get(bytes);
        buffer.position(position);
        return bytes;
    }

    @Override
    public boolean wantDecode(HttpHeader header) {
        return grizzly.wantDecode(header);
    }

    @Override
    public boolean wantEncode(HttpHeader header) {
        return grizzly.wantEncode(header);
    }

    @Override
    public void prepareSerialize(FilterChainContext context, HttpHeader header, HttpContent content) {
        grizzly.prepareSerialize(context, header, content);
    }

    @Override
    public Buffer serializePacket(FilterChainContext context, HttpContent content) {
        return grizzly.serializePacket(context, content);
    }
}
