package io.skillsdk.http;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Errors;

/** A body that never reaches the pipeline. */
public final class RefusedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ActionAnswer answer;

    RefusedBodyException(int status, String detail) {
        super(detail, null, false, false);
        this.answer = Errors.of(status, detail);
    }

    /** A body over the limit. */
    public static RefusedBodyException tooLarge(int maxBytes) {
        return new RefusedBodyException(
                413,
                "The body is larger than " + maxBytes
                        + " bytes. Put larger data into managed content and send its key.");
    }

    /** What to answer. */
    public ActionAnswer answer() {
        return answer;
    }
}
