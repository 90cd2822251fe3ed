package io.skillsdk.internal.action;

import java.util.Map;

/** What goes back to the caller: a status and a JSON body that the gateway accepts. */
public final class ActionAnswer {

    private final int status;

    private final byte[] body;

    private final Map<String, String> headers;

    public ActionAnswer(int status, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.body = body;
        this.headers = headers;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The JSON body in UTF-8. Not copied: do not change it. */
    public byte[] body() {
        return body;
    }

    /** Headers beside Content-Type and Content-Length, such as Allow. */
    public Map<String, String> headers() {
        return headers;
    }
}
