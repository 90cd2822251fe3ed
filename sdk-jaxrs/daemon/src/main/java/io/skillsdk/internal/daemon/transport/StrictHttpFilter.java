package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.action.ErrorAnswers;
import io.skillsdk.internal.http.HttpActions;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.ChunkedTransferEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.ProcessingState;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.TransferEncoding;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Reads HTTP as Grizzly does, but refuses what whoever stands between might read in another way, and take the rest of it for the
 * next request (RFC 9112): a request that gives its length twice, or in a way that is not known, of which Grizzly believes one;
 * chunks that are not what their size says; and a path or a header with what may not be in it. What is no HTTP is answered as JSON,
 * as all else.
 *
 * <p>{@code Upgrade} headers are ignored, as HTTP allows. Java's own HttpClient sends one with each request over HTTP/1.1;
 * Grizzly would then take the body for the bytes of another protocol and wait for it without end (jersey issue 6059).
 */
public final class StrictHttpFilter extends HttpServerFilter {

    private static final byte[] CHUNKED = "chunked".getBytes(StandardCharsets.US_ASCII);

    private static final Attribute<Boolean> STAYS_OPEN =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(StrictHttpFilter.class.getName() + ".staysOpen");

    private final ConnectionRegistry connections;

    @SuppressWarnings("deprecation") // there is no other way yet; Grizzly itself makes its own like this
    public StrictHttpFilter(NetworkListener listener, ConnectionRegistry connections) {
        super(
                listener.isChunkingEnabled(),
                listener.getMaxHttpHeaderSize(),
                null,
                listener.getKeepAlive(),
                null,
                listener.getMaxRequestHeaders(),
                listener.getMaxResponseHeaders());
        this.connections = connections;
        setAllowPayloadForUndefinedHttpMethods(true);
        for (TransferEncoding encoding : getTransferEncodings()) {
            if (encoding instanceof ChunkedTransferEncoding) {
                removeTransferEncoding(encoding);
                addTransferEncoding(new ChunkSyntax(encoding));
            }
        }
    }

    @Override
    protected Buffer encodeHttpPacket(FilterChainContext context, HttpPacket packet) {
        HttpHeader header = packet.isHeader() ? (HttpHeader) packet : ((HttpContent) packet).getHttpHeader();
        if (!header.isCommitted() && header instanceof HttpResponsePacket response) {
            beginAnswer(response);
        }
        return super.encodeHttpPacket(context, packet);
    }

    /**
     * Settles whether the connection outlives an answer. Grizzly would close it after some statuses, and what a caller has sent behind
     * such a request would be lost; an author's own header is obeyed, and so is the error of a request whose body has not been read.
     */
    private void beginAnswer(HttpResponsePacket response) {
        ProcessingState state = response.getProcessingState();
        if (connections.areClosing()) {
            state.setKeepAlive(false);
        } else if (response.getStatus() >= 400
                && state.isStayAlive()
                && response.getRequest().getProtocol() == Protocol.HTTP_1_1
                && !response.containsHeader(Header.Connection)) {
            STAYS_OPEN.set(response, true);
        }
    }

    @Override
    protected void onInitialLineEncoded(HttpHeader header, FilterChainContext context) {
        ProcessingState state = header.getProcessingState();
        if (!state.isKeepAlive() && STAYS_OPEN.isSet(header) && hasEnd(header)) {
            state.setKeepAlive(true);
            header.getHeaders().removeHeader(Header.Connection);
        }
    }

    /** Whether it can be told without closing the connection where its content ends. */
    private static boolean hasEnd(HttpHeader header) {
        return header.isChunked() || header.getContentLength() >= 0;
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    @Override
    protected boolean decodeHttpPacket(FilterChainContext context, HttpPacketParsing packet, Buffer input) {
        HeaderParsingState state = packet.getHeaderParsingState();
        if (state.state == 0 && state.subState == 0 && state.offset == state.start) {
            beginRequest(state, input);
        }
        return super.decodeHttpPacket(context, packet, input);
    }

    /**
     * Some send a line break after a body, which is not the beginning of the next request; and what no method begins with, as TLS, is
     * refused before Grizzly waits for the rest of it.
     */
    private static void beginRequest(HeaderParsingState state, Buffer input) {
        while (state.offset < input.limit() && isLineBreak(input.get(state.offset))) {
            state.start++;
            state.offset++;
        }
        if (state.offset < input.limit() && !HttpSyntax.isInToken(input.get(state.offset))) {
            throw new IllegalStateException("No method begins like this");
        }
    }

    private static boolean isLineBreak(byte b) {
        return b == '\r' || b == '\n';
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext context) {
        if (super.onHttpHeaderParsed(header, buffer, context)) {
            return true;
        }
        HttpRequestPacket request = (HttpRequestPacket) header;
        if (request.getProtocol() == Protocol.HTTP_2_0) {
            HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505.setValues(request.getResponse());
            return true;
        }
        // a tunnel would be waited for until its end
        return request.getMethod() == Method.CONNECT
                || !HttpSyntax.isToken(request.getMethod().getMethodString())
                || !HttpSyntax.isTarget(request.getRequestURIRef().getRequestURIBC())
                || !areSound(request.getHeaders())
                || hasDoubtfulLength(request);
    }

    private static boolean areSound(MimeHeaders headers) {
        for (int i = 0; i < headers.size(); i++) {
            if (!HttpSyntax.isToken(headers.getName(i)) || !HttpSyntax.isValue(headers.getValue(i))) {
                return false;
            }
        }
        int host = headers.indexOf(Header.Host, 0);
        return host < 0 || (HttpSyntax.isHost(headers.getValue(host)) && headers.indexOf(Header.Host, host + 1) < 0);
    }

    private static boolean hasDoubtfulLength(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        int coding = headers.indexOf(Header.TransferEncoding, 0);
        return coding >= 0
                && (!headers.getValue(coding).equalsIgnoreCaseLowerCase(CHUNKED)
                        || headers.indexOf(Header.TransferEncoding, coding + 1) >= 0
                        || headers.indexOf(Header.ContentLength, 0) >= 0
                        // one that came first is forgotten, but for this
                        || ((HttpPacketParsing) request).getHeaderParsingState().contentLengthHeadersCount > 0);
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        response.getProcessingState().setError(true); // what else comes over it is not read
        byte[] body = ErrorAnswers.of(response.getStatus(), detail(response.getStatus()))
                .body();
        response.setContentType(HttpActions.MEDIA_TYPE);
        response.setContentLength(body.length);
        return HttpContent.builder(response)
                .content(Buffers.wrap(null, body))
                .last(true)
                .build();
    }

    private static String detail(int status) {
        return status == 505
                ? "The daemon speaks HTTP/1.1."
                : "The request is no sound HTTP/1.1: a line of it is malformed, it gives its length twice or in an unknown way, its"
                        + " chunks are not as long as they say, or it has more headers than daemon.max-header-size allows.";
    }
}
