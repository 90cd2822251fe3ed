package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.routing.Route;
import org.jspecify.annotations.Nullable;

/** A request in a JAX-RS runtime that the daemon hosts: it is led to an action without another address, and the daemon keeps the time. */
public interface HostedRequest {

    /** Where it leads as it was received; null when a filter has given it another method or path since. */
    @Nullable Route received();

    /** Leads it to where its method and path lead, which may be nowhere. Filters go on to see the path that was called. */
    void lead(Route to);

    /** Where it was led; null when it has not come to that. */
    @Nullable Route route();

    /** Runs the invocation of the action, on this thread. */
    void run(Invocation invocation);
}
