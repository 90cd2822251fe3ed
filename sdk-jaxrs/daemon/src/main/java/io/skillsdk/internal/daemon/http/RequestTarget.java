package io.skillsdk.internal.daemon.http;

import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.util.DataChunk;

/**
 * Makes a path or query a valid part of a URI (RFC 3986) where a client has sent more than that, such as {@code ?q=100%} or letters
 * of its language: what does not belong there is percent-encoded. So all that read it read the same.
 */
final class RequestTarget {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private static final boolean[] IN_PATH = new boolean[256];

    private static final boolean[] IN_QUERY = new boolean[256];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/"
                .chars()
                .forEach(c -> {
                    IN_PATH[c] = true;
                    IN_QUERY[c] = true;
                });
        IN_QUERY['?'] = true;
    }

    private RequestTarget() {}

    static void encodePath(DataChunk path) {
        encode(path, IN_PATH);
    }

    static void encodeQuery(DataChunk query) {
        encode(query, IN_QUERY);
    }

    private static void encode(DataChunk text, boolean[] allowed) {
        if (text.isNull() || text.getLength() == 0) {
            return;
        }
        boolean asSent = text.getType() == DataChunk.Type.Bytes;
        byte[] bytes = asSent
                ? text.getByteChunk().getBuffer()
                : text.toString(StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        int from = asSent ? text.getByteChunk().getStart() : 0;
        int to = from + text.getLength();
        for (int i = from; i < to; i++) {
            if (!isValid(bytes, i, to, allowed)) {
                text.setString(encoded(bytes, from, to, allowed));
                return;
            }
        }
    }

    private static boolean isValid(byte[] bytes, int at, int to, boolean[] allowed) {
        byte b = bytes[at];
        return allowed[b & 0xFF] || (b == '%' && at + 2 < to && isHex(bytes[at + 1]) && isHex(bytes[at + 2]));
    }

    private static boolean isHex(byte b) {
        return b > 0 && Character.digit(b, 16) >= 0;
    }

    private static String encoded(byte[] bytes, int from, int to, boolean[] allowed) {
        StringBuilder encoded = new StringBuilder(to - from + 30);
        for (int i = from; i < to; i++) {
            if (isValid(bytes, i, to, allowed)) {
                encoded.append((char) bytes[i]);
            } else {
                encoded.append('%').append(HEX[bytes[i] >> 4 & 15]).append(HEX[bytes[i] & 15]);
            }
        }
        return encoded.toString();
    }
}
