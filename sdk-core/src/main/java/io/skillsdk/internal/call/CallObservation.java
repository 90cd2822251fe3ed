package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import io.skillsdk.call.StartedCall;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.failure.FatalErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the listeners are told of one call. It exists only where there are listeners; {@link CallEnd} knows when it has ended. */
final class CallObservation implements StartedCall {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private final List<CallListener> listeners;

    private final Executor delivery;

    private final Action action;

    private final Map<String, String> headers;

    private final TraceIds trace;

    private final int requestBytes;

    private final Instant arrival = Instant.now();

    private final long arrived = System.nanoTime();

    // written by the thread that runs the call, and read by the one that ends it, which comes after it or has seen it
    // end
    private volatile long began;

    private final CompletableFuture<@Nullable Void> told = new CompletableFuture<>();

    private CallObservation(PipelineOptions options, Action action, ActionCall call, TraceIds trace) {
        this.listeners = options.listeners();
        this.delivery = options.delivery();
        this.action = action;
        // the server uses a request's memory again, while listeners may hear of it later
        this.headers = headers(options.headers(), call);
        this.trace = trace;
        this.requestBytes = call.body().length;
    }

    private static Map<String, String> headers(Set<String> wanted, ActionCall call) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<String, String> found = new HashMap<>();
        call.headers().forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (wanted.contains(key) && !values.isEmpty()) {
                found.putIfAbsent(key, values.get(0));
            }
        });
        return found;
    }

    /** An observation of a call, or null where there is no listener. */
    static @Nullable CallObservation of(PipelineOptions options, Action action, ActionCall call, TraceIds trace) {
        return options.listeners().isEmpty() ? null : new CallObservation(options, action, call, trace);
    }

    /** The action is about to be called. */
    void begin() {
        began = System.nanoTime();
        deliver(null, listener -> listener.began(this));
    }

    /** Completes once the listeners were told of the end; never fails. */
    CompletableFuture<@Nullable Void> told() {
        return told;
    }

    /** The call has ended. */
    void end(int status, CallOutcome outcome, int bytes, long end, @Nullable SkillRequest<?> request) {
        try {
            tell(status, outcome, bytes, end, request);
        } finally {
            told.complete(null);
        }
    }

    private void tell(int status, CallOutcome outcome, int bytes, long end, @Nullable SkillRequest<?> request) {
        boolean ran = began != 0;
        if (!ran) {
            deliver(request, listener -> listener.began(this));
        }
        EndedCall call = new EndedCall(
                this,
                status,
                outcome,
                request == null ? Optional.empty() : request.activationId(),
                Duration.ofNanos((ran ? began : end) - arrived),
                ran ? Duration.ofNanos(end - began) : Duration.ZERO,
                requestBytes,
                bytes);
        deliver(request, listener -> listener.ended(call));
    }

    private void deliver(@Nullable SkillRequest<?> request, Consumer<CallListener> event) {
        try {
            delivery.execute(() -> notifyAll(request, event));
        } catch (RejectedExecutionException e) {
            LOG.debug("The listeners are too slow: an event of {} is not told", action.name());
        }
    }

    private void notifyAll(@Nullable SkillRequest<?> request, Consumer<CallListener> event) {
        for (CallListener listener : listeners) {
            CallScope scope = CallScope.open(action, request, trace);
            try {
                event.accept(listener);
            } catch (Throwable e) {
                FatalErrors.rethrow(e);
                LOG.warn("The call listener {} failed", listener.getClass().getName(), e);
            } finally {
                scope.close();
            }
        }
    }

    @Override
    public String action() {
        return action.name();
    }

    @Override
    public String method() {
        return action.method();
    }

    @Override
    public String route() {
        return action.path();
    }

    @Override
    public Instant arrival() {
        return arrival;
    }

    @Override
    public Optional<String> header(String name) {
        Objects.requireNonNull(name, "name");
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
