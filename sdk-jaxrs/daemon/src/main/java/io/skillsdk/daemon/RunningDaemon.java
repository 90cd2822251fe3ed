package io.skillsdk.daemon;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon from its start to its orderly end: the drain, then what the skill holds open. */
final class RunningDaemon implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon");

    private final DaemonSettings settings;

    private final DaemonServer server;

    private final SkillResources resources;

    private final AtomicBoolean closing = new AtomicBoolean();

    private final CountDownLatch closed = new CountDownLatch(1);

    RunningDaemon(DaemonSettings settings, DaemonServer server, SkillResources resources) {
        this.settings = settings;
        this.server = server;
        this.resources = resources;
    }

    DaemonSettings settings() {
        return settings;
    }

    int port() {
        return server.port();
    }

    /** Where a client on this machine finds it. */
    URI uri() {
        String bound = settings.host();
        String host = bound.equals("0.0.0.0") || bound.equals("::") ? "localhost" : bound;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** Stops in order. A thread of the daemon does not wait for that, as the daemon waits for its call. */
    @Override
    public void close() {
        if (server.runs(Thread.currentThread())) {
            new Thread(() -> close(0, () -> {}), "skill-daemon-close").start();
        } else {
            close(0, () -> {});
        }
    }

    /** Stops as {@link #close} does, once clients have had {@code daemon.settle-time} to go elsewhere. */
    void settleAndClose() {
        long begin = System.nanoTime();
        LOG.info("Stopping");
        close(
                settings.settleTime().toMillis(),
                () -> LOG.info("Stopped after {} ms", (System.nanoTime() - begin) / 1_000_000));
    }

    /** Closes it, unless that has begun. Whoever waits for the end goes on only after the last word, and may end the process then. */
    private void close(long settleMillis, Runnable lastWord) {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            server.stop(settleMillis);
        } finally {
            resources.close();
            lastWord.run();
            closed.countDown();
        }
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }
}
