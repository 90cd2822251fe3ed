package io.skillsdk.internal.daemon.request;

import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** A JAX-RS runtime with the author's components and the actions. */
public interface JaxrsApplication {

    /** What came over the wire, read whole, and the one way to answer it. */
    record Exchange(Request request, Response response, byte[] body, JaxrsWork work) {}

    /** Handles a request on this thread, filters, action and all. It is answered now or later. */
    void handle(Exchange exchange);

    /** Called before the first request. */
    void start();

    /** Called after the last one. */
    void stop();
}
