package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.skillsdk.SkillException;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.call.InterceptedCall;
import io.skillsdk.daemon.extension.ActionDescription;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server span around each action, which is the current one while the action runs. Of an action that answers later it ends
 * with its stage. Where the Java agent has made a span, that one is given its route and what went wrong.
 */
final class CallSpans implements ActionInterceptor {

    private static final int OK = 200;

    private static final int FAILED = 500;

    private static final int TIMED_OUT = 504;

    private final Spans spans;

    private final Function<String, Optional<ActionDescription>> actions;

    CallSpans(Spans spans, Function<String, Optional<ActionDescription>> actions) {
        this.spans = spans;
        this.actions = actions;
    }

    @Override
    @SuppressWarnings("try") // the span is current within, and nothing else is done with its scope
    public @Nullable Object intercept(InterceptedCall call) throws Exception {
        Span agents = Span.current();
        boolean own = !agents.getSpanContext().isValid();
        Span span = own ? start(call) : named(agents, call);
        call.context().activationId().ifPresent(id -> span.setAttribute("skill.activation_id", id));
        try (Scope current = span.makeCurrent()) {
            Object result = call.proceed();
            if (result instanceof CompletionStage<?> stage) {
                // the stage itself goes on, as a time-out has to reach it
                var unused = stage.whenComplete((value, failure) -> end(span, own, call, failure));
            } else {
                end(span, own, call, null);
            }
            return result;
        } catch (Throwable e) {
            end(span, own, call, e);
            throw e;
        }
    }

    private Span start(InterceptedCall call) {
        ActionDescription action = actions.apply(call.action()).orElse(null);
        return spans.server(
                        call.action(),
                        action == null ? "POST" : action.method(),
                        action == null ? call.action() : action.path(),
                        name -> call.context().header(name).orElse(null))
                .startSpan();
    }

    private Span named(Span agents, InterceptedCall call) {
        actions.apply(call.action()).ifPresent(action -> JavaAgent.tellRoute(agents, action.method(), action.path()));
        return agents;
    }

    private static void end(Span span, boolean own, InterceptedCall call, @Nullable Throwable failure) {
        Throwable cause = unwrapped(failure);
        Spans.answered(span, status(cause, call), cause);
        if (own) {
            span.end();
        }
    }

    private static int status(@Nullable Throwable failure, InterceptedCall call) {
        if (failure == null) {
            return OK;
        }
        if (failure instanceof SkillException refused) {
            return refused.status();
        }
        return call.context().remaining().isZero() ? TIMED_OUT : FAILED;
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
        if (failure instanceof CompletionException || failure instanceof ExecutionException) {
            return failure.getCause() == null ? failure : failure.getCause();
        }
        return failure;
    }
}
