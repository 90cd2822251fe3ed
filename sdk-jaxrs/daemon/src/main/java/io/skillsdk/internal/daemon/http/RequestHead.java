package io.skillsdk.internal.daemon.http;

import static io.skillsdk.internal.daemon.http.HttpSyntax.INCOMPLETE;
import static io.skillsdk.internal.daemon.http.HttpSyntax.expect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glassfish.grizzly.Buffer;

/**
 * Looks at the line and the headers of a request, byte by byte and before Grizzly parses them (RFC 9112, 2 to 5). Grizzly is
 * handed a head only once it is whole and can be read in one way; so what it would forgive never reaches it.
 */
final class RequestHead {

    private static final String VERSION = "HTTP/1.";

    private static final List<String> SCHEMES = List.of("http://", "https://");

    private final int first;

    private final int most;

    /** Where the request's line begins, behind empty lines that some send after a body. */
    private int start;

    /** Where the line begins that is looked at next. */
    private int next;

    private boolean inHeaders;

    /**
     * Makes one for a request.
     *
     * @param first where its bytes begin
     * @param most the most bytes that its line and headers may have
     */
    RequestHead(int first, int most) {
        this.first = first;
        this.start = first;
        this.next = first;
        this.most = most;
    }

    /** Where the request's line begins. */
    int start() {
        return start;
    }

    /** Where the head ends, once it is whole. */
    int end() {
        return next;
    }

    /**
     * Looks at what has arrived.
     *
     * @return whether the head is whole
     * @throws RefusedRequestException when it is not valid, or too large
     */
    boolean isWhole(Buffer input) {
        int limit = input.limit();
        boolean hasArray = input.hasArray();
        byte[] bytes = hasArray ? input.array() : copy(input, next, limit);
        // from a position of the buffer to an index of the array
        int shift = hasArray ? input.arrayOffset() : -next;
        boolean whole = look(bytes, shift, limit);
        if ((whole ? next : limit) - first > most) {
            throw new RefusedRequestException(
                    431,
                    "The line and the headers of the request have more than " + most
                            + " bytes, the most that daemon.max-header-size allows.");
        }
        return whole;
    }

    private boolean look(byte[] bytes, int shift, int limit) {
        int to = limit + shift;
        while (true) {
            int from = next + shift;
            boolean emptyLine = from < to && bytes[from] == '\r';
            int end;
            if (emptyLine) {
                end = HttpSyntax.endOfLine(bytes, from, to);
            } else {
                end = inHeaders ? HttpSyntax.fieldLine(bytes, from, to) : requestLine(bytes, from, to);
            }
            if (end == INCOMPLETE) {
                return false;
            }
            next = end - shift;
            if (!emptyLine) {
                inHeaders = true;
            } else if (inHeaders) {
                return true;
            } else {
                start = next;
            }
        }
    }

    private static int requestLine(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && HttpSyntax.isInToken(bytes[at])) {
            at++;
        }
        if (at == to) {
            return INCOMPLETE;
        }
        expect(at > from && bytes[at] == ' ', "no method stands at its beginning.");
        int target = ++at;
        while (at < to && HttpSyntax.isInTarget(bytes[at])) {
            at++;
        }
        if (at == to) {
            return INCOMPLETE;
        }
        expect(
                at > target && bytes[at] == ' ',
                "its first line is not a method, a path and a version, with one space between them.");
        expect(isForm(bytes, target, at), "its target is not a path that begins with /, nor a URI of http.");
        return version(bytes, at + 1, to);
    }

    /** A path, or a whole URI as it is sent to a proxy, with a host that is as valid as that of a header. */
    private static boolean isForm(byte[] bytes, int from, int to) {
        if (bytes[from] == '/') {
            return true;
        }
        int host = from;
        for (String scheme : SCHEMES) {
            if (startsWith(bytes, from, to, scheme)) {
                host = from + scheme.length();
            }
        }
        int end = host;
        while (end < to && bytes[end] != '/' && bytes[end] != '?') {
            end++;
        }
        return end > host
                && host > from
                && HostHeader.isValid(new String(bytes, host, end - host, StandardCharsets.ISO_8859_1));
    }

    private static int version(byte[] bytes, int from, int to) {
        int digit = from + VERSION.length();
        for (int i = from; i < Math.min(digit - 2, to); i++) {
            expect(bytes[i] == VERSION.charAt(i - from), "its first line has no version of HTTP.");
        }
        if (to <= digit) {
            return INCOMPLETE;
        }
        boolean known =
                bytes[digit - 2] == '1' && bytes[digit - 1] == '.' && (bytes[digit] == '0' || bytes[digit] == '1');
        if (!known
                && HttpSyntax.isDigit(bytes[digit - 2])
                && bytes[digit - 1] == '.'
                && HttpSyntax.isDigit(bytes[digit])) {
            throw new RefusedRequestException(505, "The daemon speaks HTTP/1.1.");
        }
        expect(known, "its first line has no version of HTTP.");
        return HttpSyntax.endOfLine(bytes, digit + 1, to);
    }

    /** Compares without regard to case with a text in small letters. */
    private static boolean startsWith(byte[] bytes, int from, int to, String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.toLowerCase(bytes[from + i]) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] copy(Buffer input, int from, int to) {
        byte[] bytes = new byte[to - from];
        int position = input.position();
        input.position(from);
        input.get(bytes);
        input.position(position);
        return bytes;
    }
}
