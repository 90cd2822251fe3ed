package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.execution.Work;
import io.skillsdk.internal.routing.Route;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** A route from requests to what answers them: straight to the actions, or through JAX-RS. Both decide twice: by the head, and with the body. */
public interface Door {

    /** A decision about a request. */
    sealed interface Decision permits Receive, Ready, Refused {}

    /** It has a receiver, which wants its body. */
    record Receive(Route route) implements Decision {}

    /** It is complete, and can be run. */
    record Ready(Work work) implements Decision {}

    /** It is answered without being run. */
    record Refused(ActionAnswer answer) implements Decision {}

    /** Decides by a request's line and headers. */
    Decision admit(Request request, Response response, Reply reply);

    /** Decides with the body of a request that was admitted with this route. */
    Decision prepare(Route route, byte[] body, Request request, Response response, Reply reply);

    /** Called before the first request. */
    void start();

    /** Called after the last one. */
    void stop();
}
