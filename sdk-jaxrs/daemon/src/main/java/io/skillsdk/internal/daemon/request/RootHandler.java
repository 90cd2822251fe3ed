package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.LogText;
import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.ErrorAnswers;
import io.skillsdk.internal.daemon.execution.BackgroundLog;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.transport.ClientConnection;
import io.skillsdk.internal.daemon.transport.ConnectionRegistry;
import io.skillsdk.internal.daemon.transport.HttpDate;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.routing.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.http.server.AfterServiceListener;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes first: answers probes, unless an action answers at their path, refuses what cannot be served, and leaves
 * all else to the handler of the actions.
 */
public final class RootHandler extends HttpHandler implements RequestExecutorProvider, AfterServiceListener {

    private static final Logger ACCESS = LoggerFactory.getLogger("io.skillsdk.access");

    private static final Logger LOG = LoggerFactory.getLogger(RootHandler.class);

    private static final ActionAnswer FAILED =
            ErrorAnswers.of(500, "The daemon could not answer. The cause is in its log.");

    /** Bytes of answers that a caller has not read: who asks for more then fills the memory. Twice the largest answer. */
    private static final int MOST_UNSENT = 2 * ActionPipeline.MAX_ANSWER_BYTES;

    private final Health health;

    private final HttpHandler inner;

    private final ConnectionRegistry connections;

    private final HttpDate date;

    private final BackgroundLog log;

    private final String live;

    private final String ready;

    private final String both;

    public RootHandler(
            Health health,
            String path,
            HttpActions actions,
            HttpHandler inner,
            ConnectionRegistry connections,
            HttpDate date,
            BackgroundLog log) {
        this.health = health;
        this.inner = inner;
        this.connections = connections;
        this.date = date;
        this.log = log;
        String base = "/" + strip(path);
        this.both = free(base, actions);
        this.live = free((base.equals("/") ? "" : base) + "/live", actions);
        this.ready = free((base.equals("/") ? "" : base) + "/ready", actions);
    }

    private static String strip(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    /** The path, or one that no request has when an action answers there. */
    private static String free(String path, HttpActions actions) {
        return actions.route("GET", path) instanceof Route.Unknown ? path : "";
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        ClientConnection caller = connections.of(request.getContext().getConnection());
        if (caller.unsent() > MOST_UNSENT) {
            connections.cutOff(caller, "it asked on without reading its answers");
            return;
        }
        caller.requestStarted();
        request.addAfterServiceListener(this);
        response.getOutputBuffer().registerLifeCycleListener(() -> setDate(response));
        try {
            serve(request, response);
        } catch (IOException e) {
            throw e; // the client has gone
        } catch (Throwable e) {
            fail(e, request, response);
        }
    }

    /** Whatever goes wrong before somebody else answers: the client is told, and what it still sends is not read. */
    private static void fail(Throwable thrown, Request request, Response response) throws IOException {
        FatalErrorExit.endIfFatal(thrown);
        LOG.error("A request for {} failed", LogText.path(request.getRequestURI()), thrown);
        if (!response.isCommitted()) {
            response.reset();
            GrizzlyAnswers.sendAndClose(FAILED, request, response);
        }
    }

    private void serve(Request request, Response response) throws Exception {
        String path = request.getRequestURI();
        if (!isProbe(request, path)) {
            inner.service(request, response);
        } else if (path.equals(live)) {
            report(health.live(), new Reply(request, response, log));
        } else {
            ready(new Reply(request, response, log));
        }
    }

    /** HTTP requires it (RFC 9110, 6.6.1), of when the answer begins. Grizzly sets its own too late for the headers, and it is lost. */
    private void setDate(Response response) {
        if (!response.containsHeader(Header.Date)) {
            response.setHeader(Header.Date, date.now());
        }
    }

    /** The checks are an author's, and may take their time: never on a thread that serves. */
    private void ready(Reply reply) {
        Health.Report known = health.readyAtOnce();
        if (known != null) {
            report(known, reply);
        } else if (reply.detach()) {
            health.whenChecked(report -> report(report, reply));
        }
    }

    private static void report(Health.Report report, Reply reply) {
        reply.send(new ActionAnswer(report.status(), report.json().getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    private boolean isProbe(Request request, String path) {
        if (!path.equals(live) && !path.equals(ready) && !path.equals(both)) {
            return false;
        }
        String method = request.getMethod().getMethodString();
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return this;
    }

    @Override
    public @Nullable Executor getExecutor(Request request) {
        return null; // on the thread that has read it
    }

    @Override
    public void onAfterService(Request request) {
        if (ACCESS.isDebugEnabled()) {
            String method = LogText.path(request.getMethod().getMethodString());
            String path = LogText.path(request.getRequestURI());
            int status = request.getResponse().getStatus();
            log.write(() -> ACCESS.debug("{} {} {}", method, path, status));
        }
        ClientConnection caller = connections.of(request.getContext().getConnection());
        caller.responseSent();
        connections.boundUnread(caller);
    }

    @Override
    public void start() {
        inner.start();
    }

    @Override
    public void destroy() {
        inner.destroy();
    }
}
