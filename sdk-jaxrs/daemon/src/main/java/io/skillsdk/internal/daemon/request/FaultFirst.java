package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ErrorAnswers;
import java.util.concurrent.atomic.AtomicReference;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.jspecify.annotations.Nullable;

/** Tells the next caller of an action why there is no new version of the program, once; those after him are served by the old one. */
public final class FaultFirst extends HttpHandler {

    private static final int FAILED = 500;

    private final HttpHandler actions;

    private final AtomicReference<@Nullable String> fault;

    /**
     * Makes it.
     *
     * @param fault what is to be told, or null; set to null once it is told
     */
    public FaultFirst(HttpHandler actions, AtomicReference<@Nullable String> fault) {
        this.actions = actions;
        this.fault = fault;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        String told = fault.getAndSet(null);
        if (told == null) {
            actions.service(request, response);
        } else {
            GrizzlyAnswers.sendAndClose(ErrorAnswers.of(FAILED, told), request, response);
        }
    }

    @Override
    public void start() {
        actions.start();
    }

    @Override
    public void destroy() {
        actions.destroy();
    }
}
