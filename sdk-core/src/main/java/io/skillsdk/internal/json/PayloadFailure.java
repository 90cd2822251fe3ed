package io.skillsdk.internal.json;

import org.jspecify.annotations.Nullable;

/** The author's code failed when a payload was bound, and not for the sender's fault. The cause is what it threw. */
public final class PayloadFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String activationId;

    PayloadFailure(Throwable cause, @Nullable String activationId) {
        super(null, cause, false, false);
        this.activationId = activationId;
    }

    /** The activation, if the body told it. */
    public @Nullable String activationId() {
        return activationId;
    }
}
