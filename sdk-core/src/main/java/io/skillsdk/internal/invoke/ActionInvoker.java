package io.skillsdk.internal.invoke;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the action of a call, runs it without a server, and waits for its answer. */
final class ActionInvoker {

    private final PreparedCall call;

    ActionInvoker(PreparedCall call) {
        this.call = call;
    }

    /** Calls the chosen action, or else the only one, or the one of the body's {@code outputName}. */
    InvokedAnswer invoke(byte[] body) {
        ActionCatalog catalog = call.catalog();
        Action chosen = call.action();
        if (chosen == null && catalog.actions().size() > 1 && hasOutput(body)) {
            Dispatched dispatched = catalog.dispatch(body, InvokedCall.CONTENT_TYPE);
            return dispatched instanceof Dispatched.To to
                    ? await(to.action(), call.inputs(), body)
                    : new InvokedAnswer(((Dispatched.Refused) dispatched).answer(), null);
        }
        return await(chosen == null ? catalog.only() : chosen, call.inputs(), body);
    }

    /** Sends a message the way that the skill.yaml beside it gives. */
    InvokedAnswer deliver(Path message, MessageDelivery way, byte[] body, Consumer<String> note) {
        Delivery delivery = way.deliver(body, Map.of(), call.catalog(), call.action());
        delivery.notes().forEach(note);
        if (delivery instanceof Delivery.ToAction to) {
            SentInputs sent = call.inputs();
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

    private InvokedAnswer await(Action action, SentInputs inputs, byte[] body) {
        InvokedCall sent = new InvokedCall(inputs, body, Instant.now().plus(call.timeout()));
        return InvocationRun.of(call.pipeline().prepare(action, sent), call.timeout());
    }
}
