package io.skillsdk.daemon;

import org.glassfish.grizzly.http.util.ByteChunk;
import org.glassfish.grizzly.http.util.DataChunk;

/** Which bytes the parts of a request's head may have, which Grizzly does not ask. */
final class HttpSyntax {

    private static final boolean[] IN_TOKEN = new boolean[256];

    private static final boolean[] IN_TARGET = new boolean[256];

    static {
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> IN_TOKEN[c] = true);
        for (int c = '!'; c < IN_TARGET.length; c++) {
            IN_TARGET[c] = c != 0x7F;
        }
    }

    private HttpSyntax() {}

    /** The name of a method or header: letters, digits and some signs (RFC 9110, 5.6.2). */
    static boolean isToken(DataChunk text) {
        return has(IN_TOKEN, text);
    }

    /** The same of a text. */
    static boolean isToken(String text) {
        return has(IN_TOKEN, text);
    }

    /** A path: more than HTTP allows, as clients send letters of all languages, but no spaces and nothing invisible. */
    static boolean isTarget(DataChunk text) {
        return has(IN_TARGET, text);
    }

    private static boolean has(boolean[] only, DataChunk text) {
        if (text.getType() != DataChunk.Type.Bytes) {
            return has(only, text.toString());
        }
        ByteChunk chunk = text.getByteChunk();
        byte[] bytes = chunk.getBuffer();
        for (int i = chunk.getStart(); i < chunk.getEnd(); i++) {
            if (!only[bytes[i] & 0xFF]) {
                return false;
            }
        }
        return chunk.getEnd() > chunk.getStart();
    }

    private static boolean has(boolean[] only, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= only.length || !only[text.charAt(i)]) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
