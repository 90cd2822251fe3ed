package io.skillsdk.daemon;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.http.RefusedBodyException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Has requests served by JAX-RS once their bodies are there: a thread that waited for a slow sender would be missed by others. */
final class BodyFirst {

    private static final String BODY = BodyFirst.class.getName() + ".body";

    private static final String RECEIVED = BodyFirst.class.getName() + ".received";

    private static final String REFUSAL = BodyFirst.class.getName() + ".refusal";

    private final IncomingBodies bodies;

    private final Executor resources;

    private final Executor threads;

    /**
     * Makes it.
     *
     * @param resources runs the requests that are complete
     * @param threads runs those that are refused, which does not take long
     */
    BodyFirst(IncomingBodies bodies, Executor resources, Executor threads) {
        this.bodies = bodies;
        this.resources = resources;
        this.threads = threads;
    }

    /** What runs a request; or null when it has it already, and is asked for what tells of the body's arrival: any thread may. */
    @Nullable Executor executor(Request request) {
        return request.getAttribute(RECEIVED) == null ? task -> receive(request, task) : null;
    }

    /** Why a request is not to be served, or null when it is. */
    static @Nullable ActionAnswer refusal(Request request) {
        return (ActionAnswer) request.getAttribute(REFUSAL);
    }

    private void receive(Request request, Runnable task) {
        request.setAttribute(RECEIVED, true);
        try {
            byte[] body = bodies.arrived(request);
            if (body != null) {
                serve(request, body, task);
            } else {
                await(request, task);
            }
        } catch (RefusedBodyException e) {
            refuse(request, e.answer(), task);
        } catch (IOException e) {
            refuse(request, RefusedBodyException.unreadable().answer(), task);
        }
    }

    private void await(Request request, Runnable task) throws RefusedBodyException {
        Runnable release = bodies.reserve(request);
        Runnable then = () -> {
            try {
                task.run();
            } finally {
                release.run();
            }
        };
        bodies.await(request, new RequestBody.Reader() {
            @Override
            public void arrived(byte[] body) {
                serve(request, body, then);
            }

            @Override
            public void refused(ActionAnswer why) {
                refuse(request, why, then);
            }
        });
    }

    private void serve(Request request, byte[] body, Runnable task) {
        request.setAttribute(BODY, body);
        resources.execute(task);
    }

    private void refuse(Request request, ActionAnswer why, Runnable task) {
        request.setAttribute(REFUSAL, why);
        threads.execute(task);
    }

    /** Gives JAX-RS the body that is there. */
    @PreMatching
    @Priority(Integer.MIN_VALUE)
    static final class Entity implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            if (request.getProperty(BODY) instanceof byte[] body) {
                request.removeProperty(BODY);
                request.setEntityStream(new ByteArrayInputStream(body));
            }
        }
    }
}
