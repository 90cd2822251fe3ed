package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.http.HttpActions;
import io.skillsdk.internal.routing.Route;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Where {@link ActionFilter} forwards the calls of all actions. Public for the runtime, not for use. */
@Path(ActionResource.PATH)
public final class ActionResource {

    /** Where the calls of all actions are matched. */
    public static final String PATH = "io.skillsdk.actions";

    private final ActionCalls calls;

    @Context
    private @Nullable Providers providers;

    ActionResource(HttpActions actions) {
        this.calls = new ActionCalls(actions);
    }

    /** Forwards a request, which has its {@link RequestRoute}. */
    static void forward(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        // never 406: the platform ignores what type it gets
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.WILDCARD);
        if (!hasValidType(request)) {
            // Jersey would refuse it, where what it says does not matter
            request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        }
        request.setRequestUri(uri.getBaseUriBuilder()
                .path(PATH)
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .build());
    }

    private static boolean hasValidType(ContainerRequestContext request) {
        try {
            request.getMediaType();
            return true;
        } catch (ProcessingException e) {
            return false;
        }
    }

    /**
     * Answers a POST.
     *
     * @param request the request
     * @return the answer
     */
    @POST
    public CompletionStage<Response> post(@Context ContainerRequestContext request) {
        return answer(request);
    }

    /**
     * Answers a PUT.
     *
     * @param request the request
     * @return the answer
     */
    @PUT
    public CompletionStage<Response> put(@Context ContainerRequestContext request) {
        return answer(request);
    }

    /**
     * Answers a PATCH.
     *
     * @param request the request
     * @return the answer
     */
    @PATCH
    public CompletionStage<Response> patch(@Context ContainerRequestContext request) {
        return answer(request);
    }

    /**
     * Answers a GET.
     *
     * @param request the request
     * @return the answer
     */
    @GET
    public CompletionStage<Response> get(@Context ContainerRequestContext request) {
        return answer(request);
    }

    /**
     * Answers a DELETE.
     *
     * @param request the request
     * @return the answer
     */
    @DELETE
    public CompletionStage<Response> delete(@Context ContainerRequestContext request) {
        return answer(request);
    }

    /**
     * Answers an OPTIONS.
     *
     * @param request the request
     * @return the answer
     */
    @OPTIONS
    public CompletionStage<Response> options(@Context ContainerRequestContext request) {
        return answer(request);
    }

    private CompletionStage<Response> answer(ContainerRequestContext request) {
        // otherwise a client has asked for this path itself
        if (RequestRoute.of(request) instanceof Route.Found found) {
            return calls.call(found, request, providers);
        }
        throw new NotFoundException();
    }
}
