package io.skillsdk.internal.daemon.execution;

import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.threadpool.DefaultWorkerThread;
import org.slf4j.MDC;

/**
 * A thread of the daemon: of Grizzly's own kind, which keeps objects at hand, but without a pool of buffers: a request's are taken on one
 * thread and given back on another, and such pools then give one buffer to two pipelined requests.
 */
final class DaemonThread extends DefaultWorkerThread {

    DaemonThread(String name, Runnable task) {
        super(Grizzly.DEFAULT_ATTRIBUTE_BUILDER, name, null, () -> runGuarded(task));
        setDaemon(true);
    }

    /** Runs a task to its end, whatever comes out of it, and leaves nothing of it behind on this thread. */
    static void runGuarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            FatalErrorExit.uncaught(e);
        } finally {
            clean();
        }
    }

    /** What a pool does between tasks, and a thread that never returns to its pool has to do itself: the next call finds nothing of the last. */
    static void clean() {
        try {
            Thread.interrupted();
            MDC.clear();
        } catch (Throwable e) {
            FatalErrorExit.uncaught(e);
        }
    }
}
