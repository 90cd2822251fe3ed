package io.skillsdk.testing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionAnswer;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.action.ActionPipeline;
import io.skillsdk.internal.action.Dispatched;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.json.JsonCodec;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the action of a test's call, and waits for its answer. Thread-safe. */
final class TestInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(SkillTester.class);

    private static final int TIMEOUT_SECONDS = 30;

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline = new ActionPipeline();

    TestInvoker(ActionCatalog catalog) {
        this.catalog = catalog;
    }

    ActionCatalog catalog() {
        return catalog;
    }

    /** Calls the chosen action, or else the only one, or the one of the body's {@code outputName}. */
    TestResponse invoke(@Nullable Action chosen, TestCall call) {
        if (chosen == null && catalog.actions().size() > 1 && hasOutput(call.body())) {
            Dispatched dispatched = catalog.dispatch(call.body(), call.contentType());
            return dispatched instanceof Dispatched.To to
                    ? await(to.action(), call)
                    : response(((Dispatched.Refused) dispatched).answer());
        }
        return await(chosen == null ? catalog.only() : chosen, call);
    }

    /** Sends a message the way that the skill.yaml beside it gives. */
    TestResponse deliver(Path message, MessageDelivery way, @Nullable Action chosen, TestCall call) {
        Delivery delivery = way.deliver(call.body(), Map.of(), catalog, chosen);
        delivery.notes().forEach(note -> LOG.warn("{}: {}", message, note));
        if (delivery instanceof Delivery.ToAction to) {
            TestCall sent = call;
            for (Map.Entry<String, String> parameter : to.pathParameters().entrySet()) {
                sent = sent.pathParameter(parameter.getKey(), parameter.getValue());
            }
            return await(to.action(), sent.withBody(to.body()));
        }
        if (delivery instanceof Delivery.Refused refused) {
            return response(refused.answer());
        }
        throw new IllegalArgumentException(message + " reaches no action: " + ((Delivery.Elsewhere) delivery).reason());
    }

    private static boolean hasOutput(byte[] body) {
        Map<String, Object> read = JsonCodec.readBody(body);
        return read != null && read.containsKey("outputName");
    }

    private TestResponse await(Action chosen, TestCall sent) {
        try {
            return response(pipeline.invoke(chosen, sent).get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "The action '" + chosen.name() + "' has not answered within " + TIMEOUT_SECONDS + " seconds.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while the action '" + chosen.name() + "' was running.", e);
        } catch (ExecutionException e) {
            throw new AssertionError("The action '" + chosen.name() + "' ran out of memory.", e.getCause());
        }
    }

    private static TestResponse response(ActionAnswer answer) {
        return new TestResponse(answer.status(), answer.body());
    }
}
