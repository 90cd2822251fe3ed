package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.routing.Route;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request in a JAX-RS runtime that the daemon hosts: it is led to an action without another address, and the daemon keeps the time. */
public interface HostedRequest {

    /** The route of the request as it was received; null when a filter has given it another method or path since. */
    @Nullable Route received();

    /** Forwards it to the action of a route, if there is one. Filters still see the path that was called. */
    void forward(Route to);

    /** Where it was led; null when it has not come to that. */
    @Nullable Route route();

    /** Logs an answer to it, as it became no call. */
    void refused(ActionAnswer answer);

    /** How much of its time is over: the daemon's time goes on while filters run. */
    Duration spent();

    /** Runs the invocation of the action, on this thread. */
    void run(Invocation invocation);
}
