package io.skillsdk.internal.action;

import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.internal.json.AnswerWriter;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.UnwritableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    private final ParameterValidator parameterCheck = ParameterValidator.beside(check);

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

    /**
     * Reads, checks and calls, within the scope of the call. Throws an OutOfMemoryError and nothing else.
     *
     * @param invocation is told of the envelope, once it is read
     */
    Outcome execute(Invocation invocation, CallScope scope) {
        Action action = invocation.action();
        SkillRequest<?> request;
        try {
            request = action.read(invocation.call().body());
        } catch (UnreadableBodyException e) {
            scope.identify(e.activationId());
            return new Outcome.Answered(FailureAnswers.unreadable(action, invocation.call(), e));
        } catch (PayloadFailure e) {
            scope.identify(e.activationId());
            return new Outcome.Answered(FailureAnswers.unbound(action, e));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // out of a reader of the author's, or of a constructor
            return new Outcome.Answered(
                    FailureAnswers.failed(action, SkillRequest.of(Map.of()), "its payload cannot be read", e));
        }
        invocation.opened(request);
        scope.identify(request);
        try {
            return call(action, request, invocation.call());
        } catch (Throwable e) {
            return new Outcome.Answered(FailureAnswers.thrown(action, request, e));
        }
    }

    private Outcome call(Action action, SkillRequest<?> request, ActionCall call) throws Throwable {
        List<Violation> violations = new ArrayList<>();
        @Nullable Object[] arguments = action.bind(new CallInputs(request, call), violations);
        if (violations.isEmpty()) {
            violations.addAll(parameterCheck.check(action, arguments));
        }
        violations.addAll(check(action, request));
        if (!violations.isEmpty()) {
            return new Outcome.Answered(FailureAnswers.invalid(action, request, violations));
        }
        Object result = action.call(arguments);
        return result instanceof CompletionStage<?> stage
                ? new Outcome.Awaited(stage)
                : new Outcome.Answered(written(action, request, result));
    }

    private List<Violation> check(Action action, SkillRequest<?> request) {
        return action.takesPayload() ? check.check(action, request.payload()) : List.of();
    }

    /**
     * Reads and checks a body as {@link #invoke} does, without calling the action.
     *
     * @return why it would be refused, or null when it would not
     */
    public @Nullable String refusal(Action action, byte[] body) {
        try {
            List<Violation> violations = check(action, action.read(body));
            return violations.isEmpty() ? null : FailureAnswers.describe(violations);
        } catch (UnreadableBodyException e) {
            return e.detail();
        } catch (PayloadFailure e) {
            return "its payload cannot be read: " + e.getCause();
        }
    }

    /** What the stage of an action has come to. Throws an OutOfMemoryError and nothing else. */
    ActionAnswer finish(Action action, SkillRequest<?> request, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            return FailureAnswers.thrown(action, request, failure);
        }
        try {
            return written(action, request, result);
        } catch (Throwable e) {
            return FailureAnswers.thrown(action, request, e);
        }
    }

    private ActionAnswer written(Action action, SkillRequest<?> request, @Nullable Object result) {
        Object payload = result;
        String outputName = null;
        if (result instanceof SkillResponse<?> response) {
            payload = response.payload();
            outputName = response.outputName();
        }
        try {
            return new ActionAnswer(200, writer.write(payload, outputName), Map.of());
        } catch (UnwritableResultException e) {
            return FailureAnswers.failed(action, request, e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return FailureAnswers.failed(action, request, "the result cannot be written as JSON", e);
        }
    }
}
