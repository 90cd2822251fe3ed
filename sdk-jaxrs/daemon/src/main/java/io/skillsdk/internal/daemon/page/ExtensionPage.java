package io.skillsdk.internal.daemon.page;

import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageResponse;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.request.BodyReceiver;
import io.skillsdk.internal.daemon.request.Page;
import io.skillsdk.internal.daemon.request.Reply;
import io.skillsdk.internal.daemon.request.RequestBodyAggregator;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** A page of an extension: made for each request, on a thread that may block. */
final class ExtensionPage implements Page {

    private static final String CONTENT_TYPE = "Content-Type";

    private static final byte[] NO_BODY = new byte[0];

    private final BuiltInPage page;

    private final PageThreads threads;

    private final RequestBodyAggregator bodies;

    ExtensionPage(BuiltInPage page, PageThreads threads, RequestBodyAggregator bodies) {
        this.page = page;
        this.threads = threads;
        this.bodies = bodies;
    }

    @Override
    public void serve(Request request, Response response, Reply reply) {
        try {
            byte[] body = page.method().equals("GET") ? NO_BODY : bodies.arrived(request);
            if (!reply.detach()) {
                return;
            }
            if (body == null) {
                bodies.await(request, new Arrival(request, reply));
            } else {
                answer(request, body, reply);
            }
        } catch (RefusedBodyException e) {
            refuse(e, reply);
        } catch (IOException e) {
            refuse(RefusedBodyException.unreadable(), reply);
        }
    }

    private static void refuse(RefusedBodyException why, Reply reply) {
        reply.closeConnection();
        reply.send(why.answer());
    }

    private void answer(Request request, byte[] body, Reply reply) {
        try {
            threads.execute(() -> {
                try {
                    reply.send(sendable(page.answer().to(new GrizzlyPageRequest(request, page.method(), body))));
                } catch (Throwable e) {
                    reply.fail(e);
                }
            });
        } catch (RejectedExecutionException e) {
            // the daemon has stopped, and its connections are closed
        }
    }

    private static ActionAnswer sendable(PageResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(CONTENT_TYPE, answer.contentType());
        return new ActionAnswer(answer.status(), answer.body(), headers);
    }

    /** A body that had not arrived with its head. */
    private final class Arrival implements BodyReceiver {

        private final Request request;

        private final Reply reply;

        Arrival(Request request, Reply reply) {
            this.request = request;
            this.reply = reply;
        }

        @Override
        public void arrived(byte[] body, Runnable release) {
            reply.whenFinished(release);
            answer(request, body, reply);
        }

        @Override
        public void refused(RefusedBodyException why) {
            refuse(why, reply);
        }
    }
}
