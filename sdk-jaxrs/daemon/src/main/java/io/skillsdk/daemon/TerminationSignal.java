package io.skillsdk.daemon;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SIGTERM, as the platform sends it: the first one stops in order, a second one at once. A shutdown hook could not choose the
 * exit code, and the JVM's own for a signal is 143, which looks like a failure. The JDK's only way to signals is
 * {@code sun.misc.Signal} of the module {@code jdk.unsupported}, used by reflection, as a runtime image may lack it: then a
 * shutdown hook does what it can.
 */
final class TerminationSignal {

    private static final int ENDED_BY_SIGTERM = 143;

    private TerminationSignal() {}

    static void onTerm(Runnable stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        Runnable onSignal = () -> {
            if (stopping.compareAndSet(false, true)) {
                stop.run();
            } else {
                Runtime.getRuntime().halt(ENDED_BY_SIGTERM);
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
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "skill-daemon-stop"));
        }
    }
}
