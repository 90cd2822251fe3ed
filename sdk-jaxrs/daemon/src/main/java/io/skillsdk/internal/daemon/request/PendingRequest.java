package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.ErrorAnswers;
import io.skillsdk.internal.action.Route;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request for an action that waits for the rest of its body, and what becomes of it then. */
final class PendingRequest implements AsyncBodyReader.Reader {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private final ActionHandler handler;

    private final Route.Found found;

    private final Request request;

    private final Response response;

    private final Runnable whenAnswered;

    PendingRequest(
            ActionHandler handler, Route.Found found, Request request, Response response, Runnable whenAnswered) {
        this.handler = handler;
        this.found = found;
        this.request = request;
        this.response = response;
        this.whenAnswered = whenAnswered;
    }

    @Override
    public void arrived(byte[] body) {
        try {
            GrizzlyCall call = handler.prepared(found, body, request, response);
            if (call == null) {
                whenAnswered.run();
                response.resume();
            } else {
                call.whenAnswered(whenAnswered);
                call.runLater(true);
            }
        } catch (IOException e) {
            refused(RefusedBodyException.unreadable().answer());
        } catch (OutOfMemoryError fatal) {
            FatalErrorExit.end(fatal);
        } catch (RuntimeException | Error e) {
            LOG.error("{} could not be called", found.action().name(), e);
            refused(ErrorAnswers.closing(500, "The daemon could not answer. The cause is in its log."));
        }
    }

    @Override
    public void refused(ActionAnswer answer) {
        whenAnswered.run();
        if (!response.isSuspended()) {
            return; // the caller is gone, and Grizzly has ended the request
        }
        try {
            ActionHandler.refuseAndClose(answer, request, response);
        } catch (IOException | RuntimeException e) {
            LOG.debug("The caller has gone", e);
        } finally {
            response.resume();
        }
    }
}
