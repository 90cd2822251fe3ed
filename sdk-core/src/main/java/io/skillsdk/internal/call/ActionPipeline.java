package io.skillsdk.internal.call;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCall;
import io.skillsdk.internal.action.FabricLease;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.background.BackgroundRunner;
import io.skillsdk.internal.call.validation.PayloadValidator;
import io.skillsdk.internal.fabric.call.FabricSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a call to the bytes of its answer: decode, bind, check, call, normalise, encode. The one way to
 * invoke an action, whichever door the call came through. Thread-safe.
 */
public final class ActionPipeline {

    /** The most bytes of an answer that the platform takes (documentation: 512 kB). */
    public static final int MAX_ANSWER_BYTES = 512 * 1024;

    private final PayloadValidator check;

    private final PipelineOptions options;

    private final ActionExecution execution;

    private final FabricSource fabric;

    private final BackgroundRunner background;

    /** Makes a pipeline whose actions reach the platform through a source, and to which an application adds nothing. */
    public ActionPipeline(FabricSource fabric) {
        this(PayloadValidator.find(), PipelineOptions.NONE, fabric, BackgroundRunner.onOwnThreads());
    }

    private ActionPipeline(
            PayloadValidator check, PipelineOptions options, FabricSource fabric, BackgroundRunner background) {
        this.check = check;
        this.options = options;
        this.execution = new ActionExecution(check, options);
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

    /** What an application adds. */
    public PipelineOptions options() {
        return options;
    }

    /** Makes a call ready to be run. */
    public Invocation prepare(Action action, ActionCall call) {
        TraceIds trace = TraceIds.of(call);
        CallEnd end = CallEnd.of(options, action, call, trace);
        return new Invocation(execution, background, action, call, new FabricLease(fabric), trace, end);
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
     * Reads and checks a body as {@link #invoke} does, without calling the action. Parameters that do not come with the body are not checked.
     *
     * @return why it would be refused, or null when it would not
     */
    public static @Nullable String refusal(Action action, byte[] body) {
        return new ActionExecution(PayloadValidator.find(), PipelineOptions.NONE).refusal(action, body);
    }
}
