package io.skillsdk.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Reads percent-encoded text (RFC 3986). Each escape counts on its own, so that a stray {@code %} stays as it is and the escapes beside it are decoded all
 * the same; a plus is a plus.
 */
public final class PercentEncoding {

    private PercentEncoding() {}

    /** The text with its escapes decoded as UTF-8. */
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder decoded = new StringBuilder(text.length());
        byte[] escaped = new byte[text.length() / 3];
        int at = 0;
        while (at < text.length()) {
            int count = 0;
            for (int octet = octet(text, at); octet >= 0; octet = octet(text, at)) {
                escaped[count++] = (byte) octet;
                at += 3;
            }
            decoded.append(new String(escaped, 0, count, StandardCharsets.UTF_8));
            if (at < text.length()) {
                decoded.append(text.charAt(at++));
            }
        }
        return decoded.toString();
    }

    /** The octet that is escaped at this place; -1 where none is. */
    private static int octet(String text, int at) {
        if (at + 2 >= text.length() || text.charAt(at) != '%') {
            return -1;
        }
        int high = HexFormat.isHexDigit(text.charAt(at + 1)) ? HexFormat.fromHexDigit(text.charAt(at + 1)) : -1;
        int low = HexFormat.isHexDigit(text.charAt(at + 2)) ? HexFormat.fromHexDigit(text.charAt(at + 2)) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
