package io.skillsdk.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads query strings, as forms encode them (WHATWG URL). */
public final class QueryStrings {

    private QueryStrings() {}

    /** Returns names to values, percent-decoded, in the order in which they came. */
    public static Map<String, List<String>> parse(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    /** Each escape on its own, so that a stray % stays as it is and the escapes beside it are still decoded. */
    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text.replace('+', ' ');
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
                char c = text.charAt(at++);
                decoded.append(c == '+' ? ' ' : c);
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
