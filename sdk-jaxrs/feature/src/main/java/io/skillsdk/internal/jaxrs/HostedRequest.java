package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.routing.Route;

/** A request in a JAX-RS runtime that the daemon hosts: it is led to an action without another address, and the daemon keeps the time. */
public interface HostedRequest {

    /** Leads it to an action. Filters go on to see the path that was called. */
    void lead(Route.Found found);

    /** Runs the invocation of the action, on this thread. */
    void run(Invocation invocation);
}
