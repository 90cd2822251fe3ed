package io.skillsdk.internal.daemon.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.answer.ReasonPhrase;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.http.HttpActions;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors of Jersey, and of the author's own resources, in the form of all others; mappers of the author's take precedence. */
final class JerseyErrors implements ExceptionMapper<Throwable>, ContainerResponseFilter {

    private static final Logger LOG = LoggerFactory.getLogger(JerseyErrors.class);

    @Override
    public Response toResponse(Throwable thrown) {
        FatalErrorExit.endIfFatal(thrown);
        if (!(thrown instanceof WebApplicationException refused)) {
            LOG.error("A resource failed", thrown);
            return response(ErrorAnswers.daemonFailed());
        }
        Response chosen = refused.getResponse();
        if (chosen.hasEntity() || chosen.getStatus() < 400) {
            return chosen;
        }
        if (chosen.getStatus() == 404) {
            return chosen; // ActionFilter knows what there is instead
        }
        Response error = response(ErrorAnswers.of(chosen.getStatus(), phrase(chosen) + "."));
        Response.ResponseBuilder withHeaders = Response.fromResponse(error);
        chosen.getHeaders().forEach((name, values) -> values.forEach(value -> withHeaders.header(name, value)));
        return withHeaders.build();
    }

    /** Jersey refuses a header that it cannot read without a word, and before it has found who is to answer. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == 400
                && !response.hasEntity()
                && ((ExtendedUriInfo) request.getUriInfo()).getMatchedResourceMethod() == null) {
            ActionAnswer answer =
                    ErrorAnswers.of(400, "A header of the request, such as Content-Type, has no valid value.");
            response.setEntity(answer.body(), null, MediaType.APPLICATION_JSON_TYPE);
        }
        if (response.getStatus() >= 400 && isOfJaxRs(response.getStatusInfo())) {
            response.setStatusInfo(new Registered(Response.Status.fromStatusCode(response.getStatus())));
        }
    }

    /** The phrase that the author has chosen, or else the one that is registered now. */
    private static String phrase(Response response) {
        Response.StatusType status = response.getStatusInfo();
        return isOfJaxRs(status) ? ReasonPhrase.of(status.getStatusCode()) : status.getReasonPhrase();
    }

    private static boolean isOfJaxRs(Response.StatusType status) {
        Response.Status known = Response.Status.fromStatusCode(status.getStatusCode());
        return known != null && known.getReasonPhrase().equals(status.getReasonPhrase());
    }

    /** A status with the phrase that is registered now: JAX-RS has older ones for some. */
    private record Registered(Response.Status known) implements Response.StatusType {
        @Override
        public int getStatusCode() {
            return known.getStatusCode();
        }

        @Override
        public Response.Status.Family getFamily() {
            return known.getFamily();
        }

        @Override
        public String getReasonPhrase() {
            return ReasonPhrase.of(known.getStatusCode());
        }
    }

    static Response response(ActionAnswer answer) {
        return Response.status(answer.status(), ReasonPhrase.of(answer.status()))
                .type(HttpActions.MEDIA_TYPE)
                .entity(answer.body())
                .build();
    }
}
