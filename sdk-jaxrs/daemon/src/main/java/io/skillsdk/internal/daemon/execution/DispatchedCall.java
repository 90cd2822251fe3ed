package io.skillsdk.internal.daemon.execution;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.Invocation;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A call on a thread of its own: it waits for its turn, runs, and leaves its place once it is answered and its thread is back. */
final class DispatchedCall implements ConcurrencyLimiter.Waiter, Runnable {

    private final Invocation invocation;

    private final WorkerDispatcher runner;

    /** Whether the wait has ended: with its turn, or because it took too long. */
    private final AtomicBoolean waited = new AtomicBoolean();

    private volatile @Nullable Future<?> patience;

    // all guarded by this
    private boolean returned;
    private boolean forsaken;
    private boolean left;
    private @Nullable Future<?> deadline;

    DispatchedCall(Invocation invocation, WorkerDispatcher runner) {
        this.invocation = invocation;
        this.runner = runner;
    }

    void start() {
        if (!runner.gate().enterOrWait(this)) {
            patience = runner.threads().after(runner.maxWait().toMillis(), this::giveUp);
            if (waited.get()) {
                endPatience(); // called in meanwhile
            }
        }
    }

    /** A wait that is over would otherwise be remembered to the end of its time, and the call and its answer with it. */
    private void endPatience() {
        Future<?> wait = patience;
        if (wait != null) {
            wait.cancel(false);
        }
    }

    private void giveUp() {
        if (waited.compareAndSet(false, true)) {
            runner.gate().giveUp(this);
            invocation.refuse("The daemon is busy: no call has ended for this one to begin within "
                    + runner.maxWait().toMillis() + " ms. Try again later.");
        }
    }

    @Override
    public boolean enter() {
        if (!waited.compareAndSet(false, true)) {
            return false;
        }
        endPatience();
        synchronized (this) {
            deadline = runner.deadline(this::expire);
        }
        var unused = invocation.answer().whenComplete(this::answered);
        try {
            runner.threads().execute(this);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // no thread to be had: the limit of the container is lower than ours
            LoggerFactory.getLogger(DispatchedCall.class)
                    .error("No thread can be started for {}", invocation.action(), e);
            synchronized (this) {
                returned = true;
            }
            invocation.refuse("The daemon can start no more threads. Try again later.");
        }
        return true;
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        runner.invoke(invocation);
        runner.pace(invocation.action()).took(System.nanoTime() - began);
        synchronized (this) {
            returned = true;
            if (forsaken) {
                runner.returned();
            }
        }
        leaveOnce();
    }

    private void answered(ActionAnswer answer, @Nullable Throwable fatal) {
        if (fatal != null) {
            FatalErrorExit.end(fatal);
        }
        synchronized (this) {
            if (deadline != null) {
                deadline.cancel(false);
            }
        }
        leaveOnce();
    }

    private void expire() {
        if (invocation.expire(runner.timeout())) {
            synchronized (this) {
                forsaken = !returned && runner.forsake();
            }
            leaveOnce();
        }
    }

    private void leaveOnce() {
        synchronized (this) {
            if (left || !invocation.answer().isDone() || !(returned || forsaken)) {
                return;
            }
            left = true;
        }
        runner.gate().leave();
    }
}
