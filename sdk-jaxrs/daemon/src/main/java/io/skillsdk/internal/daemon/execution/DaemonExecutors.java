package io.skillsdk.internal.daemon.execution;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.threadpool.DefaultWorkerThread;

/** The daemon's threads: as many as there are calls to run, gone when they have had nothing to do; and its clock. */
public final class DaemonExecutors implements Executor {

    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger started = new AtomicInteger();

    // bounded by those who use it: a place of the gate for each call, one thread for each selector
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "skill-daemon-clock");
        thread.setDaemon(true);
        return thread;
    });

    public DaemonExecutors() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Grizzly's own kind of thread, which keeps objects at hand, but without a pool of buffers: a request's are taken on one thread and
     * given back on another, and such pools then give one buffer to two pipelined requests.
     */
    private Thread thread(Runnable task) {
        Thread thread = new DefaultWorkerThread(
                Grizzly.DEFAULT_ATTRIBUTE_BUILDER, "skill-daemon-" + started.incrementAndGet(), null, task);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    public ThreadPoolExecutor pool() {
        return pool;
    }

    /** Runs something short after a while, unless it is cancelled. */
    public ScheduledFuture<?> after(long millis, Runnable task) {
        return clock.schedule(task, millis, TimeUnit.MILLISECONDS);
    }

    /** Runs something short again and again. */
    public void every(long millis, Runnable task) {
        var unused = clock.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
    }

    public void stop() {
        clock.shutdownNow();
        pool.shutdownNow();
    }
}
