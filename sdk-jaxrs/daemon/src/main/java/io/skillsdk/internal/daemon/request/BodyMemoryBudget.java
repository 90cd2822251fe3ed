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

    /** Bytes that are left for other bodies. */
    long free() {
        return free.get();
    }

    /** What one body has of it: as much as has come. */
    final class Share {

        private long taken;

        private boolean released;

        /** Takes more. Returns false when none is left, or all was given back, as when the client has gone meanwhile. */
        synchronized boolean take(int bytes) {
            if (released) {
                return false;
            }
            if (free.addAndGet(-bytes) < 0) {
                free.addAndGet(bytes);
                return false;
            }
            taken += bytes;
            return true;
        }

        /** Gives all of it back, for good. */
        synchronized void release() {
            released = true;
            free.addAndGet(taken);
            taken = 0;
        }
    }
}
