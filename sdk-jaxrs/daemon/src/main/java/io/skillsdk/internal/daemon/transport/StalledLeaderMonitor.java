package io.skillsdk.internal.daemon.transport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;

/** Watches the threads that lead selectors: an action that holds one up must not hold up other calls. */
public final class StalledLeaderMonitor implements Runnable {

    private static final long PERIOD_NANOS = 2_000_000;

    /** Looks without a single call after which it rests until the next one. */
    private static final int LOOKS_UNTIL_REST = 50;

    private final List<SelectorLeader> leads = new CopyOnWriteArrayList<>();

    private final Executor threads;

    private final Thread thread;

    private volatile boolean resting;

    private volatile boolean stopped;

    public StalledLeaderMonitor(Executor threads) {
        this.threads = threads;
        this.thread = new Thread(this, "skill-daemon-watch");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    void add(SelectorLeader lead) {
        leads.add(lead);
    }

    /** Tells that a call begins. */
    public void wake() {
        if (resting) {
            resting = false;
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        int quiet = 0;
        int before = calls();
        while (!stopped) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            leads.removeIf(lead -> lead.look() && hasSuccessor(lead));
            int now = calls();
            quiet = now == before ? quiet + 1 : 0;
            before = now;
            if (quiet > LOOKS_UNTIL_REST) {
                rest(now);
                quiet = 0;
            }
        }
    }

    /** Finds a thread for the selector, however long that takes: nothing would be read any more without one. */
    private boolean hasSuccessor(SelectorLeader lead) {
        while (!stopped) {
            try {
                threads.execute(lead.selector());
                return true;
            } catch (RejectedExecutionException e) {
                return true; // the daemon has been stopped
            } catch (OutOfMemoryError e) {
                LoggerFactory.getLogger(StalledLeaderMonitor.class)
                        .error("No thread can be started to read requests", e);
                LockSupport.parkNanos(this, 50 * PERIOD_NANOS);
            }
        }
        return true;
    }

    private void rest(int calls) {
        resting = true;
        // a call may have begun before it could see that this thread rests; one that still runs has been looked at
        while (resting && !stopped && calls() == calls) {
            LockSupport.park(this);
        }
        resting = false;
    }

    private int calls() {
        int calls = 0;
        for (SelectorLeader lead : leads) {
            calls += lead.calls();
        }
        return calls;
    }
}
