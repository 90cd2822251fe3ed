package io.skillsdk.internal.action;

import io.skillsdk.SkillException;
import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.AnswerWriter;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.UnwritableResultException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a call to the bytes of its answer: decode, bind, check, call, normalise, encode. The one way to
 * invoke an action, whichever door the call came through. Thread-safe.
 */
public final class ActionPipeline {

    /** The most bytes of an answer that the platform takes (documentation: 512 kB). */
    public static final int MAX_ANSWER_BYTES = 512 * 1024;

    private final PayloadValidator check = PayloadValidator.find();

    private final AnswerWriter writer = new AnswerWriter(MAX_ANSWER_BYTES);

    /** Makes a call ready to be run. */
    public Invocation prepare(Action action, ActionCall call) {
        return new Invocation(this, action, call);
    }

    /**
     * Invokes an action on this thread, and never fails: whatever goes wrong becomes an answer.
     *
     * @return the answer; already complete unless the action is asynchronous
     */
    public CompletableFuture<ActionAnswer> invoke(Action action, ActionCall call) {
        Invocation invocation = prepare(action, call);
        invocation.run();
        return invocation.answer();
    }

    void execute(Invocation invocation) {
        Action action = invocation.action();
        SkillRequest<?> request;
        try {
            request = action.read(invocation.call().body());
        } catch (UnreadableBodyException e) {
            invocation.answer().complete(unreadable(action, invocation.call(), e));
            return;
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // out of a reader of the author's, or of a constructor
            invocation.answer().complete(failed(action, SkillRequest.of(Map.of()), "its payload cannot be read", e));
            return;
        }
        invocation.opened(request);
        CallLog.open(action, request);
        try {
            List<Violation> violations = action.takesPayload() ? check.check(action, request.payload()) : List.of();
            if (!violations.isEmpty()) {
                invocation.answer().complete(invalid(action, request, violations));
                return;
            }
            Object result = action.call(request, invocation.call());
            if (result instanceof CompletionStage<?> stage) {
                var unused = stage.whenComplete((value, failure) -> finishLater(invocation, request, value, failure));
            } else {
                invocation.answer().complete(finish(action, request, result, null));
            }
        } catch (Throwable e) {
            finishFailed(invocation, request, e);
        } finally {
            CallLog.close();
        }
    }

    /**
     * Reads and checks a body as {@link #invoke} does, without calling the action.
     *
     * @return why it would be refused, or null when it would not
     */
    public @Nullable String refusal(Action action, byte[] body) {
        try {
            SkillRequest<?> request = action.read(body);
            List<Violation> violations = action.takesPayload() ? check.check(action, request.payload()) : List.of();
            return violations.isEmpty() ? null : describe(violations);
        } catch (UnreadableBodyException e) {
            return e.detail();
        }
    }

    private void finishLater(
            Invocation invocation, SkillRequest<?> request, @Nullable Object result, @Nullable Throwable failure) {
        CallLog.open(invocation.action(), request);
        try {
            // an action that answers after its caller was told that it did not: nobody is left to hear it
            if (!invocation.answer().isDone()) {
                invocation.answer().complete(finish(invocation.action(), request, result, failure));
            }
        } catch (Throwable e) {
            finishFailed(invocation, request, e);
        } finally {
            CallLog.close();
        }
    }

    private static void finishFailed(Invocation invocation, SkillRequest<?> request, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError fatal) {
            invocation.fail(fatal);
        } else if (!invocation.answer().isDone()) {
            try {
                invocation.answer().complete(failure(invocation.action(), request, thrown));
            } catch (OutOfMemoryError fatal) {
                invocation.fail(fatal);
            } catch (Throwable e) {
                // an author's exception may throw from its own methods
                invocation
                        .answer()
                        .complete(failed(
                                invocation.action(), request, "an exception came out of it that fails itself", e));
            }
        }
    }

    private ActionAnswer finish(
            Action action, SkillRequest<?> request, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            return failure(action, request, failure);
        }
        Object payload = result;
        String outputName = null;
        if (result instanceof SkillResponse<?> response) {
            payload = response.payload();
            outputName = response.outputName();
        }
        try {
            return new ActionAnswer(200, writer.write(payload, outputName), Map.of());
        } catch (UnwritableResultException e) {
            return failed(action, request, e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return failed(action, request, "the result cannot be written as JSON", e);
        }
    }

    private static ActionAnswer unreadable(Action action, ActionCall call, UnreadableBodyException fault) {
        // the gateway always declares JSON, a plain curl declares a form: what counts is what the body is
        boolean declaresJson =
                call.contentType().isEmpty() || call.contentType().contains("json");
        int status = fault.isJson() || declaresJson ? 400 : 415;
        String detail = status == 400
                ? fault.detail()
                : fault.detail() + " Its Content-Type is " + call.contentType() + ", not application/json.";
        CallLog.open(action, fault.activationId());
        try {
            CallLog.refused(action, fault.activationId(), status, detail);
        } finally {
            CallLog.close();
        }
        // what is not JSON was perhaps cut: an agent can pass on a Content-Length that does not fit (gateway)
        Map<String, String> headers = fault.isJson() ? Map.of() : ErrorAnswers.CLOSE;
        return ErrorAnswers.of(status, detail, fault.activationId(), fault.violations(), headers);
    }

    private static ActionAnswer invalid(Action action, SkillRequest<?> request, List<Violation> violations) {
        String detail = describe(violations);
        String activationId = request.activationId().orElse(null);
        CallLog.refused(action, activationId, 400, detail);
        return ErrorAnswers.of(400, detail, activationId, violations, Map.of());
    }

    private static String describe(List<Violation> violations) {
        Violation first = violations.get(0);
        String more = violations.size() == 1 ? "." : ", and " + (violations.size() - 1) + " more.";
        return "The payload is not valid: " + first.field() + " " + first.message() + more;
    }

    private static ActionAnswer failure(Action action, SkillRequest<?> request, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof OutOfMemoryError fatal) {
            throw fatal;
        }
        if (cause instanceof SkillException chosen) {
            String activationId = request.activationId().orElse(null);
            String detail = String.valueOf(chosen.getMessage());
            if (chosen.getCause() != null) {
                CallLog.failed(action, activationId, "answered " + chosen.status(), chosen);
            } else {
                CallLog.refused(action, activationId, chosen.status(), detail);
            }
            return ErrorAnswers.of(chosen.status(), detail, activationId, chosen.violations(), Map.of());
        }
        return failed(action, request, "an exception came out of it", cause);
    }

    private static ActionAnswer failed(Action action, SkillRequest<?> request, @Nullable String what, Throwable cause) {
        String activationId = request.activationId().orElse(null);
        CallLog.failed(action, activationId, String.valueOf(what), cause);
        return ErrorAnswers.of(
                500,
                "The action '" + action.name() + "' failed. The cause is in the skill's log"
                        + (activationId == null ? "." : ", under this activation's id."),
                activationId,
                List.of(),
                Map.of());
    }
}
