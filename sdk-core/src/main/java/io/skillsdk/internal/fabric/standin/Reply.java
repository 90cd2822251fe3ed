package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the stand-in. */
final class Reply {

    private Reply() {}

    /** JSON with 200. */
    static WireAnswer json(@Nullable Object value) {
        return json(200, value);
    }

    /** JSON. */
    static WireAnswer json(int status, @Nullable Object value) {
        byte[] body = JsonDocument.of(value).bytes();
        return new WireAnswer(
                status,
                Map.of("content-type", "application/json", "content-length", String.valueOf(body.length)),
                new ByteArrayInputStream(body));
    }

    /** A success with a message. */
    static WireAnswer success(String message) {
        return json(Map.of("success", true, "message", message));
    }

    /** What is no success. */
    static WireAnswer refused(int status, String message) {
        return json(status, Map.of("success", false, "message", message));
    }

    /** The same; a member that is not valid is named by its path. */
    static WireAnswer refused(Refusal refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (refusal.member().isEmpty()) {
            return refused(refusal.status(), message);
        }
        Map<String, Object> detail = Map.of("message", message, "path", List.of(refusal.member()));
        return json(refusal.status(), Map.of("success", false, "message", message, "details", List.of(detail)));
    }

    /** A file, or for HEAD its headers only. */
    static WireAnswer blob(Blob blob, boolean headOnly) {
        try {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("content-type", blob.contentType());
            headers.put("content-length", String.valueOf(blob.size()));
            headers.put("etag", blob.etag());
            headers.put(
                    "last-modified",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            blob.lastModified().atOffset(ZoneOffset.UTC)));
            return new WireAnswer(200, headers, headOnly ? InputStream.nullInputStream() : blob.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
