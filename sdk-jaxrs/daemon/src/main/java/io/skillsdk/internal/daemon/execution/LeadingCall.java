package io.skillsdk.internal.daemon.execution;

/** A call that runs on a thread which leads a selector. */
public interface LeadingCall {

    /** Whether its time is up at this {@link System#nanoTime}, so that its thread is to be left alone with it now. */
    boolean isDue(long now);

    /** Called once, on another thread, when the selector is handed over to another leader while this call still runs. */
    void outlastsLeader();
}
