package io.skillsdk.internal.daemon.execution;

import io.skillsdk.call.CallContext;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * The daemon's threads: as many as there are calls to run, gone when they have had nothing to do; two in reserve; and its clock.
 *
 * <p>Where no thread can be started, as the process may have no more, a task waits for one that ends another task, or for one of the two
 * in reserve. The clock only decides that a time has come: what is to be done then is done by a thread of the pool.
 */
public final class DaemonExecutors implements Executor, CallThreads {

    private static final long IDLE_SECONDS = 30;

    private static final int IN_RESERVE = 2;

    private static final long TOLD_EVERY_NANOS = 10_000_000_000L;

    /** Tasks that no thread could be started for. */
    private final BlockingDeque<Runnable> waiting = new LinkedBlockingDeque<>();

    private final Pool pool;

    private final Thread[] reserve = new Thread[IN_RESERVE];

    private final BackgroundLog log = new BackgroundLog(this);

    private volatile long told = System.nanoTime() - TOLD_EVERY_NANOS;

    private volatile boolean stopped;

    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, task -> new DaemonThread("skill-daemon-clock", task));

    /**
     * Makes the threads, and starts none.
     *
     * @param poolTasks what the pool runs in place of a task that the server gives it
     */
    public DaemonExecutors(UnaryOperator<Runnable> poolTasks) {
        this(numbered(), poolTasks);
    }

    DaemonExecutors(ThreadFactory factory, UnaryOperator<Runnable> poolTasks) {
        pool = new Pool(factory, poolTasks);
        clock.setRemoveOnCancelPolicy(true);
        for (int i = 0; i < IN_RESERVE; i++) {
            reserve[i] = new DaemonThread("skill-daemon-reserve-" + (i + 1), this::runWaiting);
        }
    }

    private static ThreadFactory numbered() {
        AtomicInteger started = new AtomicInteger();
        return task -> new DaemonThread("skill-daemon-" + started.incrementAndGet(), task);
    }

    /** Starts those in reserve; the others start when they are needed. */
    public void start() {
        FatalErrorExit.load(); // it may be needed when no file can be opened, or no memory is left
        for (Thread each : reserve) {
            each.start();
        }
    }

    /** Bounded by those who use it: a place of the limiter for each call, one thread for each selector. */
    private final class Pool extends ThreadPoolExecutor {

        private final UnaryOperator<Runnable> tasks;

        Pool(ThreadFactory factory, UnaryOperator<Runnable> tasks) {
            super(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
            this.tasks = tasks;
        }

        @Override
        public void execute(Runnable task) {
            DaemonExecutors.this.execute(tasks.apply(task));
        }

        void begin(Runnable task) {
            super.execute(task);
        }
    }

    /**
     * Runs a task on a thread of its own.
     *
     * @throws RejectedExecutionException when the daemon has stopped
     */
    @Override
    public void execute(Runnable task) {
        executeOrWait(task);
    }

    @Override
    public boolean executeOrWait(Runnable task) {
        boolean begins = start(task);
        if (!begins) {
            waiting.addLast(task);
        }
        return begins;
    }

    /** Runs a task on a thread of its own, before all that wait for one. */
    public void executeFirst(Runnable task) {
        if (!start(task)) {
            waiting.addFirst(task);
        }
    }

    /** Whether a thread has it; false when it has to wait for one. */
    private boolean start(Runnable task) {
        try {
            // a Java agent gives it the context of this thread, which may be that of another call
            pool.begin(CallContext.outside(() -> {
                DaemonThread.runGuarded(task);
                runThoseThatWait();
            }));
            return true;
        } catch (OutOfMemoryError e) {
            if (!isForThreads(e)) {
                throw e;
            }
            tell(e);
            return false;
        }
    }

    private static boolean isForThreads(OutOfMemoryError e) {
        return e.getMessage() != null && e.getMessage().contains("native thread");
    }

    private void runThoseThatWait() {
        for (Runnable next = waiting.pollFirst(); next != null; next = waiting.pollFirst()) {
            DaemonThread.runGuarded(next);
        }
    }

    private void runWaiting() {
        while (!stopped) {
            try {
                DaemonThread.runGuarded(waiting.takeFirst());
            } catch (InterruptedException e) {
                // stopped, or another task's: the loop looks
            }
        }
    }

    @Override
    public void forget(Runnable task) {
        waiting.remove(task);
    }

    private void tell(OutOfMemoryError e) {
        long now = System.nanoTime();
        if (now - told >= TOLD_EVERY_NANOS) {
            told = now;
            log.write(logger -> logger.error(
                    "No thread can be started, so calls wait for a thread that is running. Raise the limit of processes or threads"
                            + " above daemon.max-concurrency, or lower daemon.max-concurrency.",
                    e));
        }
    }

    /** For Grizzly, which wants a pool. */
    public ThreadPoolExecutor pool() {
        return pool;
    }

    /** The log of threads that must not wait for an appender. */
    public BackgroundLog log() {
        return log;
    }

    /** Whether this thread is one of those that run calls. */
    public boolean isOwn(Thread thread) {
        return thread instanceof DaemonThread;
    }

    @Override
    public Future<?> after(long millis, Runnable task) {
        try {
            return clock.schedule(() -> hand(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(null); // the daemon has stopped: nothing is timed any more
        }
    }

    private void hand(Runnable task) {
        try {
            execute(task);
        } catch (RejectedExecutionException e) {
            // the daemon has stopped
        } catch (Throwable e) {
            FatalErrorExit.uncaught(e);
        }
    }

    /** Runs something on a thread of the pool again and again, each time so long after it has ended, until the daemon stops. */
    public void every(long millis, Runnable task) {
        var unused = after(millis, () -> {
            try {
                DaemonThread.runGuarded(task);
            } finally {
                every(millis, task);
            }
        });
    }

    public void stop() {
        stopped = true;
        clock.shutdownNow();
        pool.shutdownNow();
        for (Thread each : reserve) {
            each.interrupt();
        }
    }
}
