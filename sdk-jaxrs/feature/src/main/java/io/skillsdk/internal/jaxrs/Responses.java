package io.skillsdk.internal.jaxrs;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ReasonPhrase;
import io.skillsdk.internal.http.HttpActions;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers in JAX-RS terms. The bytes are written as they are: no provider of the application touches them. */
final class Responses {

    static final MediaType JSON = MediaType.valueOf(HttpActions.MEDIA_TYPE);

    private Responses() {}

    static Response of(ActionAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status(), ReasonPhrase.of(answer.status()));
        answer.headers().forEach(response::header);
        return response.type(JSON).entity(answer.body()).build();
    }
}
