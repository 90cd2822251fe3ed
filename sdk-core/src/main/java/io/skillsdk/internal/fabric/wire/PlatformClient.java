package io.skillsdk.internal.fabric.wire;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.wire.WireFault.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform: within the time of the call, again where that is safe, and with one kind of exception for all that can go
 * wrong. Thread-safe.
 */
public final class PlatformClient {

    private static final Logger LOG = LoggerFactory.getLogger(PlatformClient.class);

    private static final String AGENT = "skill-sdk-java";

    private final Supplier<Wire> wire;

    private final Retries retries;

    /**
     * Makes a client.
     *
     * @param wire gives the wire; asked with the first request
     */
    public PlatformClient(Supplier<Wire> wire, Retries retries) {
        this.wire = wire;
        this.retries = retries;
    }

    /**
     * Asks.
     *
     * @throws FabricException when there is no answer that can be read
     */
    public <T> T send(Caller caller, PlatformRequest request, AnswerReader<T> reader) {
        String token = caller.token(request.what());
        Budget budget = caller.budget(request.time(), request.what());
        boolean mayHaveHappened = false;
        for (int sent = 0; ; sent++) {
            Outcome<T> outcome = once(caller, request, reader, token, budget);
            FabricException failure = outcome.failure();
            if (failure == null) {
                return outcome.result();
            }
            boolean may = outcome.passes() && (request.repeatable() || outcome.kind() == Kind.NOT_SENT);
            Duration pause = retries.pause(sent, outcome.retryAfter());
            if (mayHaveHappened
                    && failure.reason() == Reason.NOT_FOUND
                    && request.method().equals("DELETE")) {
                throw new DeletedBefore(failure);
            }
            if (!may || sent >= retries.more() || pause.compareTo(Duration.ofNanos(budget.leftNanos())) >= 0) {
                throw failure;
            }
            mayHaveHappened |= outcome.kind() == Kind.CUT || isOfAGateway(failure.status());
            LOG.debug("{} failed ({}), and is sent again", request, failure.reason());
            sleep(pause, failure, request);
            token = tokenForAnother(caller, request, failure);
        }
    }

    /** It had no answer, or none in time, from what is behind it, which may have done what was asked. A 503 refuses. */
    private static boolean isOfAGateway(int status) {
        return status == 502 || status == 504;
    }

    /** Without one, what happened before is what counts: something was sent. */
    private static String tokenForAnother(Caller caller, PlatformRequest request, FabricException failure) {
        try {
            return caller.token(request.what());
        } catch (FabricException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** Thrown when a DELETE may have happened and its repetition found nothing: the first one has done it. */
    static final class DeletedBefore extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DeletedBefore(FabricException cause) {
            super(cause);
        }
    }

    /**
     * Deletes.
     *
     * @return false when there was nothing to delete
     */
    public boolean delete(Caller caller, PlatformRequest request) {
        try {
            send(caller, request, JsonAnswers.ignored(request));
            return true;
        } catch (DeletedBefore e) {
            return true;
        } catch (FabricException e) {
            if (e.reason() == Reason.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    /** What came of sending once. */
    private record Outcome<T>(
            @Nullable T value,
            @Nullable FabricException failure,
            @Nullable Kind kind,
            boolean passes,
            @Nullable String retryAfter) {

        @SuppressWarnings("NullAway") // without a failure there is a value
        T result() {
            return value;
        }
    }

    private <T> Outcome<T> once(
            Caller caller, PlatformRequest request, AnswerReader<T> reader, String token, Budget budget) {
        try {
            WireAnswer answer = wire.get().exchange(onTheWire(caller, request, token), budget);
            if (answer.status() >= 200 && answer.status() < 300 && answer.header("x-auth-error") == null) {
                return new Outcome<>(read(reader, answer, token), null, null, false, null);
            }
            FabricException failure = Faults.of(request, answer, token);
            boolean passes = Retries.isPassing(answer.status()) && failure.reason() != Reason.TOKEN_REFUSED;
            return new Outcome<>(null, failure, null, passes, answer.header("retry-after"));
        } catch (WireFault fault) {
            return new Outcome<>(null, exception(request, fault), fault.kind(), passes(fault), null);
        } catch (IOException e) {
            WireFault fault = new WireFault(Kind.CUT, "the answer broke off", e);
            return new Outcome<>(null, exception(request, fault), Kind.CUT, true, null);
        }
    }

    private static <T> T read(AnswerReader<T> reader, WireAnswer answer, String token) throws IOException {
        try {
            return reader.read(answer, token);
        } catch (IOException | RuntimeException e) {
            answer.discard();
            throw e;
        }
    }

    private static boolean passes(WireFault fault) {
        return fault.kind() == Kind.NOT_SENT || fault.kind() == Kind.CUT;
    }

    private static WireRequest onTheWire(Caller caller, PlatformRequest request, String token) {
        Map<String, String> headers = new LinkedHashMap<>(caller.headers());
        headers.put("Authorization", "Bearer " + token);
        headers.put("User-Agent", AGENT);
        headers.put("Accept", request.time() == PlatformRequest.Time.TRANSFER ? "*/*" : "application/json");
        ContentBody body = request.body();
        if (body != null) {
            headers.put("Content-Type", body.contentType());
        }
        return new WireRequest(request.method(), request.url(), headers, body);
    }

    /** The exception for what happened on the wire. */
    static FabricException exception(PlatformRequest request, WireFault fault) {
        boolean unsure = fault.kind() != Kind.NOT_SENT && !request.isReading();
        Reason reason = switch (fault.kind()) {
            case NOT_SENT, CUT -> Reason.UNAVAILABLE;
            case TIMED_OUT -> Reason.TIMED_OUT;
            case INTERRUPTED -> Reason.INTERRUPTED;
            case BODY_FAILED -> throw bodyFailed(request, fault);
        };
        return request.failure(reason, 0, fault.getMessage(), unsure, fault.getCause());
    }

    /** What the author gave could not be read: that is none of the platform's faults. */
    private static RuntimeException bodyFailed(PlatformRequest request, WireFault fault) {
        Throwable cause = fault.getCause();
        if (cause instanceof RuntimeException own) {
            return own;
        }
        return new UncheckedIOException(
                "Cannot read the body of " + request.what() + ".",
                cause instanceof IOException failed ? failed : fault);
    }

    private static void sleep(Duration pause, FabricException failure, PlatformRequest request) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            FabricException interrupted = request.failure(
                    Reason.INTERRUPTED, 0, "while it waited to be sent again", failure.mayHaveHappened(), null);
            interrupted.addSuppressed(failure);
            throw interrupted;
        }
    }
}
