package io.skillsdk.daemon;

import io.skillsdk.action.Errors;
import io.skillsdk.http.HttpActions;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Reads HTTP as Grizzly does, but refuses a request that gives its length twice, as Content-Length and in chunks, where Grizzly
 * forgets one of them: whoever stands between might believe the other one, and take the rest for the next request. What is no
 * HTTP is answered as JSON, as all else.
 *
 * <p>{@code Upgrade} headers are ignored, as HTTP allows. Java's own HttpClient sends one with every first request; Grizzly
 * would then take the body for the bytes of another protocol and wait for it without end (jersey issue 6059).
 */
final class StrictHttpFilter extends HttpServerFilter {

    @SuppressWarnings("deprecation") // there is no other way yet; Grizzly itself makes its own like this
    StrictHttpFilter(NetworkListener listener) {
        super(
                listener.isChunkingEnabled(),
                listener.getMaxHttpHeaderSize(),
                null,
                listener.getKeepAlive(),
                null,
                listener.getMaxRequestHeaders(),
                listener.getMaxResponseHeaders());
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        header.getUpgradeDC().recycle();
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext context) {
        return hasTwoLengths(header) || super.onHttpHeaderParsed(header, buffer, context);
    }

    private static boolean hasTwoLengths(HttpHeader header) {
        return header.isChunked()
                && (header.containsHeader(Header.ContentLength)
                        || (header instanceof HttpPacketParsing parsed
                                && parsed.getHeaderParsingState().contentLengthHeadersCount > 0));
    }

    @Override
    protected HttpContent customizeErrorResponse(HttpResponsePacket response) {
        byte[] body =
                Errors.of(response.getStatus(), detail(response.getStatus())).body();
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
                : "The request is no HTTP/1.1, gives its length twice, or has more headers than daemon.max-header-size allows.";
    }
}
