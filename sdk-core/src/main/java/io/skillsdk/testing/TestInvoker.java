package io.skillsdk.testing;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.call.ActionAnswer;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.PipelineOptions;
import io.skillsdk.internal.definition.resolve.Delivery;
import io.skillsdk.internal.definition.resolve.MessageDelivery;
import io.skillsdk.internal.fabric.call.FabricSource;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the action of a test's call, and waits for its answer. Thread-safe. */
final class TestInvoker {

    private static final Logger LOG = LoggerFactory.getLogger(SkillTester.class);

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline;

    TestInvoker(ActionCatalog catalog) {
        this(catalog, new ActionPipeline(ProcessFabric.onFirstUse()));
    }

    private TestInvoker(ActionCatalog catalog, ActionPipeline pipeline) {
        this.catalog = catalog;
        this.pipeline = pipeline;
    }

    /** The same invoker with other options of the pipeline. */
    TestInvoker with(PipelineOptions options) {
        return new TestInvoker(catalog, pipeline.with(options));
    }

    /** The same invoker with another source of the platform. */
    TestInvoker with(FabricSource source) {
        return new TestInvoker(catalog, pipeline.with(source));
    }

    PipelineOptions options() {
        return pipeline.options();
    }

    ActionCatalog catalog() {
        return catalog;
    }

    /** Calls the chosen action, or else the only one, or the one of the body's {@code outputName}. */
    TestResponse invoke(@Nullable Action chosen, TestInputs inputs, byte[] body, Duration timeout) {
        if (chosen == null && catalog.actions().size() > 1 && hasOutput(body)) {
            Dispatched dispatched = catalog.dispatch(body, TestCall.CONTENT_TYPE);
            return dispatched instanceof Dispatched.To to
                    ? await(to.action(), inputs, body, timeout)
                    : response(((Dispatched.Refused) dispatched).answer());
        }
        return await(chosen == null ? catalog.only() : chosen, inputs, body, timeout);
    }

    /** Sends a message the way that the skill.yaml beside it gives. */
    TestResponse deliver(
            Path message,
            MessageDelivery way,
            @Nullable Action chosen,
            TestInputs inputs,
            byte[] body,
            Duration timeout) {
        Delivery delivery = way.deliver(body, Map.of(), catalog, chosen);
        delivery.notes().forEach(note -> LOG.warn("{}: {}", message, note));
        if (delivery instanceof Delivery.ToAction to) {
            TestInputs sent = inputs;
            for (Map.Entry<String, String> parameter : to.pathParameters().entrySet()) {
                sent = sent.pathParameter(parameter.getKey(), parameter.getValue());
            }
            return await(to.action(), sent, to.body(), timeout);
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

    private TestResponse await(Action action, TestInputs inputs, byte[] body, Duration timeout) {
        TestCall call = new TestCall(inputs, body, Instant.now().plus(timeout));
        return TestRun.of(pipeline.prepare(action, call), timeout);
    }

    private static TestResponse response(ActionAnswer answer) {
        return new TestResponse(answer, null);
    }
}
