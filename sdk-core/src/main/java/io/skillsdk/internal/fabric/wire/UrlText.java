package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes names into URLs so that they arrive as they are: only the unreserved characters of RFC 3986 stand for themselves. The
 * JDK's URLEncoder is for forms, and its URI resolves {@code ..} away.
 */
public final class UrlText {

    private static final String UNRESERVED = "-._~";

    private static final String HEX = "0123456789ABCDEF";

    private UrlText() {}

    /**
     * A name as one segment of a path; a slash in it becomes {@code %2F}.
     *
     * @param what what it is the name of, for the message
     * @throws FabricException when it is empty, {@code .} or {@code ..}, or has a control character
     */
    public static String segment(String name, String what) {
        if (name.isEmpty()) {
            throw invalid(what, "its name is empty");
        }
        if (name.equals(".") || name.equals("..")) {
            throw invalid(what, "'" + name + "' is not allowed as a name, as it would lead elsewhere");
        }
        return encode(name, what);
    }

    /**
     * A key as a path; leading slashes are dropped.
     *
     * @throws FabricException when it is empty, or one of its segments is empty, {@code .} or {@code ..}
     */
    public static String path(String key, String what) {
        String relative = key;
        while (relative.startsWith("/")) {
            relative = relative.substring(1);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : relative.split("/", -1)) {
            if (segment.isEmpty()) {
                throw invalid(what, relative.isEmpty() ? "its key is empty" : "its key has an empty segment");
            }
            if (segment.equals(".") || segment.equals("..")) {
                throw invalid(what, "its key has a segment '" + segment + "', which would lead elsewhere");
            }
            segments.add(encode(segment, what));
        }
        return String.join("/", segments);
    }

    /** A value as part of a query. */
    public static String query(String value, String what) {
        return encode(value, what);
    }

    private static String encode(String text, String what) {
        byte[] bytes;
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
        } catch (CharacterCodingException e) {
            throw invalid(what, "its name has half of a character");
        }
        StringBuilder url = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c < ' ' || c == 127) {
                throw invalid(what, "its name has a control character");
            }
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                url.append((char) c);
            } else {
                url.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return url.toString();
    }

    private static FabricException invalid(String what, String detail) {
        return new FabricException(Reason.INVALID, 0, what, detail);
    }
}
