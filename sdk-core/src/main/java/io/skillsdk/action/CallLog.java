package io.skillsdk.action;

import io.skillsdk.SkillRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What the log says of calls: which one, never what was in it. */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    private CallLog() {}

    /** Names the call in the logging context of this thread until closed. */
    static void open(Action action, SkillRequest<?> request) {
        MDC.put("action", action.name());
        put("activationId", request.activationId().orElse(null));
        put("sessionId", request.sessionId().orElse(null));
        put("skillName", request.skillName().orElse(null));
    }

    static void close() {
        MDC.remove("action");
        MDC.remove("activationId");
        MDC.remove("sessionId");
        MDC.remove("skillName");
    }

    /** The caller's fault: one line. */
    static void refused(Action action, @Nullable String activationId, int status, String detail) {
        LOG.info("{} answered {} to activation {}: {}", action.name(), status, orNone(activationId), detail);
    }

    /** The action's fault: one line with its cause. */
    static void failed(Action action, @Nullable String activationId, String what, Throwable cause) {
        try {
            LOG.error("{} failed in activation {}: {}", action.name(), orNone(activationId), what, cause);
        } catch (RuntimeException | StackOverflowError e) {
            // an exception may throw from its own getMessage
            LOG.error(
                    "{} failed in activation {}: {} with {}, which cannot be printed",
                    action.name(),
                    orNone(activationId),
                    what,
                    cause.getClass().getName());
        }
    }

    private static void put(String key, @Nullable String value) {
        if (value != null) {
            MDC.put(key, value);
        }
    }

    private static String orNone(@Nullable String activationId) {
        return activationId == null ? "(none)" : activationId;
    }
}
