package io.skillsdk.internal.conformance.json;

import java.io.Serial;

/** A text is not JSON; the message says why, and at which character. */
public final class NotJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    public NotJsonException(String message, int position) {
        super(message + " at character " + (position + 1));
    }
}
