package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import io.skillsdk.call.StartedCall;
import java.util.Set;

/** Records the calls that reach no interceptor, since their payload is not valid or there was no slot for them. */
final class RefusedCallSpans implements CallListener {

    private final Spans spans;

    RefusedCallSpans(Spans spans) {
        this.spans = spans;
    }

    @Override
    public Set<String> headers() {
        return Spans.HEADERS;
    }

    @Override
    public void ended(EndedCall ended) {
        if (AgentRoutes.NOT_CALLED.contains(ended.outcome())) {
            StartedCall call = ended.call();
            Span span = spans.server(
                            call.action(),
                            call.method(),
                            call.route(),
                            name -> call.header(name).orElse(null))
                    .setStartTimestamp(call.arrival())
                    .startSpan();
            ended.activationId().ifPresent(id -> span.setAttribute("skill.activation_id", id));
            Spans.answered(span, ended.status(), null);
            span.end(call.arrival().plus(ended.waited()).plus(ended.took()));
        }
    }
}
