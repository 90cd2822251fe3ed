package io.skillsdk.internal.daemon.transport;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Lets the JIT compiler go first while the first requests are served. Where they keep all processors busy, it would get half of one, and
 * each request costs several times as much until it is done: a thread that serves them gives way each half millisecond, and not
 * only when the kernel's time slice ends.
 *
 * <p>Nobody gives way while other threads run calls: those that compute would take each slice that is given up, and hold up quick calls and
 * the health page.
 */
class CompilerPriority {

    /** Requests after which the compiler has seen what it compiles: whatever was run some thousand times. */
    static final int FIRST_REQUESTS = 100_000;

    static final long TURN_NANOS = 500_000;

    private final AtomicInteger left;

    private final BooleanSupplier otherCalls;

    /**
     * Makes one for this machine.
     *
     * @param otherCalls whether calls run on other threads than those that give way
     */
    CompilerPriority(BooleanSupplier otherCalls) {
        this(Runtime.getRuntime().availableProcessors(), otherCalls);
    }

    /** Where there is one processor, requests would hardly get it, and nobody gives way. */
    CompilerPriority(int processors, BooleanSupplier otherCalls) {
        this.otherCalls = otherCalls;
        this.left = new AtomicInteger(processors > 1 ? FIRST_REQUESTS : 0);
    }

    long now() {
        return System.nanoTime();
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but who waits for how long
    void giveWay() {
        Thread.yield();
    }

    /** Begins the time in which a thread may serve requests without giving way. */
    Turn turn() {
        return new Turn();
    }

    /** One thread's. */
    final class Turn {

        private long began = now();

        /** Gives way, when it is time to: called after each request. */
        void served() {
            if (left.getPlain() <= 0) {
                return;
            }
            left.decrementAndGet();
            if (now() - began < TURN_NANOS) {
                return;
            }
            if (!otherCalls.getAsBoolean()) {
                giveWay();
            }
            began = now();
        }
    }
}
