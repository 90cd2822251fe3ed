package io.skillsdk.internal.fabric.artifact;

import java.time.Duration;

/** What belongs to a call, which ends. */
public interface CallBound {

    /** What it is, everywhere and for ever. */
    String identity();

    /** The call itself, to tell one from another; whatever belongs to one call gives the same. */
    Object call();

    /** Whether the call ends by itself, as that of an action does and a job does not. */
    boolean isBounded();

    /** How long the call has left. */
    Duration left();

    /** Runs something when the call has been answered and its action has returned. */
    void onEnd(Runnable end);
}
