package io.skillsdk.internal.invoke;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the action of a call, runs it without a server, and waits for its answer. */
final class ActionInvoker {

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline;

    private final @Nullable Action chosen;

    private final SentInputs inputs;

    private final Duration timeout;

    /**
     * An invoker of one call.
     *
     * @param chosen the action; null to find it
     */
    ActionInvoker(
            ActionCatalog catalog,
            ActionPipeline pipeline,
            @Nullable Action chosen,
            SentInputs inputs,
            Duration timeout) {
        this.catalog = catalog;
        this.pipeline = pipeline;
        this.chosen = chosen;
        this.inputs = inputs;
        this.timeout = timeout;
    }

    /** Calls the chosen action, or else the only one, or the one of the body's {@code outputName}. */
    InvokedAnswer invoke(byte[] body) {
        if (chosen == null && catalog.actions().size() > 1 && hasOutput(body)) {
            Dispatched dispatched = catalog.dispatch(body, InvokedCall.CONTENT_TYPE);
            return dispatched instanceof Dispatched.To to
                    ? await(to.action(), inputs, body)
                    : new InvokedAnswer(((Dispatched.Refused) dispatched).answer(), null);
        }
        return await(chosen == null ? catalog.only() : chosen, inputs, body);
    }

    /** Sends a message the way that the skill.yaml beside it gives. */
    InvokedAnswer deliver(Path message, MessageDelivery way, byte[] body, Consumer<String> note) {
        Delivery delivery = way.deliver(body, Map.of(), catalog, chosen);
        delivery.notes().forEach(note);
        if (delivery instanceof Delivery.ToAction to) {
            SentInputs sent = inputs;
            for (Map.Entry<String, String> parameter : to.pathParameters().entrySet()) {
                sent = sent.pathParameter(parameter.getKey(), parameter.getValue());
            }
            return await(to.action(), sent, to.body());
        }
        if (delivery instanceof Delivery.Refused refused) {
            return new InvokedAnswer(refused.answer(), null);
        }
        throw new IllegalArgumentException(message + " reaches no action: " + ((Delivery.Elsewhere) delivery).reason());
    }

    private static boolean hasOutput(byte[] body) {
        Map<String, Object> read = JsonCodec.readBody(body);
        return read != null && read.containsKey("outputName");
    }

    private InvokedAnswer await(Action action, SentInputs with, byte[] body) {
        InvokedCall sent = new InvokedCall(with, body, Instant.now().plus(timeout));
        return InvocationRun.of(pipeline.prepare(action, sent), timeout);
    }
}
