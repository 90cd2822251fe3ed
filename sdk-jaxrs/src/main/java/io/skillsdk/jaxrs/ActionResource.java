package io.skillsdk.jaxrs;

import io.skillsdk.http.HttpActions;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;

/** Where {@link ActionRequestFilter} leads the calls of all actions. Public for the runtime, not for use. */
@Path(ActionResource.PATH + "/{secret}")
public final class ActionResource {

    static final String PATH = "io.skillsdk.actions";

    private static final String REST = "{path: .*}";

    private final HttpActions actions;

    private final String secret;

    ActionResource(HttpActions actions, String secret) {
        this.actions = actions;
        this.secret = secret;
    }

    /**
     * Answers a POST.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @param body the body
     * @return the answer
     */
    @POST
    @Path(REST)
    public CompletionStage<Response> post(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return answer(key, new JaxrsExchange("POST", headers, uri, body));
    }

    /**
     * Answers a PUT.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @param body the body
     * @return the answer
     */
    @PUT
    @Path(REST)
    public CompletionStage<Response> put(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return answer(key, new JaxrsExchange("PUT", headers, uri, body));
    }

    /**
     * Answers a PATCH.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @param body the body
     * @return the answer
     */
    @PATCH
    @Path(REST)
    public CompletionStage<Response> patch(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri, InputStream body) {
        return answer(key, new JaxrsExchange("PATCH", headers, uri, body));
    }

    /**
     * Answers a GET.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @return the answer
     */
    @GET
    @Path(REST)
    public CompletionStage<Response> get(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answer(key, new JaxrsExchange("GET", headers, uri, InputStream.nullInputStream()));
    }

    /**
     * Answers a DELETE.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @return the answer
     */
    @DELETE
    @Path(REST)
    public CompletionStage<Response> delete(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answer(key, new JaxrsExchange("DELETE", headers, uri, InputStream.nullInputStream()));
    }

    /**
     * Answers an OPTIONS.
     *
     * @param key the secret of the filter
     * @param headers the headers
     * @param uri the path and query
     * @return the answer
     */
    @OPTIONS
    @Path(REST)
    public CompletionStage<Response> options(
            @PathParam("secret") String key, @Context HttpHeaders headers, @Context UriInfo uri) {
        return answer(key, new JaxrsExchange("OPTIONS", headers, uri, InputStream.nullInputStream()));
    }

    private CompletionStage<Response> answer(String key, JaxrsExchange exchange) {
        if (!key.equals(secret)) {
            throw new NotFoundException();
        }
        String path = exchange.pathBelow(PATH + "/" + secret);
        return actions.answer(actions.route(exchange.method(), path), path, exchange)
                .thenApply(Responses::of);
    }
}
