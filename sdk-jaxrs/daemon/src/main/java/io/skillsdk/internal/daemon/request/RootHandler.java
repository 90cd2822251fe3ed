package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.transport.ClientConnection;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.HttpDate;
import io.skillsdk.internal.text.LogText;
import java.io.IOException;
import org.glassfish.grizzly.http.io.OutputBuffer;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes first: answers the daemon's own pages, refuses what cannot be served, and leaves all else to the handler of
 * the actions.
 */
public final class RootHandler extends HttpHandler {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.skillsdk.access");

    private static final Logger LOG = LoggerFactory.getLogger(RootHandler.class);

    /** Bytes of answers that a client has not read: one that sends requests all the same would fill the memory. Twice the largest answer. */
    private static final int MOST_UNSENT = 2 * ActionPipeline.MAX_ANSWER_BYTES;

    /** Requests are served by the thread that has read them. */
    static final RequestExecutorProvider SAME_THREAD = new RequestExecutorProvider.SameThreadProvider();

    private final Page.Table pages;

    private final HttpHandler inner;

    private final ConnectionRegistry connections;

    private final HttpDate date;

    private final BackgroundLog log;

    public RootHandler(
            Page.Table pages, HttpHandler inner, ConnectionRegistry connections, HttpDate date, BackgroundLog log) {
        this.pages = pages;
        this.inner = inner;
        this.connections = connections;
        this.date = date;
        this.log = log;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        ClientConnection client = connections.of(request.getContext().getConnection());
        if (client.unsent() > MOST_UNSENT) {
            connections.cutOff(client, "it sent further requests without reading the answers");
            return;
        }
        client.requestStarted();
        Served served = new Served(client, response);
        request.addAfterServiceListener(served);
        response.getOutputBuffer().registerLifeCycleListener(served);
        try {
            serve(request, response);
        } catch (IOException e) {
            throw e; // the client has gone
        } catch (Throwable e) {
            fail(e, request, response);
        }
    }

    /** Whatever goes wrong before there is an answer: the client is told, and what it still sends is not read. */
    private void fail(Throwable thrown, Request request, Response response) throws IOException {
        FatalErrorExit.endIfFatal(thrown);
        String path = LogText.path(request.getRequestURI());
        log.write(() -> LOG.error("A request for {} failed", path, thrown));
        if (!response.isCommitted()) {
            response.reset();
            GrizzlyAnswers.sendAndClose(GrizzlyAnswers.FAILED, request, response);
        }
    }

    private void serve(Request request, Response response) throws Exception {
        Page page = pages.find(request);
        if (page == null) {
            inner.service(request, response);
        } else {
            page.serve(request, response, new Reply(request, response, log));
        }
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return SAME_THREAD;
    }

    @Override
    public void start() {
        inner.start();
    }

    @Override
    public void destroy() {
        inner.destroy();
    }

    /** What is to be done when the answer to a request begins, and when it was served. */
    private final class Served implements AfterServiceListener, OutputBuffer.LifeCycleListener {

        private final ClientConnection client;

        private final Response response;

        Served(ClientConnection client, Response response) {
            this.client = client;
            this.response = response;
        }

        /** HTTP requires a date (RFC 9110, 6.6.1), of when the answer begins. Grizzly sets its own too late for the headers, and it is lost. */
        @Override
        public void onCommit() {
            if (!response.containsHeader(Header.Date)) {
                response.setHeader(Header.Date, date.now());
            }
        }

        @Override
        public void onAfterService(Request request) {
            if (ACCESS.isDebugEnabled()) {
                String method = LogText.path(request.getMethod().getMethodString());
                String path = LogText.path(request.getRequestURI());
                int status = response.getStatus();
                log.write(() -> ACCESS.debug("{} {} {}", method, path, status));
            }
            if (!request.getContext().getConnection().isOpen()) {
                // Grizzly would take what came behind this request for more of it, and serve it again and again
                request.getRequest().setContentBroken(true);
            }
            client.responseSent();
            connections.boundUnread(client);
        }
    }
}
