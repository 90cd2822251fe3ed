package io.skillsdk.internal.json.answer;

/** A result of an action that cannot be sent. The message is for the log. */
public final class UnwritableResultException extends Exception {

    private static final long serialVersionUID = 1L;

    UnwritableResultException(String message, Throwable cause) {
        super(message, cause);
    }
}
