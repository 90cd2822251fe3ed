package io.skillsdk.internal.http;

import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.ErrorAnswers;

/** A body that never reaches the pipeline. */
public final class RefusedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ActionAnswer answer;

    RefusedBodyException(int status, String detail) {
        this(ErrorAnswers.of(status, detail), detail);
    }

    private RefusedBodyException(ActionAnswer answer, String detail) {
        super(detail, null, false, false);
        this.answer = answer;
    }

    /** A body that chooses no action. */
    static RefusedBodyException chooses(ActionAnswer answer) {
        return new RefusedBodyException(answer, "The body chooses no action.");
    }

    /** A body whose end is not certain: the connection closes after the answer. */
    static RefusedBodyException closing(int status, String detail) {
        return new RefusedBodyException(ErrorAnswers.closing(status, detail), detail);
    }

    /** A body whose sender has gone in the middle of it. */
    public static RefusedBodyException unreadable() {
        return closing(400, "The body could not be read to its end.");
    }

    /** A body that the daemon failed to read, by no fault of its sender. */
    static RefusedBodyException failed() {
        return closing(500, "The daemon could not read the body. The cause is in its log.");
    }

    /** A body for which there is no memory now. */
    public static RefusedBodyException noRoom() {
        String detail = "The daemon is busy: it holds as many bodies as it can. Try again later.";
        return new RefusedBodyException(ErrorAnswers.tooBusy(detail), detail);
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
