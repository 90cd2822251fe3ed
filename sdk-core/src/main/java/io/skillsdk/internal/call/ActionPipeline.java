package io.skillsdk.internal.call;

import io.skillsdk.SkillRequest;
import io.skillsdk.SkillResponse;
import io.skillsdk.Violation;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.action.CallInputs;
import io.skillsdk.internal.action.FabricLease;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.json.PayloadFailure;
import io.skillsdk.internal.json.UnreadableBodyException;
import io.skillsdk.internal.json.answer.AnswerWriter;
import io.skillsdk.internal.json.answer.UnwritableResultException;
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

    private final PayloadValidator check;

    private final AnswerWriter writer = new AnswerWriter(MAX_ANSWER_BYTES);

    private final PipelineOptions options;

    private final FailureAnswers failures;

    private final FabricSource fabric;

    private final BackgroundRunner background;

    /** Makes a pipeline whose actions reach the platform as the settings of this process say. */
    public ActionPipeline() {
        this(ProcessFabric.onFirstUse());
    }

    /** Makes a pipeline whose actions reach the platform through a source, and to which an application adds nothing. */
    public ActionPipeline(FabricSource fabric) {
        this(PayloadValidator.find(), PipelineOptions.NONE, fabric, BackgroundRunner.onOwnThreads());
    }

    private ActionPipeline(
            PayloadValidator check, PipelineOptions options, FabricSource fabric, BackgroundRunner background) {
        this.check = check;
        this.options = options;
        this.failures = new FailureAnswers(options.mappings());
        this.fabric = fabric;
        this.background = background;
    }

    /** The same pipeline with what an application adds to it, in place of what was added before. */
    public ActionPipeline with(PipelineOptions added) {
        return new ActionPipeline(check, added, fabric, background);
    }

    /** The same pipeline with another source of the platform. */
    public ActionPipeline with(FabricSource source) {
        return new ActionPipeline(check, options, source, background);
    }

    /** The same pipeline with something else that runs work after answers. */
    public ActionPipeline with(BackgroundRunner runner) {
        return new ActionPipeline(check, options, fabric, runner);
    }

    BackgroundRunner background() {
        return background;
    }

    /** What an application adds. */
    public PipelineOptions options() {
        return options;
    }

    /** Makes a call ready to be run. */
    public Invocation prepare(Action action, ActionCall call) {
        return new Invocation(this, action, call, new FabricLease(fabric));
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
            return new Outcome.Answered(failures.unbound(invocation, e));
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
            return call(action, request, invocation);
        } catch (Throwable e) {
            return new Outcome.Answered(failures.thrown(invocation, request, e));
        }
    }

    private Outcome call(Action action, SkillRequest<?> request, Invocation invocation) throws Throwable {
        List<Violation> violations = new ArrayList<>();
        CallInputs inputs =
                new CallInputs(request, invocation.call(), invocation.fabric(), () -> invocation.background(request));
        @Nullable Object[] arguments = action.bind(inputs, violations);
        violations.addAll(check.check(action, request, violations.isEmpty() ? arguments : null));
        if (!violations.isEmpty()) {
            return new Outcome.Answered(FailureAnswers.invalid(action, request, violations));
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
     * Reads and checks a body as {@link #invoke} does, without calling the action.
     *
     * @return why it would be refused, or null when it would not
     */
    public @Nullable String refusal(Action action, byte[] body) {
        try {
            List<Violation> violations = check.check(action, action.read(body), null);
            return violations.isEmpty() ? null : FailureAnswers.describe(violations);
        } catch (UnreadableBodyException e) {
            return e.detail();
        } catch (PayloadFailure e) {
            return "its payload cannot be read: " + e.getCause();
        }
    }

    /** What the stage of an action has come to. Throws an OutOfMemoryError and nothing else. */
    ActionAnswer finish(
            Invocation invocation, SkillRequest<?> request, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            return failures.thrown(invocation, request, failure);
        }
        try {
            return written(invocation.action(), request, result);
        } catch (Throwable e) {
            return failures.thrown(invocation, request, e);
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
