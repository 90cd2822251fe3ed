package io.skillsdk.daemon.extension;

import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallMeter;
import java.util.List;

/**
 * An optional module of the daemon. It is found by {@link java.util.ServiceLoader}: its jar names the class in
 * {@code META-INF/services/io.skillsdk.daemon.extension.DaemonExtension}. Each start of a daemon makes one, by the
 * constructor without parameters; it is closed after the drain when it is {@link AutoCloseable}. Whatever takes time
 * belongs in {@link BuiltInPage#answer}, which is called at the first request, not here: a start waits for it.
 */
public interface DaemonExtension {

    /**
     * Returns the pages that it adds. Called once, before the port is opened.
     *
     * @param daemon the daemon; its gauges are alive from the moment it answers
     * @return the pages; none by default
     */
    default List<BuiltInPage> pages(DaemonInfo daemon) {
        return List.of();
    }

    /**
     * Returns what stands around the actions, outside of the interceptors that the program gives. Called once, before
     * {@link #pages}.
     *
     * @return the interceptors, the outermost first; none by default, which costs a call nothing
     */
    default List<ActionInterceptor> interceptors() {
        return List.of();
    }

    /**
     * Returns what listens to the calls of actions, beside the listeners that the program gives. Called once, before
     * {@link #pages}.
     *
     * @return the listeners; none by default, which costs a call nothing
     */
    default List<CallListener> listeners() {
        return List.of();
    }

    /**
     * Returns what measures the calls of actions, on the threads that run them. Called once, before {@link #pages}.
     *
     * @return the meters; none by default, which costs a call nothing
     */
    default List<CallMeter> meters() {
        return List.of();
    }
}
