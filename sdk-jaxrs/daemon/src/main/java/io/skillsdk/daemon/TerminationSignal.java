package io.skillsdk.daemon;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/**
 * SIGTERM, as the platform sends it: the first one stops in order, with exit code 0, a second one at once. The JVM's own exit code for
 * a signal is 143, which looks like a failure. The JDK's only way to signals is {@code sun.misc.Signal} of the module
 * {@code jdk.unsupported}, used by reflection, as a runtime image may lack it: {@link TerminationHook} then does the same.
 */
final class TerminationSignal {

    private TerminationSignal() {}

    /**
     * Has a process stop in order when it is told to.
     *
     * @param stop stops, and returns the exit code; it must not end the process itself
     */
    static void onTerm(IntSupplier stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        Runnable onSignal = () -> {
            if (stopping.compareAndSet(false, true)) {
                System.exit(stop.getAsInt());
            } else {
                Runtime.getRuntime().halt(TerminationHook.ENDED_BY_SIGTERM);
            }
        };
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
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), handle);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Runtime.getRuntime().addShutdownHook(new TerminationHook(stop));
        }
    }
}
