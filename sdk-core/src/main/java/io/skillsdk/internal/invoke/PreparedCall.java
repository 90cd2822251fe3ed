package io.skillsdk.internal.invoke;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call of an action, but for its body. Immutable: what sets something returns another one.
 *
 * @param catalog the actions
 * @param pipeline what runs them
 * @param action the action to call; null for the only one, or the one that the body or a skill.yaml names
 * @param inputs what comes beside the body
 * @param envelope what is added to the body
 * @param timeout how long the action may take; then the answer is a 504
 */
public record PreparedCall(
        ActionCatalog catalog,
        ActionPipeline pipeline,
        @Nullable Action action,
        SentInputs inputs,
        SentEnvelope envelope,
        Duration timeout) {

    /** A call without anything set, with the platform that the settings of this process name. */
    public static PreparedCall of(ActionCatalog catalog, Duration timeout) {
        ActionPipeline pipeline = new ActionPipeline(ProcessFabric.onFirstUse());
        return new PreparedCall(catalog, pipeline, null, SentInputs.EMPTY, SentEnvelope.EMPTY, timeout);
    }

    /**
     * Chooses the action.
     *
     * @throws IllegalArgumentException when there is none of that name, naming those there are
     */
    public PreparedCall action(String name) {
        return new PreparedCall(catalog, pipeline, catalog.named(name), inputs, envelope, timeout);
    }

    /** Sets what comes beside the body. */
    public PreparedCall with(SentInputs other) {
        return new PreparedCall(catalog, pipeline, action, other, envelope, timeout);
    }

    /** Sets what is added to the body. */
    public PreparedCall with(SentEnvelope other) {
        return new PreparedCall(catalog, pipeline, action, inputs, other, timeout);
    }

    /** Sets the deadline. */
    public PreparedCall with(Duration other) {
        return new PreparedCall(catalog, pipeline, action, inputs, envelope, other);
    }

    /** Sets what stands around the actions. */
    public PreparedCall with(PipelineOptions options) {
        return new PreparedCall(catalog, pipeline.with(options), action, inputs, envelope, timeout);
    }

    /** Sets the platform. */
    public PreparedCall with(FabricSource source) {
        return new PreparedCall(catalog, pipeline.with(source), action, inputs, envelope, timeout);
    }

    /** What stands around the actions. */
    public PipelineOptions options() {
        return pipeline.options();
    }

    /**
     * Calls with a payload, or without one.
     *
     * @throws UnansweredException when it ends without an answer
     */
    public InvokedAnswer invoke(@Nullable Object payload) {
        return invoker().invoke(envelope.around(payload));
    }

    /**
     * Calls with a whole body, to which what is set is added.
     *
     * @throws UnansweredException when it ends without an answer
     */
    public InvokedAnswer invokeBody(byte[] body) {
        return invoker().invoke(envelope.addedTo(body));
    }

    /**
     * Calls with a message, to which what is set is added. In {@code invoke/<input>/} beside a skill.yaml, it goes the way that this gives.
     *
     * @param file where the message is
     * @param message its bytes
     * @param note is told what the platform does with it without a word
     * @throws UnansweredException when it ends without an answer
     * @throws IllegalArgumentException when skill.yaml does not route it to a daemon
     * @throws io.skillsdk.definition.DefinitionException when skill.yaml cannot be read
     */
    public InvokedAnswer invokeMessage(Path file, byte[] message, Consumer<String> note) {
        MessageDelivery way = MessageDelivery.of(file);
        return way == null ? invokeBody(message) : invoker().deliver(file, way, envelope.addedTo(message), note);
    }

    private ActionInvoker invoker() {
        return new ActionInvoker(catalog, pipeline, action, inputs, timeout);
    }
}
