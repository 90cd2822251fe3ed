package io.skillsdk.internal.daemon.http;

/** Which bytes the parts of a request may have, and how its lines end (RFC 9110, 5; RFC 9112, 2 and 5). */
final class HttpSyntax {

    /** What a look at a line returns when there is more of it to come. */
    static final int INCOMPLETE = -1;

    private static final boolean[] IN_TOKEN = new boolean[256];

    private static final boolean[] IN_TARGET = new boolean[256];

    private static final boolean[] IN_VALUE = new boolean[256];

    static {
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                .chars()
                .forEach(c -> IN_TOKEN[c] = true);
        for (int c = '!'; c < IN_TARGET.length; c++) {
            IN_VALUE[c] = c != 0x7F;
            // with a fragment, some would find another path than others
            IN_TARGET[c] = IN_VALUE[c] && c != '#';
        }
        IN_VALUE[' '] = true;
        IN_VALUE['\t'] = true;
    }

    private HttpSyntax() {}

    /** What the name of a method or header may have: letters, digits and some signs. */
    static boolean isInToken(byte b) {
        return IN_TOKEN[b & 0xFF];
    }

    /** What a path or query may have: more than HTTP allows, as clients send letters of all languages, but nothing invisible. */
    static boolean isInTarget(byte b) {
        return IN_TARGET[b & 0xFF];
    }

    /** What the value of a header may have: nothing invisible but spaces and tabs. */
    static boolean isInValue(byte b) {
        return IN_VALUE[b & 0xFF];
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /**
     * Looks at a header's line: a name, at once a colon, a value, a line break.
     *
     * @param to where the bytes end that have arrived
     * @return where the next line begins, or {@link #INCOMPLETE}
     */
    static int fieldLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && IN_TOKEN[bytes[at] & 0xFF]) {
            at++;
        }
        if (at == to) {
            return INCOMPLETE;
        }
        expect(
                at > from && bytes[at] == ':',
                "a header's name is not followed by a colon, or has a character that no name has.");
        at++;
        while (at < to && IN_VALUE[bytes[at] & 0xFF]) {
            at++;
        }
        return endOfLine(bytes, at, to);
    }

    /** Looks at a line break, which is a carriage return and a line feed and nothing else. Returns as {@link #fieldLine}. */
    static int endOfLine(byte[] bytes, int from, int to) {
        if (from == to) {
            return INCOMPLETE;
        }
        expect(bytes[from] == '\r', "a line has an invisible character, or does not end with CR LF.");
        if (from + 1 == to) {
            return INCOMPLETE;
        }
        expect(bytes[from + 1] == '\n', "a line has a lone carriage return.");
        return from + 2;
    }

    static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw RefusedRequestException.malformed(otherwise);
        }
    }
}
