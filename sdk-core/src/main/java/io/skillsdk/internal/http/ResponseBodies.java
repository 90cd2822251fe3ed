package io.skillsdk.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses bodies for callers that want it. */
public final class ResponseBodies {

    /** Below this, gzip costs more than it saves. */
    private static final int WORTH_COMPRESSING = 2048;

    private static final Pattern REFUSED = Pattern.compile("\\s*q\\s*=\\s*0(\\.0*)?\\s*");

    private ResponseBodies() {}

    /** Whether a body is large enough. */
    public static boolean isWorthCompressing(byte[] body) {
        return body.length >= WORTH_COMPRESSING;
    }

    /** Whether an {@code Accept-Encoding} allows gzip. */
    public static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.trim().split(";", 2);
            boolean names = parts[0].trim().equals("gzip") || parts[0].trim().equals("*");
            if (names) {
                return parts.length == 1 || !REFUSED.matcher(parts[1]).matches();
            }
        }
        return false;
    }

    /** Compresses a body. */
    public static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }
}
