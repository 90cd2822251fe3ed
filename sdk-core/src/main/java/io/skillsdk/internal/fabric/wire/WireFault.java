package io.skillsdk.internal.fabric.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** There is no answer, or its body broke off. */
public final class WireFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** No connection came about: nothing was sent. */
        NOT_SENT,
        /** The connection broke. */
        CUT,
        /** Time ran out. */
        TIMED_OUT,
        /** The thread was interrupted; its flag is set again. */
        INTERRUPTED,
        /** What was to be sent could not be read. */
        BODY_FAILED
    }

    /** What happened. */
    private final Kind kind;

    /** Makes a fault. */
    public WireFault(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What happened. */
    public Kind kind() {
        return kind;
    }
}
