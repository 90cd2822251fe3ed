package io.skillsdk.daemon;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets so many calls run at a time; others wait in the order in which they came, until they are called in or give up. */
final class CallGate {

    /** A call that wants to run. */
    interface Entrant {

        /** Called in, at once or later, on any thread; it has to {@link CallGate#leave leave}. Returns whether it still wants to. */
        boolean enter();
    }

    private final int most;

    private final Queue<Entrant> waiting = new ArrayDeque<>();

    private int running;

    CallGate(int most) {
        this.most = most;
    }

    /** Returns whether it was called in; it waits otherwise. */
    boolean enterOrWait(Entrant entrant) {
        synchronized (this) {
            if (running >= most) {
                waiting.add(entrant);
                return false;
            }
            running++;
        }
        if (!entrant.enter()) {
            leave();
        }
        return true;
    }

    /** Counts a call that runs already. */
    synchronized void enterRunning() {
        running++;
    }

    /** Forgets a call that waits, when it gives up. */
    synchronized void giveUp(Entrant entrant) {
        waiting.remove(entrant);
    }

    void leave() {
        Entrant next;
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
