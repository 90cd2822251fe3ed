package io.skillsdk.internal.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** An answer as it came over the wire. */
public final class Reply {

    private final int status;

    private final String reason;

    private final Map<String, String> headers;

    private final byte[] body;

    /** With headers by name in lower case. */
    Reply(int status, String reason, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.reason = reason;
        this.headers = headers;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body without its Content-Encoding. */
    public byte[] content() throws IOException {
        return switch (header("content-encoding").toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip" -> unpacked("gzip", GZIPInputStream::new);
            case "deflate" -> unpacked("deflate", InflaterInputStream::new);
            default ->
                throw new IOException("the Content-Encoding " + header("content-encoding")
                        + " is not one that the platform accepts, or not one that this suite can read");
        };
    }

    private interface Unpacking {
        InputStream of(InputStream packed) throws IOException;
    }

    private byte[] unpacked(String coding, Unpacking unpacking) throws IOException {
        try (InputStream plain = unpacking.of(new ByteArrayInputStream(body))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new IOException("the body is not " + coding + ", which its Content-Encoding says", e);
        }
    }

    /** The body as text; the platform reads it as UTF-8. */
    public String text() throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("the body is not UTF-8", e);
        }
    }

    /** For messages: the status and the beginning of the body. */
    @Override
    public String toString() {
        String start =
                new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        return "status " + status + (body.length == 0 ? ", no body" : ": " + start + (body.length > 200 ? "…" : ""));
    }
}
