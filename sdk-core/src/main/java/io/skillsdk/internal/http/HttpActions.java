package io.skillsdk.internal.http;

import io.skillsdk.call.RefusalReason;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import io.skillsdk.internal.routing.Route;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Actions over HTTP: what every door over HTTP answers, down to the byte. Thread-safe. */
public final class HttpActions {

    /** The media type of every answer. */
    public static final String MEDIA_TYPE = "application/json";

    /** The default of the most bytes of a body, after uncompressing. */
    public static final int DEFAULT_MAX_REQUEST_BYTES = 1024 * 1024;

    /** The default of the time for an answer: what the platform's documentation gives a daemon. */
    public static final Duration DEFAULT_TIMEOUT = ActionDefaults.TIMEOUT;

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private static final byte[] NO_BODY = new byte[0];

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline;

    private final RequestBodies bodies;

    private final Duration timeout;

    private final Refusals refusals;

    /**
     * Makes the actions of a door.
     *
     * @param pipeline what calls the actions
     * @param limit the most bytes of a body
     * @param timeout what the context tells an action that it has; the one that runs it enforces it
     * @param refusals counts what is refused
     */
    public HttpActions(
            ActionCatalog catalog, ActionPipeline pipeline, BodyLimit limit, Duration timeout, Refusals refusals) {
        this.catalog = catalog;
        this.pipeline = pipeline;
        this.bodies = new RequestBodies(limit);
        this.timeout = timeout;
        this.refusals = refusals;
    }

    /**
     * Uncompresses a body that is not an action's, with the same limit and the same answers.
     *
     * @param sent the body as it was sent
     * @param encoding its {@code Content-Encoding}, or {@code ""}
     * @throws RefusedBodyException when it cannot be uncompressed, or to too much
     */
    public byte[] uncompress(byte[] sent, String encoding) throws RefusedBodyException {
        return sent.length == 0 ? sent : bodies.uncompress(sent, encoding);
    }

    /** Finds the action for a method and an undecoded path. */
    public Route route(String method, String path) {
        return catalog.route(method, path);
    }

    /** Answers a request that no action takes. */
    public ActionAnswer refuse(Route route, String path, String method) {
        refusals.count(route instanceof Route.WrongMethod ? RefusalReason.WRONG_METHOD : RefusalReason.UNKNOWN_PATH);
        return catalog.refuse(route, method, path);
    }

    /** Answers a call for which there is no place now. */
    public void refuse(Invocation invocation, String detail) {
        refusals.count(RefusalReason.OVERLOADED);
        invocation.refuse(detail);
    }

    /** Answers a request for something else than an action, for which there is no place now. */
    public ActionAnswer tooBusy(String detail) {
        refusals.count(RefusalReason.OVERLOADED);
        return ErrorAnswers.tooBusy(detail);
    }

    /**
     * Reads a body and invokes the action.
     *
     * @param runner runs the invocation, now or later
     * @param refused is told of the answer to a body that never reaches an action
     * @param mapped tells of an exception out of the action that it is answered elsewhere: the answer then has it as its
     *     {@link ActionAnswer#failure}
     */
    public CompletableFuture<ActionAnswer> invoke(
            Route.Found found,
            HttpExchange exchange,
            InputStream body,
            Consumer<Invocation> runner,
            Consumer<ActionAnswer> refused,
            Predicate<Throwable> mapped) {
        try {
            Invocation invocation = prepare(found, exchange, read(found, exchange, body));
            invocation.leaveFailures(mapped);
            runner.accept(invocation);
            return invocation.answer();
        } catch (RefusedBodyException e) {
            refused.accept(e.answer());
            return CompletableFuture.completedFuture(e.answer());
        }
    }

    private byte[] read(Route.Found found, HttpExchange exchange, InputStream body) throws RefusedBodyException {
        if (!found.takesBody()) {
            return NO_BODY;
        }
        byte[] received = body instanceof ReceivedBody whole ? whole.untouched() : null;
        try {
            return received != null ? received : bodies.read(exchange, body);
        } catch (RefusedBodyException e) {
            refusals.count(e.reason());
            throw e;
        }
    }

    /**
     * Makes a call with a body that is read already ready to be run.
     *
     * @param sent the body as it was sent, perhaps compressed
     * @throws RefusedBodyException when it cannot be uncompressed, or to too much, or chooses no action; and nothing else but a
     *     {@linkplain FatalErrors fatal error}
     */
    public Invocation prepare(Route.Found found, HttpExchange exchange, byte[] sent) throws RefusedBodyException {
        try {
            return prepared(found, exchange, sent.length == 0 ? sent : bodies.decode(sent, exchange));
        } catch (RefusedBodyException e) {
            refusals.count(e.reason());
            throw e;
        } catch (RuntimeException | Error e) {
            FatalErrors.rethrow(e);
            // the client waits for an answer, whatever has gone wrong before the action's turn
            LOG.error(
                    "{} could not be called: its body cannot be read",
                    found.action().name(),
                    e);
            throw RefusedBodyException.failed();
        }
    }

    private Invocation prepared(Route.Found found, HttpExchange exchange, byte[] body) throws RefusedBodyException {
        Action action = found.action();
        Map<String, String> pathParameters = found.pathParameters();
        if (found.byBody()) {
            Dispatched dispatched = catalog.dispatch(found, body, exchange.header("Content-Type"));
            if (dispatched instanceof Dispatched.Refused refused) {
                throw RefusedBodyException.chooses(refused.answer());
            }
            action = ((Dispatched.To) dispatched).action();
            pathParameters = ((Dispatched.To) dispatched).pathParameters();
        }
        return pipeline.prepare(action, new HttpCall(body, pathParameters, exchange, timeout.minus(exchange.spent())));
    }
}
