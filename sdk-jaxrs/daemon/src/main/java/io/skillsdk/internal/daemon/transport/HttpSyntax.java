package io.skillsdk.internal.daemon.transport;

import org.glassfish.grizzly.http.util.ByteChunk;
import org.glassfish.grizzly.http.util.DataChunk;

/** Which bytes the parts of a request's head may have, which Grizzly does not ask. */
final class HttpSyntax {

    private static final boolean[] IN_TOKEN = new boolean[256];

    private static final boolean[] IN_TARGET = new boolean[256];

    private static final boolean[] IN_HOST = new boolean[256];

    private static final boolean[] IN_VALUE = new boolean[256];

    static {
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> IN_TOKEN[c] = true);
        for (int c = '!'; c < IN_TARGET.length; c++) {
            IN_VALUE[c] = c != 0x7F;
            IN_TARGET[c] = IN_VALUE[c] && c != '#';
            IN_HOST[c] = IN_TARGET[c] && "/?@\\,".indexOf(c) < 0;
        }
        IN_VALUE[' '] = true;
        IN_VALUE['\t'] = true;
    }

    private HttpSyntax() {}

    /** The name of a method or header: letters, digits and some signs (RFC 9110, 5.6.2). */
    static boolean isToken(DataChunk text) {
        return isNotEmpty(text) && has(IN_TOKEN, text);
    }

    /** The same of a text. */
    static boolean isToken(String text) {
        return !text.isEmpty() && has(IN_TOKEN, text);
    }

    /** What a token may have. */
    static boolean isInToken(byte b) {
        return IN_TOKEN[b & 0xFF];
    }

    /**
     * A path: more than HTTP allows, as clients send letters of all languages, but no spaces, nothing invisible, and no
     * fragment, with which some would find another path than others.
     */
    static boolean isTarget(DataChunk text) {
        return isNotEmpty(text) && has(IN_TARGET, text);
    }

    /** A host with its port, or nothing: what cannot be taken for a path, a user or two hosts. */
    static boolean isHost(DataChunk text) {
        return has(IN_HOST, text);
    }

    /** The value of a header: no line breaks and nothing else that is invisible, but for spaces and tabs (RFC 9110, 5.5). */
    static boolean isValue(DataChunk text) {
        return has(IN_VALUE, text);
    }

    /** What a header's value may have. */
    static boolean isInValue(byte b) {
        return IN_VALUE[b & 0xFF];
    }

    private static boolean isNotEmpty(DataChunk text) {
        return text.getLength() > 0;
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
        return true;
    }

    private static boolean has(boolean[] only, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= only.length || !only[text.charAt(i)]) {
                return false;
            }
        }
        return true;
    }
}
