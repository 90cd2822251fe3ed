package io.skillsdk.internal.daemon.execution;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets so many calls run at a time; others wait in the order in which they came, until they are called in or give up. */
public final class ConcurrencyLimiter {

    /** A call that wants to run. */
    interface Waiter {

        /** Called in, at once or later, on any thread; it has to {@link ConcurrencyLimiter#leave leave}. Returns whether it still wants to. */
        boolean enter();
    }

    private final int most;

    private final Queue<Waiter> waiting = new ArrayDeque<>();

    private int running;

    ConcurrencyLimiter(int most) {
        this.most = most;
    }

    /** Returns whether it was called in; it waits otherwise. */
    boolean enterOrWait(Waiter waiter) {
        synchronized (this) {
            if (running >= most) {
                waiting.add(waiter);
                return false;
            }
            running++;
        }
        if (!waiter.enter()) {
            leave();
        }
        return true;
    }

    /** Counts a call that runs already. */
    public synchronized void enterRunning() {
        running++;
    }

    /** Forgets a call that waits, when it gives up. */
    synchronized void giveUp(Waiter waiter) {
        waiting.remove(waiter);
    }

    public void leave() {
        Waiter next;
        do {
            synchronized (this) {
                next = running <= most ? waiting.poll() : null;
                if (next == null) {
                    running--;
                    return;
                }
            }
            // the place is passed on
        } while (!next.enter());
    }

    synchronized int running() {
        return running;
    }
}
