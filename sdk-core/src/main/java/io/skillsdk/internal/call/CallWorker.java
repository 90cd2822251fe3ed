package io.skillsdk.internal.call;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What works on a call: the thread that it is on, for as long as it is, and then the stage that an asynchronous action has left. An interrupt
 * must never reach the thread's next call. Thread-safe.
 */
final class CallWorker {

    private @Nullable Thread thread;

    private boolean interruptedBefore;

    private volatile @Nullable CompletionStage<?> stage;

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

    /** The call goes on in a stage. */
    void leaves(CompletionStage<?> later) {
        stage = later;
    }

    /** Whether the call goes on in a stage. */
    boolean hasLeftStage() {
        return stage != null;
    }

    /** Interrupts the thread that the call is on, and cancels the stage that it has left. */
    void interrupt() {
        synchronized (this) {
            if (thread != null) {
                thread.interrupt();
            }
        }
        CompletionStage<?> awaited = stage;
        if (awaited != null) {
            AbandonedStage.cancel(awaited);
        }
    }

    /** Where the call is, if it is on a thread. */
    synchronized StackTraceElement @Nullable [] where() {
        return thread == null ? null : thread.getStackTrace();
    }
}
