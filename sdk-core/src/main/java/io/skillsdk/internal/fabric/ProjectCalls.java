package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.FabricScope;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.AnswerReader;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.TransferStream;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the platform about one project on behalf of one call. */
final class ProjectCalls {

    static final String API = "/fabric/v4/";

    private final SharedClient client;

    private final FabricScope scope;

    private final String project;

    ProjectCalls(SharedClient client, FabricScope scope, String project) {
        this.client = client;
        this.scope = scope;
        this.project = project;
    }

    String project() {
        return project;
    }

    ProjectCalls project(String other) {
        return new ProjectCalls(client, scope, other);
    }

    /** What was found out about the platform's sessions. */
    SessionForms sessionForms() {
        return client.forms();
    }

    FabricScope scope() {
        return scope;
    }

    /** A URL of the API below {@code /fabric/v4}. */
    String api(String rest) {
        return scope.endpoints().api() + API + rest;
    }

    /** A URL of the API below the project. */
    String url(String rest) {
        return api("projects/" + segment() + "/" + rest);
    }

    /** The project as a segment of a path. */
    String segment() {
        return UrlText.segment(project, "project '" + project + "'");
    }

    /** A thing of the project, in words. */
    String words(String kind, String name) {
        return kind + " '" + name + "' of project '" + project + "'";
    }

    /** All things of a kind in the project, in words. */
    String words(String kind) {
        return "the " + kind + " of project '" + project + "'";
    }

    /** JSON, of which {@code success: false} is a failure. */
    JsonDocument json(PlatformRequest request) {
        return send(request, client.answers().successful(request));
    }

    /** JSON as it is. */
    JsonDocument anyJson(PlatformRequest request) {
        return send(request, client.answers().of(request));
    }

    /** JSON of what may be missing. */
    Optional<JsonDocument> find(PlatformRequest request) {
        return orEmpty(() -> Optional.of(json(request)));
    }

    boolean delete(PlatformRequest request) {
        return client.client().delete(scope, request);
    }

    <T> T send(PlatformRequest request, AnswerReader<T> reader) {
        return client.client().send(scope, request, reader);
    }

    /**
     * A download.
     *
     * @param check asks the same for JSON, to tell a page that is wanted from one that asks to log in
     */
    Download download(PlatformRequest request, String name, Runnable check) {
        PlatformRequest transfer = request.within(PlatformRequest.Time.TRANSFER);
        Download download = send(transfer, (answer, token) -> {
            TransferStream stream = new TransferStream(transfer, answer.body(), scope::closed);
            scope.opened(stream);
            return new Download(
                    name,
                    Optional.ofNullable(answer.header("content-type")).orElse(""),
                    answer.length(),
                    Optional.ofNullable(answer.header("etag")),
                    stream);
        });
        if (download.contentType().contains("html") && download.etag().isEmpty()) {
            try {
                check.run();
            } catch (RuntimeException e) {
                download.close();
                throw e;
            }
        }
        return download;
    }

    /** A body of JSON. */
    static ContentBody body(@Nullable Object json) {
        return ContentBody.of(JsonDocument.of(json).bytes()).as("application/json");
    }

    /** What may be missing, where missing is no failure. */
    static <T> Optional<T> orEmpty(Supplier<Optional<T>> asked) {
        try {
            return asked.get();
        } catch (FabricException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
