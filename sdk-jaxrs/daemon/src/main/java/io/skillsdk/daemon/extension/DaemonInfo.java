package io.skillsdk.daemon.extension;

import java.util.List;
import java.util.Optional;

/** What an extension may know of the daemon that it extends. Thread-safe. */
public interface DaemonInfo {

    /**
     * Returns the actions, in the order in which they are served.
     *
     * @return a description of each
     */
    List<ActionDescription> actions();

    /**
     * Returns how busy the daemon is.
     *
     * @return gauges, each of which tells the value of the moment
     */
    DaemonGauges gauges();

    /**
     * Returns the value in effect of one of the daemon's settings.
     *
     * @param name the whole name, such as {@code daemon.max-concurrency}
     * @return the value as its source gives it, or the default; empty when it has neither, or there is no such setting
     */
    Optional<String> setting(String name);
}
