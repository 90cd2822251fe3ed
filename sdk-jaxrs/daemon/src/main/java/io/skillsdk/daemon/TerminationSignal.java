package io.skillsdk.daemon;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;

/**
 * The signals that tell a process to end. The first one stops in order, with exit code 0; a second one, of whichever kind, ends the process at
 * once. The JVM's own exit code for a signal, such as 143, looks like a failure. The JDK's only way to signals is {@code sun.misc.Signal} of
 * the module {@code jdk.unsupported}, used by reflection, as a runtime image may lack it: {@link TerminationHook} then does the same.
 */
enum TerminationSignal {
    /** As the platform sends it. */
    TERM(15),
    /** Ctrl-C. */
    INT(2),
    /** The terminal was closed. Not all systems have it. */
    HUP(1);

    private static final int SIGNALLED = 128;

    private final int number;

    TerminationSignal(int number) {
        this.number = number;
    }

    /** The exit code of a process that it has ended. */
    int exitCode() {
        return SIGNALLED + number;
    }

    /**
     * Has a process stop in order when it is told to.
     *
     * @param stop stops, and returns the exit code; it must not end the process itself
     */
    static void onFirst(ToIntFunction<TerminationSignal> stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        boolean heard = false;
        for (TerminationSignal each : values()) {
            heard |= each.handle(() -> {
                if (stopping.compareAndSet(false, true)) {
                    System.exit(stop.applyAsInt(each));
                } else {
                    Runtime.getRuntime().halt(each.exitCode());
                }
            });
        }
        if (!heard) {
            Runtime.getRuntime().addShutdownHook(new TerminationHook(stop));
        }
    }

    /** Returns whether it could be. One that the process was told to ignore, as by {@code nohup}, stays ignored: the JVM sees to that. */
    private boolean handle(Runnable onSignal) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handle = Proxy.newProxyInstance(
                    TerminationSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        if (method.getName().equals("handle")) {
                            // signals are delivered on a thread that must stay free
                            new Thread(onSignal, "skill-daemon-stop").start();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name()), handle);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            return false;
        }
    }
}
