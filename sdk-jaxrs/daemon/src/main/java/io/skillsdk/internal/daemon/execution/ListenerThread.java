package io.skillsdk.internal.daemon.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that tells listeners of calls, in order: they are foreign code, and a slow one must hold up neither a call nor the
 * clock. What waits to be told is bounded; the rest is left out, which the log tells. It starts with the first event. While events come
 * it looks for them every now and then, so that a call need not wake it.
 */
public final class ListenerThread implements Executor {

    /** Some seconds of a busy daemon. */
    static final int MOST_WAITING = 50_000;

    private static final long LOOK_NANOS = 1_000_000;

    /** Looks without an event after which it sleeps until it is woken. */
    private static final int LOOKS_UNTIL_ASLEEP = 20;

    private final BackgroundLog log;

    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waiting = new AtomicInteger();

    private final AtomicLong leftOut = new AtomicLong();

    private final CountDownLatch ended = new CountDownLatch(1);

    private final Thread thread = new DaemonThread("skill-daemon-listeners", this::tellAll);

    private volatile boolean asleep;

    private volatile boolean stopped;

    /** Makes one that has not started. */
    public ListenerThread(BackgroundLog log) {
        this.log = log;
    }

    /** Starts it, before the first event. */
    public void start() {
        thread.start();
    }

    /**
     * Has an event told, soon.
     *
     * @throws RejectedExecutionException when too many wait, or it was stopped
     */
    @Override
    public void execute(Runnable event) {
        if (stopped || waiting.get() >= MOST_WAITING) {
            leftOut.incrementAndGet();
            throw new RejectedExecutionException();
        }
        waiting.incrementAndGet();
        events.add(event);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void tellAll() {
        int looks = 0;
        while (!stopped || !events.isEmpty()) {
            if (tellWaiting()) {
                looks = 0;
                tellLeftOut();
            } else if (++looks < LOOKS_UNTIL_ASLEEP) {
                LockSupport.parkNanos(this, LOOK_NANOS);
            } else {
                sleep();
            }
        }
        tellLeftOut();
        ended.countDown();
    }

    private boolean tellWaiting() {
        boolean any = false;
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            any = true;
            waiting.decrementAndGet();
            DaemonThread.runGuarded(event);
        }
        return any;
    }

    /** An event that comes meanwhile finds it asleep, or is found. */
    private void sleep() {
        asleep = true;
        if (events.isEmpty() && !stopped) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void tellLeftOut() {
        long lost = leftOut.getAndSet(0);
        if (lost > 0) {
            log.write(logger -> logger.warn(
                    "{} events of calls were not told to the call listeners: these are slower than calls come", lost));
        }
    }

    /** Tells what waits, for some time at most, and nothing more. */
    public void stop(long millis) {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive() && !ended.await(millis, TimeUnit.MILLISECONDS)) {
                thread.interrupt();
                log.write(logger -> logger.warn(
                        "{} events of calls were not told to the call listeners before the daemon stopped",
                        waiting.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
