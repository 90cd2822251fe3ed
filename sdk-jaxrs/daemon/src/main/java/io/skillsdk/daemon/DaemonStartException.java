package io.skillsdk.daemon;

import org.jspecify.annotations.Nullable;

/** A daemon that cannot start. The message is for its operator: what is wrong, where it came from, what to do. */
public final class DaemonStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DaemonStartException(String message) {
        super(message);
    }

    DaemonStartException(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
