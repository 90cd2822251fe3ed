package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.text.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of calls: which one, never what was in it. */
final class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.calls");

    /** The most characters of a line that a caller has a say in. */
    private static final int LONGEST = 1000;

    private CallLog() {}

    /** The caller's fault: one line. */
    static void refused(Action action, @Nullable String activationId, int status, String detail) {
        LOG.info("{} answered {} to activation {}: {}", action.name(), status, orNone(activationId), inOneLine(detail));
    }

    /** The call does not run: one line. */
    static void rejected(Action action, TraceIds trace, int status, String detail) {
        CallScope scope = CallScope.open(action, null, trace);
        try {
            refused(action, null, status, detail);
        } finally {
            scope.close();
        }
    }

    /** The action has not answered in time: one line with where it was. */
    static void expired(
            Action action,
            @Nullable SkillRequest<?> request,
            TraceIds trace,
            String limit,
            StackTraceElement @Nullable [] stack) {
        Throwable where = stack == null ? null : new ActionStillRunning(stack);
        String activationId = request == null ? null : request.activationId().orElse(null);
        CallScope scope = CallScope.open(action, request, trace);
        try {
            LOG.error(
                    "{} did not answer within {} in activation {}", action.name(), limit, orNone(activationId), where);
        } finally {
            scope.close();
        }
    }

    /** What its end by an interrupt is, is told already: that the call was given up. */
    static void interrupted(Action action, @Nullable String activationId) {
        LOG.info(
                "{} has ended in activation {}, interrupted as its call was given up",
                action.name(),
                orNone(activationId));
    }

    /** Where an action is that has run out of time. */
    private static final class ActionStillRunning extends Exception {

        private static final long serialVersionUID = 1L;

        private ActionStillRunning(StackTraceElement[] stack) {
            super("the action was here", null, false, true);
            setStackTrace(stack);
        }
    }

    /** The action's fault: one line with its cause. */
    static void failed(Action action, @Nullable String activationId, String what, Throwable cause) {
        try {
            LOG.error("{} failed in activation {}: {}", action.name(), orNone(activationId), what, cause);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            // an exception may throw anything from its own getMessage
            LOG.error(
                    "{} failed in activation {}: {} with {}, which cannot be printed",
                    action.name(),
                    orNone(activationId),
                    what,
                    cause.getClass().getName());
        }
    }

    /** A task of a call has failed, after its answer: one line with its cause, in the scope of the call. */
    static void taskFailed(String task, String owner, Throwable cause) {
        try {
            LOG.error("The background task '{}' of {} failed", inOneLine(task), owner, cause);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            LOG.error(
                    "The background task '{}' of {} failed with {}, which cannot be printed",
                    inOneLine(task),
                    owner,
                    cause.getClass().getName());
        }
    }

    static String orNone(@Nullable String activationId) {
        return activationId == null ? "(none)" : inOneLine(activationId);
    }

    /** What a caller has sent must not look like another line of the log, nor fill it. */
    static String inOneLine(String text) {
        return LogText.inOneLine(text, LONGEST);
    }
}
