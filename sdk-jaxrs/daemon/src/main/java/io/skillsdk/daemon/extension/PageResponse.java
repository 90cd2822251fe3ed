package io.skillsdk.daemon.extension;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer of a page. The daemon compresses a large one for clients that accept it. Immutable, if its bytes are left alone. */
public final class PageResponse {

    private final int status;

    private final String contentType;

    private final byte[] body;

    private final Map<String, String> headers;

    private PageResponse(int status, String contentType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
    }

    /**
     * Makes an answer.
     *
     * @param status the HTTP status, 200 to 599
     * @param contentType the media type, such as {@code image/png}
     * @param body the bytes; they are not copied, and must not change
     * @return the answer
     * @throws IllegalArgumentException when the status is out of its range
     */
    public static PageResponse of(int status, String contentType, byte[] body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("The status must be from 200 to 599, but is " + status + ".");
        }
        return new PageResponse(status, contentType, body, Map.of());
    }

    /**
     * Makes a 200.
     *
     * @param contentType the media type, such as {@code image/png}
     * @param body the bytes; they are not copied, and must not change
     * @return the answer
     */
    public static PageResponse ok(String contentType, byte[] body) {
        return of(200, contentType, body);
    }

    /**
     * Makes a 200 of text.
     *
     * @param contentType the media type, which says {@code charset=utf-8} or implies it, as JSON does
     * @param body the text
     * @return the answer
     */
    public static PageResponse ok(String contentType, String body) {
        return ok(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same answer with one more header.
     *
     * @param name the header's name, such as {@code Content-Security-Policy}
     * @param value its value
     * @return the answer
     */
    public PageResponse header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new PageResponse(status, contentType, body, Map.copyOf(more));
    }

    /**
     * Returns the HTTP status.
     *
     * @return 200 to 599
     */
    public int status() {
        return status;
    }

    /**
     * Returns the media type.
     *
     * @return the type as it is sent
     */
    public String contentType() {
        return contentType;
    }

    /**
     * Returns the bytes; they are not copied.
     *
     * @return the body
     */
    public byte[] body() {
        return body;
    }

    /**
     * Returns the headers beside the type and the length.
     *
     * @return names to values
     */
    public Map<String, String> headers() {
        return headers;
    }
}
