package io.skillsdk.http;

import io.skillsdk.action.ActionAnswer;
import io.skillsdk.action.ActionCatalog;
import io.skillsdk.action.ActionPipeline;
import io.skillsdk.action.Errors;
import io.skillsdk.action.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Actions over HTTP: what every door over HTTP answers, down to the byte. Thread-safe. */
public final class HttpActions {

    /** The media type of every answer. */
    public static final String MEDIA_TYPE = "application/json";

    /** The default of the most bytes of a body, after uncompressing. */
    public static final int DEFAULT_MAX_REQUEST_BYTES = 1024 * 1024;

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline = new ActionPipeline();

    private final RequestBodies bodies;

    private final Duration timeout = Duration.ofSeconds(30);

    /**
     * Makes the door's back.
     *
     * @param maxRequestBytes the most bytes of a body, after uncompressing
     */
    public HttpActions(ActionCatalog catalog, int maxRequestBytes) {
        this.catalog = catalog;
        this.bodies = new RequestBodies(maxRequestBytes);
    }

    /** Finds the action for a method and an undecoded path. */
    public Route route(String method, String path) {
        return catalog.route(method, path);
    }

    /** Answers a request that no action takes. */
    public ActionAnswer refuse(Route route, String path, String method) {
        return route instanceof Route.WrongMethod wrong
                ? Errors.wrongMethod(method, path, wrong.allowed())
                : Errors.unknownPath(path, catalog);
    }

    /** Invokes an action; the answer is complete already unless the action is asynchronous. */
    public CompletionStage<ActionAnswer> invoke(Route.Found found, HttpExchange exchange) {
        byte[] body;
        try {
            body = found.action().takesBody() ? bodies.read(exchange) : new byte[0];
        } catch (RefusedBodyException e) {
            return CompletableFuture.completedFuture(e.answer());
        }
        Instant deadline = Instant.now().plus(timeout);
        return pipeline.invoke(found.action(), new HttpCall(body, found.pathParameters(), exchange, deadline));
    }
}
