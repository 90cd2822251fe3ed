package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.LeadingCall;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.nio.SelectorRunner;
import org.jspecify.annotations.Nullable;

/**
 * A thread that leads a selector: it waits for requests, and runs quick actions itself. When one of them turns out not to be
 * quick, {@link StalledLeaderMonitor} hands the selector over to another thread, and this one stays with its call.
 *
 * <table>
 * <caption>Transitions</caption>
 * <tr><th>event</th><th>from, to</th><th>who</th></tr>
 * <tr><td>{@link #begin}</td><td>FREE, CALLING</td><td>the leading thread</td></tr>
 * <tr><td>{@link #end}</td><td>CALLING, FREE; in HANDING_OVER it waits for the monitor; HANDED_OVER stays</td><td>the leading thread</td></tr>
 * <tr><td>{@link #look}</td><td>CALLING, HANDING_OVER, and from there always HANDED_OVER, whatever is thrown on the way</td><td>the monitor</td></tr>
 * </table>
 *
 * <p>HANDED_OVER is the last: the thread gets another {@code SelectorLeader} if it ever leads again. There is no re-entry: a request that comes up inside a
 * call, as when an action completes another's answer, finds a leader that is not {@link #isFree free}, and runs elsewhere.
 */
public final class SelectorLeader {

    private static final int FREE = 0;
    private static final int CALLING = 1;
    private static final int HANDING_OVER = 2;
    private static final int HANDED_OVER = 3;

    /** Looks at a thread that seems to run, and may only be waiting for a processor, until it counts as stuck. */
    private static final int PATIENCE = 5;

    private final Selector selector;

    private final CompilerPriority.Turn turn;

    private final Thread thread = Thread.currentThread();

    private final AtomicInteger state = new AtomicInteger(FREE);

    // written by the leading thread before it sets the state, read by the monitor after it has
    private @Nullable ClientConnection client;
    private @Nullable LeadingCall call;

    private volatile int calls;

    // used by the monitor alone
    private int seen;
    private int looks;

    /** What is handed over. */
    interface Selector {

        /** Whether it is this one of Grizzly's. */
        boolean is(SelectorRunner runner);

        /** Has the thread that runs it now leave it. */
        void postpone();

        /** Runs it, until it is postponed. */
        Runnable task();
    }

    SelectorLeader(Selector selector, CompilerPriority.Turn turn) {
        this.selector = selector;
        this.turn = turn;
    }

    /** How long this thread serves requests without giving way. */
    CompilerPriority.Turn turn() {
        return turn;
    }

    boolean leads(SelectorRunner other) {
        return selector.is(other) && state.get() != HANDED_OVER;
    }

    /** Whose request is being read. A request within a call is not for the monitor to know. */
    void serves(ClientConnection served) {
        if (isFree()) {
            client = served;
        }
    }

    /** Counts the calls; the monitor rests when it stands still. */
    int calls() {
        return calls;
    }

    /** Whether a call may begin on this thread. */
    boolean isFree() {
        return state.get() == FREE;
    }

    /** Tells that a call begins on this thread, which {@link #isFree is free}. */
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
        synchronized (this) {
            return false; // the monitor has done what it does with the lock held
        }
    }

    boolean isHandedOver() {
        return state.get() == HANDED_OVER;
    }

    /** One look of the monitor. Afterwards this thread may be handed over: another thread has to run the selector then. */
    void look(long now) {
        int begun = calls;
        if (state.get() != CALLING || begun != seen) {
            seen = begun;
            looks = 0;
            return;
        }
        looks++;
        if (isStuck() || isDue(now)) {
            handOver();
        }
    }

    private boolean isStuck() {
        return looks > PATIENCE || thread.getState() != Thread.State.RUNNABLE;
    }

    private boolean isDue(long now) {
        LeadingCall running = call;
        return running != null && running.isDue(now);
    }

    Runnable selector() {
        return selector.task();
    }

    @SuppressWarnings("NullAway") // both are set while a call runs
    private synchronized void handOver() {
        if (!state.compareAndSet(CALLING, HANDING_OVER)) {
            return;
        }
        try {
            client.occupy();
            call.outlastsLeader();
        } finally {
            selector.postpone();
            state.set(HANDED_OVER);
        }
    }
}
