package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.http.HttpActions;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.server.ErrorPageGenerator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** The server's own errors in the form of all others, without its stack traces. */
public final class JsonErrorPages implements ErrorPageGenerator {

    @Override
    public String generate(
            Request request,
            int status,
            @Nullable String reasonPhrase,
            @Nullable String description,
            @Nullable Throwable exception) {
        request.getResponse().setContentType(HttpActions.MEDIA_TYPE);
        String detail = status < 500 ? "The request is not understood." : "The daemon could not answer.";
        return new String(ErrorAnswers.of(status, detail).body(), StandardCharsets.UTF_8);
    }
}
