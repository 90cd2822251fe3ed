package io.skillsdk.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Stops a daemon in order where the JVM has no other way to tell of a signal. A shutdown hook cannot call {@code System.exit}, which
 * waits for it, so it halts the JVM itself. It is also run when {@code System.exit} is called: then it does nothing, as without
 * it. The JVM starts a thread with a name of its own for each signal, and that tells one from the other, and a second signal.
 */
final class TerminationHook extends Thread {

    private static final int LOOK_MILLIS = 50;

    private final ToIntFunction<TerminationSignal> stop;

    TerminationHook(ToIntFunction<TerminationSignal> stop) {
        super("skill-daemon-stop");
        this.stop = stop;
    }

    @Override
    public void run() {
        List<TerminationSignal> signals = signals();
        if (signals.isEmpty()) {
            return;
        }
        TerminationSignal first = signals.get(0);
        Thread second = new Thread(() -> awaitSecondSignal(first), "skill-daemon-second-signal");
        second.setDaemon(true);
        second.start();
        Runtime.getRuntime().halt(stop.applyAsInt(first));
    }

    private static void awaitSecondSignal(TerminationSignal first) {
        try {
            List<TerminationSignal> signals = signals();
            while (signals.size() < 2) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                signals = signals();
            }
            signals.remove(first);
            Runtime.getRuntime().halt(signals.get(0).exitCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Signals that are being handled: each waits for the end of the process. */
    private static List<TerminationSignal> signals() {
        ThreadGroup all = Thread.currentThread().getThreadGroup();
        while (all.getParent() != null) {
            all = all.getParent();
        }
        Thread[] threads = new Thread[2 * all.activeCount() + 16];
        int count = all.enumerate(threads, true);
        List<TerminationSignal> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = threads[i].getName();
            for (TerminationSignal each : TerminationSignal.values()) {
                if (name.equals("SIG" + each.name() + " handler")) {
                    signals.add(each);
                }
            }
        }
        return signals;
    }
}
