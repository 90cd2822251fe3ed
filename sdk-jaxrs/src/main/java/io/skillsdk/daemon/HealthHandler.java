package io.skillsdk.daemon;

import io.skillsdk.action.Route;
import io.skillsdk.http.HttpActions;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.RequestExecutorProvider;
import org.glassfish.grizzly.http.server.Response;

/** Answers GET /health, unless an action does, and leaves the rest to the handler of the actions. */
final class HealthHandler extends HttpHandler {

    private static final String PATH = "/health";

    private static final byte[] UP = "{\"payload\":{\"status\":\"up\"}}".getBytes(StandardCharsets.UTF_8);

    private final RequestExecutorProvider sameThread = new RequestExecutorProvider.SameThreadProvider();

    private final HttpHandler inner;

    private final boolean actionAnswers;

    HealthHandler(HttpActions actions, HttpHandler inner) {
        this.inner = inner;
        this.actionAnswers = !(actions.route("GET", PATH) instanceof Route.Unknown);
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (!actionAnswers && request.getRequestURI().equals(PATH) && isGetOrHead(request)) {
            response.setContentType(HttpActions.MEDIA_TYPE);
            response.setContentLength(UP.length);
            response.getOutputStream().write(UP);
        } else {
            inner.service(request, response);
        }
    }

    private static boolean isGetOrHead(Request request) {
        String method = request.getMethod().getMethodString();
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public RequestExecutorProvider getRequestExecutorProvider() {
        return sameThread;
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
