package io.skillsdk.internal.daemon.http;

import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.answer.ReasonPhrase;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.HttpDate;
import io.skillsdk.internal.http.HttpActions;
import java.io.IOException;
import java.util.Properties;
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
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP with Grizzly, but refuses what others on the way might read in another way, and take the rest of it for the next
 * request (RFC 9112). {@link RequestHead} looks at the bytes of a request's head before Grizzly does, {@link RequestHeaders} at what
 * the headers say, {@link ChunkedBody} reads bodies in chunks. What is refused is answered as JSON, and its connection closes.
 *
 * <p>{@code Upgrade} headers are ignored, as HTTP allows. Java's own HttpClient sends one with each request over HTTP/1.1;
 * Grizzly would then take the body for the bytes of another protocol and wait for it without end (jersey issue 6059).
 */
public final class StrictHttpFilter extends HttpServerFilter {

    private static final Attribute<RequestHead> UNFINISHED = attribute("unfinished");

    private static final Attribute<RefusedRequestException> REFUSAL = attribute("refusal");

    private static final Attribute<Boolean> STAYS_OPEN = attribute("staysOpen");

    private final ConnectionRegistry connections;

    private final boolean guarded;

    private final HttpDate date;

    private final CrossSiteGuard guard = new CrossSiteGuard();

    /**
     * Makes a filter.
     *
     * @param date what refusals are dated with
     * @param guarded whether to refuse pages of other sites on connections within this machine
     */
    @SuppressWarnings("deprecation") // there is no other way yet; Grizzly itself makes its own like this
    public StrictHttpFilter(NetworkListener listener, ConnectionRegistry connections, HttpDate date, boolean guarded) {
        super(
                listener.isChunkingEnabled(),
                listener.getMaxHttpHeaderSize(),
                null,
                listener.getKeepAlive(),
                null,
                listener.getMaxRequestHeaders(),
                listener.getMaxResponseHeaders(),
                withoutChecksOfItsOwn());
        this.connections = connections;
        this.date = date;
        this.guarded = guarded;
        setAllowPayloadForUndefinedHttpMethods(true);
        for (TransferEncoding encoding : getTransferEncodings()) {
            if (encoding instanceof ChunkedTransferEncoding) {
                removeTransferEncoding(encoding);
                addTransferEncoding(new ChunkedBody(encoding, maxHeadersSize));
            }
        }
    }

    /** Grizzly can look at headers too, but takes letters beyond ASCII for faults, and a line without a colon for none. */
    private static Properties withoutChecksOfItsOwn() {
        Properties properties = new Properties();
        properties.setProperty(STRICT_HEADER_NAME_VALIDATION_RFC_9110, "false");
        properties.setProperty(STRICT_HEADER_VALUE_VALIDATION_RFC_9110, "false");
        return properties;
    }

    private static <T> Attribute<T> attribute(String name) {
        return Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(StrictHttpFilter.class.getName() + "." + name);
    }

    @Override
    protected boolean decodeHttpPacket(FilterChainContext context, HttpPacketParsing packet, Buffer input) {
        HttpRequestPacket request = (HttpRequestPacket) packet;
        HeaderParsingState state = packet.getHeaderParsingState();
        RequestHead head = UNFINISHED.get(request);
        if (head == null) {
            head = new RequestHead(state.offset, maxHeadersSize);
        }
        if (!head.isWhole(input)) {
            UNFINISHED.set(request, head);
            return false;
        }
        state.start = head.start();
        state.offset = head.start();
        boolean parsed = super.decodeHttpPacket(context, packet, input);
        // both must have found the same end, or one of them takes a part of it for something else
        HttpSyntax.expect(parsed && input.position() == head.end(), "its headers do not end where they seem to.");
        return true;
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext context) {
        HttpRequestPacket request = (HttpRequestPacket) header;
        RequestHeaders headers = RequestHeaders.of(request);
        if (super.onHttpHeaderParsed(header, buffer, context)) {
            throw RefusedRequestException.malformed("a header is missing or wrong, such as Host.");
        }
        if (guarded && connections.of(context.getConnection()).isOfThisMachine()) {
            guard.check(headers);
        }
        if (headers.closes()) {
            request.getProcessingState().setKeepAlive(false);
        }
        RequestTarget.encodePath(request.getRequestURIRef().getRequestURIBC());
        RequestTarget.encodeQuery(request.getQueryStringDC());
        return false;
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable thrown)
            throws IOException {
        remember(thrown, (HttpRequestPacket) header);
        super.onHttpHeaderError(header, context, thrown);
    }

    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext context, Throwable thrown)
            throws IOException {
        remember(thrown, (HttpRequestPacket) header);
        super.onHttpContentError(header, context, thrown);
    }

    private static void remember(Throwable thrown, HttpRequestPacket request) {
        if (thrown instanceof RefusedRequestException refusal) {
            REFUSAL.set(request.getResponse(), refusal);
            request.setProtocol(Protocol.HTTP_1_1);
            if (request.getMethodDC().isNull()) {
                request.setMethod(Method.GET); // Grizzly has not come as far as to know it, and asks for it
            }
            request.getResponse().setStatus(refusal.status());
        }
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        response.getProcessingState().setError(true); // what else comes over it is not read
        connections.malformed();
        RefusedRequestException refusal = REFUSAL.get(response);
        int status = response.getStatus();
        byte[] body = ErrorAnswers.of(status, detail(refusal)).body();
        response.setHeader(Header.Date, date.now());
        response.setContentType(HttpActions.MEDIA_TYPE);
        response.setContentLength(body.length);
        return HttpContent.builder(response)
                .content(Buffers.wrap(null, body))
                .last(true)
                .build();
    }

    private static String detail(@Nullable RefusedRequestException refusal) {
        return refusal == null
                ? "The request is not valid HTTP/1.1: a line or a header of it is malformed, or it has too many headers."
                : String.valueOf(refusal.getMessage());
    }

    @Override
    protected Buffer encodeHttpPacket(FilterChainContext context, HttpPacket packet) {
        HttpHeader header = packet.isHeader() ? (HttpHeader) packet : ((HttpContent) packet).getHttpHeader();
        if (header.isCommitted() || !(header instanceof HttpResponsePacket response)) {
            return super.encodeHttpPacket(context, packet);
        }
        boolean interim = response.isAcknowledgement();
        beginAnswer(response);
        Buffer encoded = super.encodeHttpPacket(context, packet);
        if (interim) {
            forgetCoding(response);
        }
        return encoded;
    }

    /** Grizzly prepares the answer already with its 100-continue, without its length: one to HEAD then had a coding as well as a length. */
    private static void forgetCoding(HttpResponsePacket response) {
        response.setChunked(false);
        response.getHeaders().removeHeader(Header.TransferEncoding);
    }

    private void beginAnswer(HttpResponsePacket response) {
        if (response.getStatus() != HttpStatus.OK_200.getStatusCode()) {
            setReasonPhrase(response);
        }
        settleConnection(response);
    }

    /** Grizzly has no phrase for some statuses, and outdated ones for others. An author's own counts. */
    private static void setReasonPhrase(HttpResponsePacket response) {
        if (!response.isCustomReasonPhraseSet() || response.getReasonPhraseDC().getLength() == 0) {
            response.setReasonPhrase(ReasonPhrase.of(response.getStatus()));
        }
    }

    /**
     * Settles whether the connection outlives an answer. Grizzly would close it after some statuses, and what a client has sent behind
     * such a request would be lost; an author's own header is obeyed, and so is the error of a request whose body has not been read.
     */
    private void settleConnection(HttpResponsePacket response) {
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
}
