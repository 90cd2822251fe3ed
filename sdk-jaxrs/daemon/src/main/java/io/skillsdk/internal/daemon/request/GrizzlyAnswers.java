package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.ResponseBodies;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;

/** Sends answers through Grizzly. */
final class GrizzlyAnswers {

    /** What is told of anything that has gone wrong in the daemon itself. */
    static final ActionAnswer FAILED = ErrorAnswers.daemonFailed();

    private static final byte[] FAILURE = FAILED.body();

    private GrizzlyAnswers() {}

    static void send(ActionAnswer answer, Request request, Response response) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(HttpActions.MEDIA_TYPE);
        if (!answer.headers().isEmpty()) {
            answer.headers().forEach(response::setHeader);
        }
        boolean large = ResponseBodies.isWorthCompressing(answer.body());
        ResponseBodies.Coding coding =
                ResponseBodies.coding(large, false, large ? request.getHeader(Header.AcceptEncoding) : null);
        coding.headers().forEach(response::setHeader);
        byte[] body = coding.bytes(answer.body());
        response.setContentLength(body.length);
        response.setBufferSize(body.length);
        response.getOutputStream().write(body);
    }

    /** Lets another thread answer: until it has, nothing more is read from the connection but the rest of the body. */
    static void suspend(Request request, Response response) {
        request.getContext().suspend();
        response.suspend();
    }

    /** Sends an answer and closes the connection: what else comes over it is not read. */
    static void sendAndClose(ActionAnswer answer, Request request, Response response) throws IOException {
        response.getResponse().getProcessingState().setError(true);
        send(answer, request, response);
    }

    /** Sends that the daemon could not answer, by as little code as can fail. */
    static void sendFailure(Response response) throws IOException {
        response.setStatus(500);
        response.setContentType(HttpActions.MEDIA_TYPE);
        response.setContentLength(FAILURE.length);
        response.getOutputStream().write(FAILURE);
    }
}
