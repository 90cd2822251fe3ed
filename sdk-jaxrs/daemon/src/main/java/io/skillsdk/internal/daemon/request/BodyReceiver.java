package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.http.RefusedBodyException;

/** Waits for a body, and is told what becomes of it: one of these is called, once. */
public interface BodyReceiver {

    /** It is there; its memory is to be released once it is no longer needed. */
    void arrived(byte[] body, Runnable release);

    /** It is too large, or has not come in time, or its sender is gone. */
    void refused(RefusedBodyException why);
}
