package io.skillsdk.internal.conformance.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers from their bytes. */
public final class RawReplies {

    private RawReplies() {}

    /** What the bytes of an answer are read as. */
    public static Reply of(byte[] bytes) throws IOException {
        return new ReplyReader(new ByteArrayInputStream(bytes)).read(false);
    }

    /** An answer with a status line and a body in UTF-8. */
    public static Reply of(String status, String body) throws IOException {
        return of(("HTTP/1.1 " + status + "\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }
}
