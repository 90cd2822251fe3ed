package io.skillsdk.internal.daemon.transport;

import io.skillsdk.internal.daemon.execution.DaemonExecutors;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;

/** Watches the threads that lead selectors: an action that holds one up must not hold up other calls. */
public final class StalledLeaderMonitor implements Runnable {

    private static final long PERIOD_NANOS = 2_000_000;

    /** Looks without a single call after which it rests until the next one. */
    private static final int LOOKS_UNTIL_REST = 50;

    private final List<SelectorLeader> leaders = new CopyOnWriteArrayList<>();

    private final DaemonExecutors threads;

    private final Thread thread;

    private volatile boolean resting;

    private volatile boolean stopped;

    public StalledLeaderMonitor(DaemonExecutors threads) {
        this.threads = threads;
        this.thread = new Thread(this, "skill-daemon-monitor");
        this.thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Stops, and waits until nothing is handed over any more. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void add(SelectorLeader leader) {
        leaders.add(leader);
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
        while (!stopped) {
            try {
                monitor();
            } catch (Throwable e) {
                // without it, one call that hangs would hold up all others of its selector
                FatalErrorExit.endIfFatal(e);
                threads.log()
                        .write(log ->
                                log.error("A round of the monitor of selectors failed; the next round follows", e));
            }
        }
    }

    private void monitor() {
        int quiet = 0;
        int before = calls();
        while (!stopped) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            look();
            int now = calls();
            quiet = now == before ? quiet + 1 : 0;
            before = now;
            if (quiet > LOOKS_UNTIL_REST) {
                rest(now);
                quiet = 0;
            }
        }
    }

    private void look() {
        long now = System.nanoTime();
        for (SelectorLeader leader : leaders) {
            try {
                leader.look(now);
            } finally {
                // also when something was thrown on the way: nothing would be read any more without a successor
                if (leader.isHandedOver()) {
                    succeed(leader);
                }
            }
        }
    }

    /** Gives the selector to another thread. */
    private void succeed(SelectorLeader leader) {
        leaders.remove(leader);
        try {
            threads.executeFirst(leader.selector());
        } catch (RejectedExecutionException e) {
            // the daemon has been stopped
        }
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
        for (SelectorLeader leader : leaders) {
            calls += leader.calls();
        }
        return calls;
    }
}
