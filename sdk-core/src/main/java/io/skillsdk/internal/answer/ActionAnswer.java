package io.skillsdk.internal.answer;

import io.skillsdk.call.CallOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back to the caller: a status and a JSON body that the gateway accepts. */
public final class ActionAnswer {

    private static final int FIRST_ERROR = 400;

    private final int status;

    private final byte[] body;

    private final Map<String, String> headers;

    private final CallOutcome outcome;

    private final @Nullable Throwable failure;

    private final @Nullable String detail;

    public ActionAnswer(int status, byte[] body, Map<String, String> headers) {
        this(status, body, headers, status < FIRST_ERROR ? CallOutcome.SUCCEEDED : CallOutcome.REFUSED, null, null);
    }

    private ActionAnswer(
            int status,
            byte[] body,
            Map<String, String> headers,
            CallOutcome outcome,
            @Nullable Throwable failure,
            @Nullable String detail) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.outcome = outcome;
        this.failure = failure;
        this.detail = detail;
    }

    /** The same answer, with whose fault it is. */
    public ActionAnswer as(CallOutcome other) {
        return new ActionAnswer(status, body, headers, other, failure, detail);
    }

    /** The same as an exception out of the action, which the route answers in another way. */
    public ActionAnswer leaving(Throwable thrown) {
        return new ActionAnswer(status, body, headers, outcome, thrown, detail);
    }

    /** The same answer, with the sentence of the error that it is. */
    ActionAnswer saying(String sentence) {
        return new ActionAnswer(status, body, headers, outcome, failure, sentence);
    }

    /** The sentence of the error that it is, for a log; empty for a result. */
    public String detail() {
        return detail == null ? "" : detail;
    }

    /** What the call has come to. */
    public CallOutcome outcome() {
        return outcome;
    }

    /** The exception that the route has asked to answer itself; null otherwise. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Whether it is an error, and no result. */
    public boolean isError() {
        return status >= FIRST_ERROR;
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
