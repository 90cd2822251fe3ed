package io.skillsdk.internal.daemon.request;

/** A JAX-RS runtime with the author's components and the actions. */
public interface JaxrsApplication {

    /** Handles a request on this thread, filters, action and all. It is answered now or later. */
    void handle(JaxrsWork request);

    /** Called before the first request. */
    void start();

    /** Called after the last one. */
    void stop();
}
