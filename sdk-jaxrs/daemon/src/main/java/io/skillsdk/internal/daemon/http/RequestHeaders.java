package io.skillsdk.internal.daemon.http;

import static io.skillsdk.internal.daemon.http.HttpSyntax.expect;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about it and its connection, found in one pass. It must not be what others on the way may read
 * differently, and take the rest of the request for the next one (RFC 9112, 3.2, 6 and 9).
 */
final class RequestHeaders {

    private static final byte[] HOST = ascii("host");
    private static final byte[] EXPECT = ascii("expect");
    private static final byte[] ORIGIN = ascii("origin");
    private static final byte[] CONNECTION = ascii("connection");
    private static final byte[] CONTENT_LENGTH = ascii("content-length");
    private static final byte[] SEC_FETCH_SITE = ascii("sec-fetch-site");
    private static final byte[] TRANSFER_ENCODING = ascii("transfer-encoding");

    private static final byte[] CHUNKED = ascii("chunked");
    private static final byte[] CONTINUE = ascii("100-continue");
    private static final byte[] KEEP_ALIVE = ascii("keep-alive");

    private @Nullable DataChunk host;

    private @Nullable DataChunk origin;

    private @Nullable DataChunk fetchSite;

    private @Nullable DataChunk length;

    private @Nullable DataChunk coding;

    private boolean closes;

    private RequestHeaders() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Reads the headers of a request whose bytes are valid each for itself.
     *
     * @throws RefusedRequestException when it must not be served
     */
    static RequestHeaders of(HttpRequestPacket request) {
        RequestHeaders found = new RequestHeaders();
        MimeHeaders headers = request.getHeaders();
        for (int i = 0, size = headers.size(); i < size; i++) {
            found.read(headers.getName(i), headers.getValue(i));
        }
        // a tunnel would be waited for until its end
        expect(request.getMethod() != Method.CONNECT, "the daemon is not a proxy.");
        // Grizzly would not read it, and take it for the next request
        expect(
                request.getMethod() != Method.TRACE || !found.hasBody(),
                "it has a body, which the method TRACE does not allow.");
        found.checkLength(((HttpPacketParsing) request).getHeaderParsingState().contentLengthHeadersCount);
        return found;
    }

    private void read(DataChunk name, DataChunk value) {
        switch (name.getLength()) {
            case 4 -> {
                if (name.equalsIgnoreCaseLowerCase(HOST)) {
                    expect(host == null, "it has two Host headers.");
                    HostHeader.check(value);
                    host = value;
                }
            }
            case 6 -> {
                if (name.equalsIgnoreCaseLowerCase(ORIGIN)) {
                    origin = value;
                } else if (name.equalsIgnoreCaseLowerCase(EXPECT) && !value.equalsIgnoreCaseLowerCase(CONTINUE)) {
                    throw new RefusedRequestException(
                            417, "The daemon knows no other Expect header than 100-continue.");
                }
            }
            case 10 -> {
                if (name.equalsIgnoreCaseLowerCase(CONNECTION)) {
                    closes |= !value.equalsIgnoreCaseLowerCase(KEEP_ALIVE) && hasClose(value.toString());
                }
            }
            case 14 -> {
                if (name.equalsIgnoreCaseLowerCase(CONTENT_LENGTH)) {
                    expect(length == null, "it gives its length twice.");
                    expect(isNumber(value), "its Content-Length is not a number.");
                    length = value;
                } else if (name.equalsIgnoreCaseLowerCase(SEC_FETCH_SITE)) {
                    fetchSite = value;
                }
            }
            case 17 -> {
                if (name.equalsIgnoreCaseLowerCase(TRANSFER_ENCODING)) {
                    expect(coding == null, "it has two Transfer-Encoding headers.");
                    expect(
                            value.equalsIgnoreCaseLowerCase(CHUNKED),
                            "its Transfer-Encoding is not chunked, the only one that the daemon knows.");
                    coding = value;
                }
            }
            default -> {}
        }
    }

    /**
     * Compares all that tells a length.
     *
     * @param lengths how many Content-Length headers Grizzly has seen; it forgets one that comes before a Transfer-Encoding
     */
    private void checkLength(int lengths) {
        expect(lengths < 2 && (coding == null || (length == null && lengths == 0)), "it gives its length twice.");
    }

    /** Whether bytes follow the headers, by what these say. */
    private boolean hasBody() {
        return coding != null || (length != null && !HeaderText.of(length).matches("0+"));
    }

    private static boolean isNumber(DataChunk text) {
        int length = text.getLength();
        if (length == 0 || length >= 19) {
            return false;
        }
        String digits = HeaderText.of(text);
        for (int i = 0; i < length; i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a Connection header says, perhaps beside other things, that the connection ends with this request. */
    private static boolean hasClose(String options) {
        for (String option : options.split(",", -1)) {
            if (option.trim().equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }

    @Nullable DataChunk host() {
        return host;
    }

    /** The page that has sent it, as a browser says; null when no browser does. */
    @Nullable DataChunk origin() {
        return origin;
    }

    @Nullable DataChunk fetchSite() {
        return fetchSite;
    }

    /** Whether the connection ends with this request. */
    boolean closes() {
        return closes;
    }
}
