package io.skillsdk.internal.daemon.request;

import java.util.concurrent.atomic.AtomicLong;

/** The memory for all bodies that are waited for: a part of the heap, so that they cannot fill it. */
final class BodyMemoryBudget {

    private static final int SHARE_OF_HEAP = 4;

    private final AtomicLong free;

    BodyMemoryBudget(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** A part of the heap, and at least as much as one body may have. */
    static BodyMemoryBudget ofHeap(long least) {
        return new BodyMemoryBudget(Math.max(least, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** Makes a share for one body, which has nothing yet. */
    Share share() {
        return new Share();
    }

    /** What one body has of it: as much as has come. */
    final class Share {

        private long taken;

        /** Takes more. Returns false when none is left. */
        synchronized boolean take(int bytes) {
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back. */
        synchronized void release() {
            free.addAndGet(taken);
            taken = 0;
        }
    }
}
