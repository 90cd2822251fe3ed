package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.http.RefusedBodyException;
import java.io.IOException;
import java.util.concurrent.Executor;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Has requests served by JAX-RS once their bodies are there: a thread that waited for a slow sender would be missed by others. */
public final class RequestBodyAggregator {

    /** The attribute of a request that holds its body, a {@code byte[]}. */
    public static final String BODY = RequestBodyAggregator.class.getName() + ".body";

    private static final String RECEIVED = RequestBodyAggregator.class.getName() + ".received";

    private static final String REFUSAL = RequestBodyAggregator.class.getName() + ".refusal";

    private final BodyMemoryBudget bodies;

    private final Executor resources;

    private final Executor threads;

    /**
     * Makes it.
     *
     * @param resources runs the requests that are complete
     * @param threads runs those that are refused, which does not take long
     */
    public RequestBodyAggregator(BodyMemoryBudget bodies, Executor resources, Executor threads) {
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
        bodies.await(request, new AsyncBodyReader.Reader() {
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
}
