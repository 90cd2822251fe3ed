package io.skillsdk.internal.invoke;

import org.jspecify.annotations.Nullable;

/** A call that ended without an answer. The message tells why, for people. */
public final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnansweredException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
