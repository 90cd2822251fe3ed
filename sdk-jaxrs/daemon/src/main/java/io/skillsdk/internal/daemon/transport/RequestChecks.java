package io.skillsdk.internal.daemon.transport;

import static io.skillsdk.internal.daemon.transport.HttpSyntax.expect;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request must not say: what others on the way may read differently, and take the rest of it for the next
 * request (RFC 9112, 3.2, 6 and 9), and what the daemon does not do.
 */
final class RequestChecks {

    private static final byte[] CHUNKED = "chunked".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] CONTINUE = "100-continue".getBytes(StandardCharsets.US_ASCII);

    /** An address in brackets, or a name: nothing that could be taken for a path, a user or two hosts. Then perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9\\x80-\\xFF._~!$&'()*+;=%-]*)(:\\d{0,5})?");

    private RequestChecks() {}

    /**
     * Looks at the headers of a request whose bytes are valid each for itself.
     *
     * @throws RefusedRequestException when it must not be served
     */
    static void check(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        // a tunnel would be waited for until its end
        expect(request.getMethod() != Method.CONNECT, "the daemon is not a proxy.");
        checkHost(headers);
        checkLength(request, headers);
        DataChunk expectation = headers.getValue(Header.Expect);
        if (expectation != null && !expectation.equalsIgnoreCaseLowerCase(CONTINUE)) {
            throw new RefusedRequestException(417, "The daemon knows no other Expect header than 100-continue.");
        }
    }

    private static void checkHost(MimeHeaders headers) {
        DataChunk host = only(headers, Header.Host, "it has two Host headers.");
        expect(host == null || isPlain(host) || isHost(host), "its Host header is not a name or address with a port.");
    }

    /** Names with nothing but letters, digits, dots and dashes, as nearly all are. */
    private static boolean isPlain(DataChunk host) {
        for (int i = 0, length = host.getLength(); host.getType() == DataChunk.Type.Bytes && i < length; i++) {
            byte b = host.getByteChunk().getBuffer()[host.getStart() + i];
            if (!HttpSyntax.isDigit(b) && b != '.' && b != '-' && (b < 'a' || b > 'z')) {
                return false;
            }
        }
        return host.getType() == DataChunk.Type.Bytes;
    }

    private static boolean isHost(DataChunk host) {
        String text = host.toString(StandardCharsets.ISO_8859_1);
        int port = text.lastIndexOf(':');
        return HOST.matcher(text).matches()
                && (port < 0
                        || text.endsWith("]")
                        || port == text.length() - 1
                        || Integer.parseInt(text, port + 1, text.length(), 10) <= 65535);
    }

    private static void checkLength(HttpRequestPacket request, MimeHeaders headers) {
        DataChunk coding = only(headers, Header.TransferEncoding, "it has two Transfer-Encoding headers.");
        DataChunk length = only(headers, Header.ContentLength, "it gives its length twice.");
        // one that came before a Transfer-Encoding is forgotten, but for this
        int lengths = ((HttpPacketParsing) request).getHeaderParsingState().contentLengthHeadersCount;
        expect(lengths < 2 && (coding == null || (length == null && lengths == 0)), "it gives its length twice.");
        expect(
                coding == null || coding.equalsIgnoreCaseLowerCase(CHUNKED),
                "its Transfer-Encoding is not chunked, the only one that the daemon knows.");
        expect(length == null || isNumber(length), "its Content-Length is not a number.");
    }

    private static boolean isNumber(DataChunk text) {
        return text.getLength() > 0
                && text.getLength() < 19
                && text.toString().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static @Nullable DataChunk only(MimeHeaders headers, Header header, String otherwise) {
        int first = headers.indexOf(header, 0);
        if (first < 0) {
            return null;
        }
        expect(headers.indexOf(header, first + 1) < 0, otherwise);
        return headers.getValue(first);
    }

    /** Whether a Connection header says, perhaps beside other things, that the connection ends with this request. */
    static boolean asksToClose(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        for (int i = headers.indexOf(Header.Connection, 0); i >= 0; i = headers.indexOf(Header.Connection, i + 1)) {
            String value = headers.getValue(i).toString();
            if (value.length() > "close".length()) {
                for (String option : value.split(",", -1)) {
                    if (option.trim().equalsIgnoreCase("close")) {
                        return true;
                    }
                }
            } else if (value.equalsIgnoreCase("close")) {
                return true;
            }
        }
        return false;
    }
}
