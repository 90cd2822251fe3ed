package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.HttpMethod;
import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.jaxrs.ActionCalls;
import io.skillsdk.internal.jaxrs.ActionResource;
import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CompletableFuture;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where the calls of all actions are matched: one place, however many actions there are. Public for the runtime, not for use. */
public final class ActionEndpoint implements Inflector<ContainerRequestContext, Object> {

    private final ActionCalls calls;

    @Context
    private @Nullable Providers providers;

    private ActionEndpoint(HttpActions actions) {
        this.calls = new ActionCalls(actions);
    }

    static Resource resource(HttpActions actions) {
        ActionEndpoint endpoint = new ActionEndpoint(actions);
        Resource.Builder resource = Resource.builder(ActionResource.PATH);
        for (HttpMethod method : HttpMethod.values()) {
            if (method != HttpMethod.DEFAULT) {
                resource.addMethod(method.name()).handledBy(endpoint);
            }
        }
        return resource.build();
    }

    /** Answers on this thread, but for an asynchronous action. */
    @Override
    public Object apply(ContainerRequestContext request) {
        Route.Found found = request instanceof JerseyRequest ours ? ours.found() : null;
        if (found == null) {
            throw new NotFoundException(); // a client has asked for this path itself
        }
        CompletableFuture<Response> answer = calls.call(found, request, providers);
        return answer.isDone() && !answer.isCompletedExceptionally() ? answer.join() : answer;
    }
}
