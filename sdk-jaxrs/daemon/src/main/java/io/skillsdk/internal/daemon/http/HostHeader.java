package io.skillsdk.internal.daemon.http;

import static io.skillsdk.internal.daemon.http.HttpSyntax.expect;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.util.ByteChunk;
import org.glassfish.grizzly.http.util.DataChunk;

/** What a Host header may be: nothing that could be taken for a path, a user or two hosts (RFC 9112, 3.2). */
final class HostHeader {

    /** An address in brackets, or a name, and perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9\\x80-\\xFF._~!$&'()*+;=%-]*)(:(\\d{0,5}))?");

    private static final int MAX_PORT = 65_535;

    private static final int MOST_DIGITS = 5;

    private HostHeader() {}

    static void check(DataChunk host) {
        expect(
                isPlain(host) || isValid(host.toString(StandardCharsets.ISO_8859_1)),
                "its Host header is not a name or address with a port.");
    }

    /** Small letters, digits, dots and dashes, and perhaps a port, as nearly all are. */
    private static boolean isPlain(DataChunk host) {
        if (host.getType() != DataChunk.Type.Bytes) {
            return false;
        }
        ByteChunk chunk = host.getByteChunk();
        byte[] bytes = chunk.getBuffer();
        int end = chunk.getEnd();
        int at = chunk.getStart();
        while (at < end && isInPlainName(bytes[at])) {
            at++;
        }
        return at == end || (bytes[at] == ':' && isPort(bytes, at + 1, end));
    }

    private static boolean isPort(byte[] bytes, int from, int to) {
        int port = 0;
        for (int at = from; at < to; at++) {
            if (!HttpSyntax.isDigit(bytes[at]) || at - from == MOST_DIGITS) {
                return false;
            }
            port = 10 * port + bytes[at] - '0';
        }
        return port <= MAX_PORT;
    }

    private static boolean isInPlainName(byte b) {
        return (b >= 'a' && b <= 'z') || HttpSyntax.isDigit(b) || b == '.' || b == '-';
    }

    static boolean isValid(String host) {
        var matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        String port = matcher.group(3);
        return port == null || port.isEmpty() || Integer.parseInt(port) <= MAX_PORT;
    }
}
