package io.skillsdk.internal.fabric.call;

/** How a server wants writes of a session: both kinds exist (fabric-api). */
public enum SessionForm {
    /** Found out by asking. */
    AUTO,
    /** As {@code {"state": {…}}}. */
    WRAPPED,
    /** As {@code {…}}. */
    BARE
}
