package io.skillsdk.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** When an answer is compressed, on every route: from a size upward, for clients that prefer gzip to the plain bytes. */
public final class ResponseBodies {

    /** Bytes below which gzip costs more than it saves. */
    public static final int WORTH_COMPRESSING = 2048;

    private ResponseBodies() {}

    /** Whether a body is large enough. */
    public static boolean isWorthCompressing(byte[] body) {
        return body.length >= WORTH_COMPRESSING;
    }

    /**
     * Whether an {@code Accept-Encoding} prefers gzip to no coding (RFC 9110, 12.5.3). A coding that is named takes precedence over
     * {@code *}; one that is not named, and no header, is taken as a client that cannot uncompress.
     */
    static boolean acceptsGzip(@Nullable String acceptEncoding) {
        if (acceptEncoding == null || acceptEncoding.isEmpty()) {
            return false;
        }
        double gzip = -1;
        double any = -1;
        double identity = -1;
        for (String element : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = element.indexOf(';');
            String coding = (semicolon < 0 ? element : element.substring(0, semicolon)).trim();
            double weight = semicolon < 0 ? 1 : weight(element.substring(semicolon + 1));
            switch (coding) {
                case "gzip", "x-gzip" -> gzip = Math.max(gzip, weight);
                case "*" -> any = weight;
                case "identity" -> identity = weight;
                default -> {}
            }
        }
        double wanted = gzip >= 0 ? gzip : any;
        return wanted > 0 && wanted >= identity;
    }

    /** A weight from 0 to 1; 0 when it cannot be read, as plain bytes are never wrong. */
    private static double weight(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            String text = parameter.trim();
            if (text.startsWith("q") && text.indexOf('=') > 0) {
                try {
                    double weight = Double.parseDouble(
                            text.substring(text.indexOf('=') + 1).trim());
                    return weight >= 0 && weight <= 1 ? weight : 0;
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }

    /**
     * Decides on the coding of an answer, in one place for every route.
     *
     * @param isLarge whether it is, or may become, large enough
     * @param isCoded whether it has a {@code Content-Encoding} already
     * @param acceptEncoding what the client accepts
     */
    public static Coding coding(boolean isLarge, boolean isCoded, @Nullable String acceptEncoding) {
        if (!isLarge || isCoded) {
            return Coding.PLAIN;
        }
        return acceptsGzip(acceptEncoding) ? Coding.GZIP : Coding.PLAIN_FOR_THIS_CLIENT;
    }

    /** How an answer is coded, with the headers that say so. */
    public enum Coding {
        /** As it is, for all clients. */
        PLAIN(Map.of()),
        /** As it is, where another client may get it compressed. */
        PLAIN_FOR_THIS_CLIENT(Map.of("Vary", "Accept-Encoding")),
        /** Compressed. */
        GZIP(Map.of("Vary", "Accept-Encoding", "Content-Encoding", "gzip"));

        @SuppressWarnings("ImmutableEnumChecker") // each is a Map.of()
        private final Map<String, String> headers;

        Coding(Map<String, String> headers) {
            this.headers = headers;
        }

        /** What is added to the headers of the answer. */
        public Map<String, String> headers() {
            return headers;
        }

        /** The bytes that are sent for a body. */
        public byte[] bytes(byte[] body) {
            return this == GZIP ? gzip(body) : body;
        }
    }

    /** Compresses a body. */
    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }
}
