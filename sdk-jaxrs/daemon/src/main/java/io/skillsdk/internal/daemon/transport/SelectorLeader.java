package io.skillsdk.internal.daemon.transport;

import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.jspecify.annotations.Nullable;

/**
 * A thread's lead of a selector: it waits for requests, and runs quick actions itself. When one of them turns out not to be
 * quick, {@link StalledLeaderMonitor} hands the selector over to another thread, and this one stays with its call.
 */
public final class SelectorLeader {

    private static final int FREE = 0;
    private static final int CALLING = 1;
    private static final int HANDING_OVER = 2;
    private static final int HANDED_OVER = 3;

    /** Looks at a thread that seems to run, and may only be waiting for a processor, until it counts as stuck. */
    private static final int PATIENCE = 5;

    private final SelectorRunner selector;

    private final Thread thread = Thread.currentThread();

    private final AtomicInteger state = new AtomicInteger(FREE);

    // written by the leading thread before it sets the state, read by the watch after it has
    private @Nullable ClientConnection caller;
    private @Nullable LeadingCall call;

    private volatile int calls;

    // the watch's own
    private int seen;
    private int looks;

    SelectorLeader(SelectorRunner selector) {
        this.selector = selector;
    }

    boolean leads(SelectorRunner other) {
        return selector == other && state.get() != HANDED_OVER;
    }

    void serves(ClientConnection served) {
        caller = served;
    }

    /** Counts the calls; the watch rests when it stands still. */
    int calls() {
        return calls;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the leading thread writes it
    public void begin(LeadingCall begun) {
        call = begun;
        calls++;
        state.set(CALLING);
    }

    /** Returns whether this thread still leads. */
    public boolean end() {
        if (state.compareAndSet(CALLING, FREE)) {
            return true;
        }
        while (state.get() == HANDING_OVER) {
            Thread.onSpinWait();
        }
        return false;
    }

    boolean isHandedOver() {
        return state.get() == HANDED_OVER;
    }

    /** One look of the watch. Returns whether this thread leads no more: somebody else has to run the selector. */
    boolean look() {
        int now = calls;
        if (state.get() != CALLING || now != seen) {
            seen = now;
            looks = 0;
            return false;
        }
        looks++;
        boolean waits = thread.getState() != Thread.State.RUNNABLE;
        return (waits || looks > PATIENCE) && handOver();
    }

    SelectorRunner selector() {
        return selector;
    }

    @SuppressWarnings("NullAway") // both are set while a call runs
    private boolean handOver() {
        if (!state.compareAndSet(CALLING, HANDING_OVER)) {
            return false;
        }
        caller.occupy();
        call.outlastsLeader();
        selector.postpone();
        state.set(HANDED_OVER);
        return true;
    }
}
