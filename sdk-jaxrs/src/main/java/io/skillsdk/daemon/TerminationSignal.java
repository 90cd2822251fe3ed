package io.skillsdk.daemon;

import java.lang.reflect.Proxy;

/**
 * SIGTERM, as the platform sends it. A shutdown hook could not choose the exit code, and the JVM's own for a signal is
 * 143, which looks like a failure. The JDK's only way to signals is {@code sun.misc.Signal} of the module
 * {@code jdk.unsupported}, used by reflection, as a runtime image may lack it: then a shutdown hook does what it can.
 */
final class TerminationSignal {

    private TerminationSignal() {}

    static void onTerm(Runnable stop) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object onSignal = Proxy.newProxyInstance(
                    TerminationSignal.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> {
                        if (method.getName().equals("handle")) {
                            // signals are delivered on a thread that must stay free
                            new Thread(stop, "skill-daemon-stop").start();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), onSignal);
        } catch (ReflectiveOperationException | RuntimeException e) {
            Runtime.getRuntime().addShutdownHook(new Thread(stop, "skill-daemon-stop"));
        }
    }
}
