package io.skillsdk.daemon;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.http.HttpActions;
import io.skillsdk.http.ResponseBodies;
import java.io.IOException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.slf4j.LoggerFactory;

/** Sends answers through Grizzly. */
final class GrizzlyAnswers {

    private GrizzlyAnswers() {}

    static void send(ActionAnswer answer, Request request, Response response) throws IOException {
        byte[] body = answer.body();
        response.setStatus(answer.status());
        response.setContentType(HttpActions.MEDIA_TYPE);
        answer.headers().forEach(response::setHeader);
        if (ResponseBodies.isWorthCompressing(body)) {
            response.setHeader(Header.Vary, "Accept-Encoding");
            if (ResponseBodies.acceptsGzip(request.getHeader(Header.AcceptEncoding))) {
                body = ResponseBodies.gzip(body);
                response.setHeader(Header.ContentEncoding, "gzip");
            }
        }
        if (answer.status() == 413) {
            // the rest of the body is not worth reading: close the connection instead
            response.getResponse().getProcessingState().setError(true);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void sendLater(ActionAnswer answer, Request request, Response response) {
        try {
            send(answer, request, response);
        } catch (IOException | RuntimeException e) {
            LoggerFactory.getLogger(GrizzlyAnswers.class).debug("The caller has gone", e);
        } finally {
            response.resume();
        }
    }
}
