package io.skillsdk.internal.call;

import org.jspecify.annotations.Nullable;

/** The thread that a call is on, for as long as it is: an interrupt must never reach the thread's next call. Thread-safe. */
final class CallThread {

    private @Nullable Thread thread;

    private boolean interruptedBefore;

    /** This thread is the one now. */
    synchronized void enter() {
        thread = Thread.currentThread();
        interruptedBefore = thread.isInterrupted();
    }

    /** This thread is it no more. An interrupt that is left, of ours or of the action's own, was meant for this call. */
    synchronized void leave() {
        thread = null;
        if (!interruptedBefore) {
            Thread.interrupted();
        }
    }

    /** Interrupts the call, if it is on a thread. */
    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Where the call is, if it is on a thread. */
    synchronized StackTraceElement @Nullable [] where() {
        return thread == null ? null : thread.getStackTrace();
    }
}
