package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.http.RefusalLine;
import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls of actions in JAX-RS terms. What comes out of an action is first offered to the author's exception mappers. */
public final class ActionCalls {

    /** Mappers of the runtimes themselves, and ours, answer for everything: an action's failure has a better answer of its own. */
    private static final List<String> RUNTIMES = List.of(
            "io.skillsdk.internal.", "org.glassfish.jersey.", "org.jboss.resteasy.", "org.apache.cxf.", "io.quarkus.");

    private final HttpActions actions;

    public ActionCalls(HttpActions actions) {
        this.actions = actions;
    }

    /**
     * Calls an action on this thread.
     *
     * @return the answer; complete unless the action is asynchronous
     */
    public CompletableFuture<Response> call(
            Route.Found found, ContainerRequestContext request, @Nullable Providers providers) {
        CompletableFuture<ActionAnswer> answer = invoke(found, request, thrown -> mapper(providers, thrown) != null);
        return answer.isDone() && !answer.isCompletedExceptionally()
                ? CompletableFuture.completedFuture(response(answer.join(), providers))
                : answer.thenApply(later -> response(later, providers));
    }

    /**
     * Calls an action on this thread, and waits for its answer. Mappers are asked for on this thread only: a runtime may know of them on
     * the thread of a request alone.
     */
    public Response callAndWait(Route.Found found, ContainerRequestContext request, @Nullable Providers providers) {
        WaitingThread thread = new WaitingThread();
        CompletableFuture<ActionAnswer> answer =
                invoke(found, request, thrown -> thread.ask(() -> mapper(providers, thrown) != null));
        return response(thread.await(answer), providers);
    }

    private CompletableFuture<ActionAnswer> invoke(
            Route.Found found, ContainerRequestContext request, Predicate<Throwable> mapped) {
        Consumer<Invocation> runner = request instanceof HostedRequest hosted ? hosted::run : ActionCalls::run;
        return actions.invoke(
                found,
                new JaxrsExchange(request),
                request.getEntityStream(),
                runner,
                answer -> tell(request, answer),
                mapped);
    }

    /** Logs an answer to a request that became no call. */
    static void tell(ContainerRequestContext request, ActionAnswer answer) {
        if (request instanceof HostedRequest hosted) {
            hosted.refused(answer);
        } else {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            RefusalLine.of(request.getMethod(), path, answer).run();
        }
    }

    /** In an application of the user's nothing tells when an answer is sent: work for after it begins once there is one. */
    private static void run(Invocation invocation) {
        invocation.run();
        var unused = invocation.answer().whenComplete((answer, fatal) -> invocation.sent());
    }

    private static Response response(ActionAnswer answer, @Nullable Providers providers) {
        Throwable failure = answer.failure();
        ExceptionMapper<Throwable> mapper = failure == null ? null : mapper(providers, failure);
        return mapper == null ? Responses.of(answer) : mapper.toResponse(failure);
    }

    @SuppressWarnings("unchecked") // a mapper for the class of an exception takes that exception
    private static @Nullable ExceptionMapper<Throwable> mapper(@Nullable Providers providers, Throwable thrown) {
        ExceptionMapper<?> mapper = providers == null ? null : providers.getExceptionMapper(thrown.getClass());
        return mapper == null || RUNTIMES.stream().anyMatch(mapper.getClass().getName()::startsWith)
                ? null
                : (ExceptionMapper<Throwable>) mapper;
    }
}
