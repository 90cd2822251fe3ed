package io.skillsdk.call;

/**
 * Carries what a library keeps for the current thread, such as the context of a trace, to the threads of {@link CallContext}. Found by
 * {@link java.util.ServiceLoader}: a jar names it in {@code META-INF/services/io.skillsdk.call.ContextCarrier}. The logging context
 * (MDC) needs none. Called from several threads.
 */
public interface ContextCarrier {

    /**
     * Captures the context of this thread.
     *
     * @return what can be opened on other threads, several times
     */
    Captured capture();

    /**
     * Returns the context of a thread that works for no call. It keeps a library that hands contexts on by itself, such as a Java agent,
     * from handing that of one call on to the next.
     *
     * @return what can be opened on other threads, several times; by default it leaves a thread as it is
     */
    default Captured none() {
        return () -> () -> {};
    }

    /** A captured context. */
    @FunctionalInterface
    interface Captured {

        /**
         * Makes it the context of this thread.
         *
         * @return what gives the thread back its own, on the same thread
         */
        Scope open();
    }

    /** A context on a thread. */
    @FunctionalInterface
    interface Scope {

        /** Gives the thread back the context that it had. */
        void close();
    }
}
