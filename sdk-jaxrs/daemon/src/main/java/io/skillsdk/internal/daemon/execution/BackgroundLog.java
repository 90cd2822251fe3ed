package io.skillsdk.internal.daemon.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log lines of threads that must not wait, such as those that read requests: an appender is foreign code, and blocks when it writes
 * to a pipe that is not read. One thread of the pool at a time writes them, in order; when it cannot follow, lines are left out, and
 * it is told how many.
 */
public final class BackgroundLog {

    private static final int MOST_WAITING = 1000;

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private final Executor threads;

    private final Queue<Runnable> lines = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waiting = new AtomicInteger();

    private final AtomicInteger leftOut = new AtomicInteger();

    public BackgroundLog(Executor threads) {
        this.threads = threads;
    }

    /** Writes a line of the daemon itself, soon. */
    public void write(Consumer<Logger> line) {
        write(() -> line.accept(LOG));
    }

    /** Writes a line, soon. */
    public void write(Runnable line) {
        if (waiting.get() >= MOST_WAITING) {
            leftOut.incrementAndGet();
            return;
        }
        lines.add(line);
        if (waiting.getAndIncrement() == 0) {
            try {
                threads.execute(this::writeAll);
            } catch (RejectedExecutionException e) {
                writeAll(); // the daemon has stopped: no call waits for this thread
            }
        }
    }

    private void writeAll() {
        do {
            Runnable line = lines.poll();
            try {
                if (line != null) {
                    line.run();
                }
            } catch (Throwable e) {
                FatalErrorExit.endIfFatal(e); // an appender that fails must not end the others' lines
            }
        } while (waiting.decrementAndGet() > 0);
        int lost = leftOut.getAndSet(0);
        if (lost > 0) {
            LOG.warn("{} lines of the log were left out: it could not be written as fast as requests came", lost);
        }
    }
}
