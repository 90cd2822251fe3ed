package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.skillsdk.call.CallMeter;
import io.skillsdk.call.CallOutcome;
import java.util.Set;

/** Names the agent's span of a call that reaches no interceptor, while it is still the current one. */
final class AgentRoutes implements CallMeter {

    /** The outcomes of calls whose action was not called. */
    static final Set<CallOutcome> NOT_CALLED = Set.of(CallOutcome.INVALID, CallOutcome.OVERLOADED);

    @Override
    public ActionMeter of(String action, String method, String route) {
        return (status, outcome, nanos) -> {
            if (NOT_CALLED.contains(outcome)) {
                JavaAgent.tellRoute(Span.current(), method, route);
            }
        };
    }
}
