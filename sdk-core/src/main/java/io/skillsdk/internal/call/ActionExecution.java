package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.CallInputs;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.call.validation.PayloadValidator;
import io.skillsdk.internal.failure.FatalErrors;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.UnwritableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The steps of the pipeline: read, bind, check, call, normalise, encode. Thread-safe. */
final class ActionExecution {

    private final PayloadValidator check;

    private final AnswerWriter writer = new AnswerWriter(ActionPipeline.MAX_ANSWER_BYTES);

    private final PipelineOptions options;

    private final FailureAnswers failures;

    ActionExecution(PayloadValidator check, PipelineOptions options) {
        this.check = check;
        this.options = options;
        this.failures = new FailureAnswers(options.mappings());
    }

    /** Reads, checks and calls, within the scope of the call. Throws fatal errors and nothing else. */
    Outcome execute(RunningCall running, CallScope scope) {
        Action action = running.action();
        ReadBody body = ReadBody.of(action, running.call().body());
        if (body instanceof ReadBody.Opened opened) {
            SkillRequest<?> request = opened.request();
            running.opened(request);
            scope.identify(request);
            try {
                return call(action, request, running);
            } catch (Throwable e) {
                return new Outcome.Answered(failures.thrown(running, request, e));
            }
        }
        if (body instanceof ReadBody.Unreadable unreadable) {
            scope.identify(unreadable.fault().activationId());
            return new Outcome.Answered(FailureAnswers.unreadable(action, running.call(), unreadable.fault()));
        }
        if (body instanceof ReadBody.Unbound unbound) {
            scope.identify(unbound.failure().activationId());
            return new Outcome.Answered(failures.unbound(running, unbound.failure()));
        }
        return new Outcome.Answered(FailureAnswers.failed(
                action, SkillRequest.of(Map.of()), "its payload cannot be read", ((ReadBody.Broken) body).cause()));
    }

    private Outcome call(Action action, SkillRequest<?> request, RunningCall running) throws Throwable {
        CallInputs inputs =
                new CallInputs(request, running.call(), running.fabric(), () -> running.background(request));
        List<Violation> violations = new ArrayList<>();
        @Nullable Object[] arguments = action.bind(inputs, violations);
        violations.addAll(check.check(action, request, violations.isEmpty() ? arguments : null));
        if (!violations.isEmpty()) {
            return new Outcome.Answered(FailureAnswers.invalid(action, request, violations));
        }
        if (running.isAnswered()) {
            return new Outcome.NotCalled();
        }
        Object result = intercepted(action, inputs, arguments);
        return result instanceof CompletionStage<?> stage
                ? new Outcome.Awaited(stage)
                : new Outcome.Answered(written(action, request, result));
    }

    private @Nullable Object intercepted(Action action, CallInputs inputs, @Nullable Object[] arguments)
            throws Throwable {
        List<ActionInterceptor> own = action.interceptors();
        List<ActionInterceptor> all = options.interceptors();
        if (own.isEmpty() && all.isEmpty()) {
            return action.call(arguments);
        }
        List<ActionInterceptor> chain = new ArrayList<>(all);
        chain.addAll(own);
        return new Interception(chain, action, inputs, arguments).run();
    }

    /**
     * Reads and checks a body without calling the action. Parameters that do not come with the body are not checked.
     *
     * @return why it would be refused, or null when it would not
     */
    @Nullable String refusal(Action action, byte[] body) {
        ReadBody read = ReadBody.of(action, body);
        if (read instanceof ReadBody.Unreadable unreadable) {
            return unreadable.fault().detail();
        }
        if (read instanceof ReadBody.Unbound unbound) {
            return "its payload cannot be read: " + unbound.failure().getCause();
        }
        if (read instanceof ReadBody.Broken broken) {
            return "its payload cannot be read: " + broken.cause();
        }
        try {
            List<Violation> violations = check.check(action, ((ReadBody.Opened) read).request(), null);
            return violations.isEmpty() ? null : FailureAnswers.describe(violations);
        } catch (Throwable e) {
            FatalErrors.rethrow(e);
            return "its payload cannot be checked: " + e;
        }
    }

    /** What the stage of an action has come to. Throws fatal errors and nothing else. */
    ActionAnswer finish(
            RunningCall running, SkillRequest<?> request, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            return failures.thrown(running, request, failure);
        }
        try {
            return written(running.action(), request, result);
        } catch (Throwable e) {
            return failures.thrown(running, request, e);
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
            return new ActionAnswer(200, writer.write(payload, action.result(), outputName), Map.of());
        } catch (UnwritableResultException e) {
            return FailureAnswers.failed(action, request, e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return FailureAnswers.failed(action, request, "the result cannot be written as JSON", e);
        }
    }
}
