package io.skillsdk.daemon;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Stops a daemon in order where the JVM has no other way to tell of a signal. A shutdown hook cannot call {@code System.exit}, which
 * waits for it, so it halts the JVM itself. It is also run when {@code System.exit} is called: then it does nothing, as without
 * it. The JVM starts a thread with a name of its own for each signal, and that tells one from the other, and a second signal.
 */
final class TerminationHook extends Thread {

    static final int ENDED_BY_SIGTERM = 143;

    private static final int LOOK_MILLIS = 50;

    private final IntSupplier stop;

    TerminationHook(IntSupplier stop) {
        super("skill-daemon-stop");
        this.stop = stop;
    }

    @Override
    public void run() {
        if (signals() == 0) {
            return;
        }
        Thread second = new Thread(TerminationHook::awaitSecondSignal, "skill-daemon-second-signal");
        second.setDaemon(true);
        second.start();
        Runtime.getRuntime().halt(stop.getAsInt());
    }

    private static void awaitSecondSignal() {
        try {
            while (signals() < 2) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signals that are being handled: each waits for the end of the process. */
    private static long signals() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(threads, true);
        long signals = 0;
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            if (name.startsWith("SIG") && name.endsWith(" handler")) {
                signals++;
            }
        }
        return signals;
    }
}
