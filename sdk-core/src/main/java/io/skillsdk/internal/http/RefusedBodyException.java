package io.skillsdk.internal.http;

import io.skillsdk.call.RefusalReason;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;

/** A body that never reaches the pipeline. */
public final class RefusedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ActionAnswer answer;

    private final RefusalReason reason;

    RefusedBodyException(int status, String detail) {
        this(ErrorAnswers.of(status, detail), detail, RefusalReason.BODY_UNREADABLE);
    }

    private RefusedBodyException(ActionAnswer answer, String detail, RefusalReason reason) {
        super(detail, null, false, false);
        this.answer = answer;
        this.reason = reason;
    }

    /** A body that chooses no action. */
    static RefusedBodyException chooses(ActionAnswer answer) {
        return new RefusedBodyException(answer, "The body chooses no action.", RefusalReason.UNKNOWN_OUTPUT);
    }

    /** A body whose end is not certain: the connection closes after the answer. */
    static RefusedBodyException closing(int status, String detail) {
        return new RefusedBodyException(ErrorAnswers.closing(status, detail), detail, RefusalReason.BODY_UNREADABLE);
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
        return new RefusedBodyException(ErrorAnswers.tooBusy(detail), detail, RefusalReason.BODY_MEMORY);
    }

    /** A body over the limit. */
    static RefusedBodyException tooLarge(int maxBytes) {
        String detail = "The body is larger than " + maxBytes
                + " bytes. Put larger data into managed content and send its key.";
        return new RefusedBodyException(ErrorAnswers.of(413, detail), detail, RefusalReason.BODY_TOO_LARGE);
    }

    /** A body that does not arrive in time. */
    public static RefusedBodyException late(long millis) {
        String detail = "The body did not arrive within " + millis + " ms.";
        return new RefusedBodyException(ErrorAnswers.of(408, detail), detail, RefusalReason.BODY_TOO_SLOW);
    }

    /** Why, for those who count. */
    public RefusalReason reason() {
        return reason;
    }

    /** What to answer. */
    public ActionAnswer answer() {
        return answer;
    }
}
