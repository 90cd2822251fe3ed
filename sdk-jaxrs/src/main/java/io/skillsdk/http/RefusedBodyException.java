package io.skillsdk.http;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.Errors;

/** A body that never reaches the pipeline. */
final class RefusedBodyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ActionAnswer answer;

    RefusedBodyException(int status, String detail) {
        super(detail, null, false, false);
        this.answer = Errors.of(status, detail);
    }

    ActionAnswer answer() {
        return answer;
    }
}
