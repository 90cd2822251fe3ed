package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.ResponseBodies;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.slf4j.LoggerFactory;

/** Sends answers through Grizzly. */
final class GrizzlyAnswers {

    private GrizzlyAnswers() {}

    static void send(ActionAnswer answer, Request request, Response response) throws IOException {
        if (!answer.headers().isEmpty()) {
            answer.headers().forEach(response::setHeader);
        }
        send(answer.status(), answer.body(), request, response);
    }

    static void send(int status, byte[] json, Request request, Response response) throws IOException {
        byte[] body = json;
        response.setStatus(status);
        response.setContentType(HttpActions.MEDIA_TYPE);
        if (ResponseBodies.isWorthCompressing(body)) {
            response.setHeader(Header.Vary, "Accept-Encoding");
            if (ResponseBodies.acceptsGzip(request.getHeader(Header.AcceptEncoding))) {
                body = ResponseBodies.gzip(body);
                response.setHeader(Header.ContentEncoding, "gzip");
            }
        }
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

    /** Sends an answer from a thread that does not serve the request, and closes the connection. */
    static void sendLast(ActionAnswer answer, Request request, Response response) {
        try {
            sendAndClose(answer, request, response);
            response.finish();
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(GrizzlyAnswers.class).debug("The caller has gone", e);
        }
    }
}
