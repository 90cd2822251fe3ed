package io.skillsdk.internal.daemon.execution;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Lets so many calls run at a time; others wait in the order in which they came, until they are called in or give up.
 *
 * <p>Places are handed on in a loop: a thread that frees one while another thread is handing on leaves it to that thread, and so does a call
 * that gives its place back while it is being called in. So nothing here calls itself, however many wait.
 */
public final class ConcurrencyLimiter {

    /** A call that wants to run. */
    interface Waiter {

        /**
         * Called in, at once or later, on any thread; it has to {@link ConcurrencyLimiter#leave leave} unless it returns false, and has
         * done so already when it throws.
         *
         * @return whether it takes the place
         */
        boolean enter();
    }

    private final int most;

    /** Calls that have a place: between 0 and {@link #most} at any time. */
    private final AtomicInteger running = new AtomicInteger();

    private final AtomicInteger faults = new AtomicInteger();

    /** Guarded by itself. */
    private final Queue<Waiter> waiting = new ArrayDeque<>();

    /** The size of the queue, for those who do not hold its lock. Written before {@link #running} is read, as is the reverse. */
    private volatile int waiters;

    /** Threads that have found something to hand on; the first of them does it for all. */
    private final AtomicInteger handingOn = new AtomicInteger();

    ConcurrencyLimiter(int most) {
        this.most = most;
    }

    /** Takes a place if one is free and no call waits for it. */
    boolean tryEnter() {
        return waiters == 0 && take();
    }

    private boolean take() {
        int now = running.get();
        while (now < most) {
            int seen = running.compareAndExchange(now, now + 1);
            if (seen == now) {
                return true;
            }
            now = seen;
        }
        return false;
    }

    /** Calls a call in, now or when its turn comes. */
    void enterOrWait(Waiter waiter) {
        synchronized (waiting) {
            waiting.add(waiter);
            waiters = waiting.size();
        }
        handOn();
    }

    /** Forgets a call that waits, when it gives up. */
    void giveUp(Waiter waiter) {
        synchronized (waiting) {
            waiting.remove(waiter);
            waiters = waiting.size();
        }
    }

    /** Gives a place back. */
    void leave() {
        if (running.decrementAndGet() < 0) {
            // a fault of ours, after which more calls than allowed would run for good
            running.incrementAndGet();
            faults.incrementAndGet();
            LoggerFactory.getLogger(ConcurrencyLimiter.class)
                    .error("A call gave back a place that it did not have", new IllegalStateException());
        }
        if (waiters > 0) {
            handOn();
        }
    }

    private void handOn() {
        if (handingOn.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            for (Waiter next = next(); next != null; next = next()) {
                callIn(next);
            }
            seen = handingOn.addAndGet(-seen);
        } while (seen != 0);
    }

    /** Whatever comes out of it, those behind it are called in too: otherwise all calls would wait from now on. */
    private void callIn(Waiter next) {
        try {
            if (!next.enter()) {
                running.decrementAndGet();
            }
        } catch (Throwable e) {
            FatalErrorExit.uncaught(e);
        }
    }

    /** The first call that waits, with a place; or null when none waits or no place is free. */
    private @Nullable Waiter next() {
        synchronized (waiting) {
            if (waiting.isEmpty() || !take()) {
                return null;
            }
            Waiter next = waiting.remove();
            waiters = waiting.size();
            return next;
        }
    }

    /** How often a place was given back that was not taken. */
    int faults() {
        return faults.get();
    }

    /** How many calls have a place. */
    int running() {
        return running.get();
    }

    /** How many calls wait for a place. */
    int waiting() {
        return waiters;
    }

    /** How many calls may have a place. */
    int most() {
        return most;
    }
}
