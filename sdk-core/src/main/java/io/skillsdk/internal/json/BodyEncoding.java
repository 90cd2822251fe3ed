package io.skillsdk.internal.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Refuses what is not plain UTF-8 before a parser guesses: a byte order mark breaks the platform's own parsers too. */
final class BodyEncoding {

    private BodyEncoding() {}

    static void check(byte[] body) throws UnreadableBodyException {
        if (body.length == 0) {
            throw UnreadableBodyException.notJson("The body is empty. Send a JSON object such as {\"payload\": {}}.");
        }
        int first = body[0] & 0xFF;
        int second = body.length > 1 ? body[1] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB) {
            throw UnreadableBodyException.notJson("The body starts with a byte order mark. Send UTF-8 without one.");
        }
        if (first == 0 || second == 0 || (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
            throw notUtf8();
        }
    }

    /** Whether all of it is UTF-8, for a body whose fault has to be explained; a valid one is not read twice. */
    static boolean isUtf8(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(body);
        CharBuffer out = CharBuffer.allocate(8192);
        while (in.hasRemaining()) {
            if (decoder.decode(in, out.clear(), true).isError()) {
                return false;
            }
        }
        return true;
    }

    static UnreadableBodyException notUtf8() {
        return UnreadableBodyException.notJson("The body is not encoded in UTF-8. Send JSON in UTF-8.");
    }
}
