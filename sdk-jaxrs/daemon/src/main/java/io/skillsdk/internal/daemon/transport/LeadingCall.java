package io.skillsdk.internal.daemon.transport;

/** A call that runs on a thread which leads a selector. */
public interface LeadingCall {

    /** Called once, on another thread, when the selector is handed over to another leader while this call still runs. */
    void outlastsLeader();
}
