package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The logging context (MDC) of one call on one thread. While it is open, every line of the log names the call; when it is
 * closed, the thread has the context that it had before: neither our keys nor those of an author stay for the next call, and
 * none that was there before is lost. Scopes nest. Each place that runs code of an author opens one around it, and closes it on the
 * same thread.
 */
public final class CallScope {

    private static final String ACTION = "action";

    private static final String ACTIVATION = "activationId";

    private static final String SESSION = "sessionId";

    private static final String SKILL = "skillName";

    private static final String TRACE = "traceId";

    private static final String SPAN = "spanId";

    private static final String REQUEST = "requestId";

    private final @Nullable Map<String, String> found;

    private CallScope() {
        this.found = MDC.getCopyOfContextMap();
    }

    /** Keeps the context of this thread, and adds nothing: for code of an author that is no action, such as a filter. */
    public static CallScope open() {
        return new CallScope();
    }

    /**
     * Opens the scope of a call.
     *
     * @param request its envelope; null where it is not read yet
     */
    static CallScope open(Action action, @Nullable SkillRequest<?> request, TraceIds trace) {
        CallScope scope = open();
        MDC.put(ACTION, action.name());
        if (trace.isPresent()) {
            put(TRACE, trace.traceId());
            put(SPAN, trace.spanId());
            put(REQUEST, trace.requestId());
        }
        if (request != null) {
            scope.identify(request);
        }
        return scope;
    }

    /**
     * Does some work of a call within a scope of its own.
     *
     * @param request its envelope; null where it is not read yet
     */
    static <T> T within(Action action, @Nullable SkillRequest<?> request, TraceIds trace, Function<CallScope, T> work) {
        CallScope scope = open(action, request, trace);
        try {
            return work.apply(scope);
        } finally {
            scope.close();
        }
    }

    /** Adds what the envelope says of the call. */
    void identify(SkillRequest<?> request) {
        put(ACTIVATION, request.activationId().orElse(null));
        put(SESSION, request.sessionId().orElse(null));
        put(SKILL, request.skillName().orElse(null));
    }

    /** Adds what is known of a call whose envelope cannot be read. */
    void identify(@Nullable String activationId) {
        put(ACTIVATION, activationId);
    }

    /** Gives the thread back the context that it had. */
    public void close() {
        if (found == null || found.isEmpty()) {
            MDC.clear();
        } else {
            MDC.setContextMap(found);
        }
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key); // of the thread's own context, and so not of this call
        } else {
            MDC.put(key, CallLog.inOneLine(value));
        }
    }
}
