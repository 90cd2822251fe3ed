package io.skillsdk.internal.call;

import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.Violation;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.answer.ErrorAnswers;
import io.skillsdk.internal.answer.ReasonPhrase;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.failure.Interrupts;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What a call is answered with that went wrong, and the one line of the log that goes with it. */
public final class FailureAnswers {

    /** More layers than this are not looked through: exceptions can cause each other in a circle. */
    private static final int MOST_LAYERS = 100;

    private final ExceptionMappings mappings;

    FailureAnswers(ExceptionMappings mappings) {
        this.mappings = mappings;
    }

    /** A body that is not JSON, or that the payload's type refuses. */
    public static ActionAnswer unreadable(Action action, ActionCall call, UnreadableBodyException fault) {
        ActionAnswer answer = unreadable(call.contentType(), fault);
        CallLog.refused(action, fault.activationId(), answer.status(), detail(call.contentType(), fault));
        return answer;
    }

    /** The same for a body that has not chosen its action yet. */
    public static ActionAnswer unreadable(String contentType, UnreadableBodyException fault) {
        int status = isTakenForJson(contentType, fault) ? 400 : 415;
        // what is not JSON was perhaps cut: an agent can pass on a Content-Length that does not fit (gateway)
        Map<String, String> headers = fault.isJson() ? Map.of() : ErrorAnswers.CLOSE;
        return ErrorAnswers.of(status, detail(contentType, fault), fault.activationId(), fault.violations(), headers)
                .as(CallOutcome.INVALID);
    }

    private static String detail(String contentType, UnreadableBodyException fault) {
        return isTakenForJson(contentType, fault)
                ? fault.detail()
                : fault.detail() + " Its Content-Type is " + contentType + ", not application/json.";
    }

    /** The gateway always declares JSON, a plain curl declares a form: what counts is what the body is. */
    private static boolean isTakenForJson(String contentType, UnreadableBodyException fault) {
        return fault.isJson() || contentType.isEmpty() || contentType.contains("json");
    }

    /** A payload or a parameter that the action does not allow. */
    static ActionAnswer invalid(Action action, SkillRequest<?> request, List<Violation> violations) {
        String detail = describe(violations);
        String activationId = request.activationId().orElse(null);
        CallLog.refused(action, activationId, 400, detail);
        return ErrorAnswers.of(400, detail, activationId, violations, Map.of()).as(CallOutcome.INVALID);
    }

    /** The first violation in a sentence, and how many there are. */
    static String describe(List<Violation> violations) {
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "." : ", and " + (violations.size() - 1) + " more.";
        String what = first.field().startsWith("payload") ? "The payload" : "The request";
        return what + " is not valid: " + first.field() + " " + first.message() + more;
    }

    /** The author's code speaks while the payload is bound: with a status of its own, or for the log. */
    ActionAnswer unbound(RunningCall running, PayloadFailure failure) {
        SkillRequest.Builder<Map<String, Object>> request = SkillRequest.builder(Map.of());
        if (failure.activationId() != null) {
            request.field("activationId", failure.activationId());
        }
        return thrown(running, request.build(), Objects.requireNonNullElse(failure.getCause(), failure));
    }

    /** What came out of an action that is no result. */
    ActionAnswer thrown(RunningCall running, SkillRequest<?> request, Throwable thrown) {
        Action action = running.action();
        try {
            Throwable cause = unwrap(thrown);
            FatalErrors.rethrow(cause);
            if (running.isAnswered()) {
                return belated(action, request, unwrapStage(thrown));
            }
            SkillException chosen = mapped(cause, thrown);
            if (chosen != null) {
                return chosen(action, request, chosen, cause);
            }
            if (cause instanceof FabricException fault) {
                return PlatformFailures.answer(action, request, fault, unwrapStage(thrown));
            }
            return running.isLeft(cause)
                    ? failure(action, request).leaving(cause)
                    : failed(action, request, "it threw an exception", unwrapStage(thrown));
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            // an author's exception may throw from its own methods
            return failed(action, request, "its exception cannot be read, as a method of it throws", e);
        }
    }

    /** What was thrown counts, or else what the JDK has put around it; a mapping may throw, too. */
    private @Nullable SkillException mapped(Throwable cause, Throwable thrown) {
        try {
            SkillException mapped = mappings.map(cause);
            return mapped != null ? mapped : mappings.map(thrown);
        } catch (SkillException e) {
            return e;
        }
    }

    /** The action's own fault: the caller reads a neutral sentence, the log has the cause. */
    static ActionAnswer failed(Action action, SkillRequest<?> request, @Nullable String what, Throwable cause) {
        CallLog.failed(action, request.activationId().orElse(null), String.valueOf(what), cause);
        return failure(action, request);
    }

    private static ActionAnswer failure(Action action, SkillRequest<?> request) {
        String activationId = request.activationId().orElse(null);
        return ErrorAnswers.of(
                        500,
                        "The action '" + action.name() + "' failed. The cause is in the skill's log"
                                + (activationId == null ? "." : ", under this activation's id."),
                        activationId,
                        List.of(),
                        Map.of())
                .as(CallOutcome.FAILED);
    }

    private static ActionAnswer chosen(
            Action action, SkillRequest<?> request, SkillException chosen, Throwable thrown) {
        String activationId = request.activationId().orElse(null);
        String message = chosen.getMessage();
        // a subclass may answer null
        String detail = message == null ? ReasonPhrase.of(chosen.status()) + "." : message;
        if (thrown != chosen && chosen.status() >= 500) {
            CallLog.failed(action, activationId, "answered " + chosen.status(), thrown);
        } else if (chosen.getCause() != null) {
            CallLog.failed(action, activationId, "answered " + chosen.status(), chosen);
        } else {
            CallLog.refused(action, activationId, chosen.status(), detail);
        }
        return ErrorAnswers.of(chosen.status(), detail, activationId, chosen.violations(), Map.of())
                .as(CallOutcome.REFUSED);
    }

    /** Its caller has another answer already: this one is dropped. */
    private static ActionAnswer belated(Action action, SkillRequest<?> request, Throwable thrown) {
        String activationId = request.activationId().orElse(null);
        boolean ofPlatform =
                unwrap(thrown) instanceof FabricException fault && fault.reason() == FabricException.Reason.INTERRUPTED;
        if (ofPlatform || Interrupts.isCauseOf(thrown)) {
            CallLog.interrupted(action, activationId);
        } else {
            CallLog.failed(action, activationId, "it threw an exception after its call was given up", thrown);
        }
        return failure(action, request);
    }

    /** What was thrown in the first place, inside what the JDK puts around it. */
    private static Throwable unwrap(Throwable thrown) {
        Throwable inner = thrown;
        for (int layer = 0; layer < MOST_LAYERS && isWrapper(inner) && inner.getCause() != null; layer++) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ExecutionException
                || thrown instanceof CompletionException
                || thrown instanceof InvocationTargetException
                || thrown instanceof UndeclaredThrowableException;
    }

    /** What goes into the log: a stage's own wrapper says nothing, the others say where the action waited. */
    private static Throwable unwrapStage(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }
}
