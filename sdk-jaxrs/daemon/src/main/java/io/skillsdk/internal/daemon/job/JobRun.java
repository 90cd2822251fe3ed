package io.skillsdk.internal.daemon.job;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.background.CallTasks;
import io.skillsdk.internal.call.ActionPipeline;
import io.skillsdk.internal.call.Invocation;
import io.skillsdk.internal.invoke.InvokedCall;
import io.skillsdk.internal.invoke.SentInputs;
import io.skillsdk.internal.json.JsonCodec;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Dispatched;
import io.skillsdk.internal.text.LogText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job: the call on a thread of its own, then its result to where it belongs, then the work for after it. */
public final class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger("io.skillsdk.daemon.job");

    private static final int FAILED = 1;

    private static final int LONGEST_ID = 200;

    /** As good as never, and still few enough nanoseconds to be counted. */
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    private final ActionCatalog catalog;

    private final ActionPipeline pipeline;

    private final JobResult result;

    /**
     * Makes a run.
     *
     * @param pipeline what calls the action, with all that the program and its extensions have put around it
     */
    public JobRun(ActionCatalog catalog, ActionPipeline pipeline, JobResult result) {
        this.catalog = catalog;
        this.pipeline = pipeline;
        this.result = result;
    }

    /**
     * Runs a job to its end.
     *
     * @param out where an answer goes that is for no output of the platform, or that the platform did not take
     * @return the exit code: 0 for a result that is where it belongs, 1 otherwise
     * @throws InterruptedException when the process was told to end meanwhile; the action is interrupted
     * @throws IllegalArgumentException when there is no such action
     * @throws IllegalStateException when nothing says which of several actions is meant
     */
    public int run(Job job, PrintWriter out) throws InterruptedException {
        byte[] body = job.envelope().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> envelope = JsonCodec.readBody(body);
        Dispatched where = dispatch(job, body, envelope);
        if (where instanceof Dispatched.Refused refused) {
            return print(refused.answer(), out);
        }
        Dispatched.To to = (Dispatched.To) where;
        SentInputs inputs = new SentInputs(Map.of(), to.pathParameters(), Map.of());
        Duration limit = Objects.requireNonNullElse(job.limit(), UNLIMITED);
        Invocation invocation = pipeline.prepare(
                to.action(), new InvokedCall(inputs, body, Instant.now().plus(limit)));
        Thread thread = new Thread(invocation, "skill-job-" + to.action().name());
        thread.setDaemon(true);
        thread.start();
        ActionAnswer answer = await(invocation, limit);
        invocation.told().join();
        int code = handOver(to.action(), answer, envelope, out);
        invocation.sent();
        awaitBackground(invocation.background());
        return code;
    }

    private Dispatched dispatch(Job job, byte[] body, @Nullable Map<String, Object> envelope) {
        String name = job.action();
        if (name != null) {
            return new Dispatched.To(catalog.named(name), Map.of());
        }
        if (catalog.actions().size() > 1 && (envelope == null || !envelope.containsKey("outputName"))) {
            return new Dispatched.To(catalog.only(), Map.of());
        }
        return catalog.dispatch(body, InvokedCall.CONTENT_TYPE);
    }

    private static ActionAnswer await(Invocation invocation, Duration limit) throws InterruptedException {
        try {
            return invocation.answer().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            invocation.expire(limit, "Give the job more time with --timeout.");
            return invocation.answer().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The JVM failed while the job was running.", e.getCause());
        } catch (InterruptedException e) {
            invocation.cancel("The job was told to end before it had a result.");
            throw e;
        }
    }

    private int handOver(Action action, ActionAnswer answer, @Nullable Map<String, Object> envelope, PrintWriter out) {
        if (answer.isError() || envelope == null) {
            return print(answer, out);
        }
        try {
            String output = result.send(answer, envelope);
            if (output == null) {
                return print(answer, out);
            }
            LOG.info("The result was sent to the output '{}'", output);
            return 0;
        } catch (FabricException e) {
            LOG.error(
                    "The result could not be sent to the platform: {} It is the result of {} in activation {}, and is printed",
                    e.getMessage(),
                    action.name(),
                    LogText.inOneLine(String.valueOf(envelope.get("activationId")), LONGEST_ID));
            print(answer, out);
            return FAILED;
        }
    }

    private static int print(ActionAnswer answer, PrintWriter out) {
        out.println(new String(answer.body(), StandardCharsets.UTF_8));
        out.flush();
        return answer.isError() ? FAILED : 0;
    }

    private static void awaitBackground(@Nullable CallTasks tasks) throws InterruptedException {
        if (tasks == null) {
            return;
        }
        try {
            tasks.ended().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The JVM failed while background tasks were running.", e.getCause());
        }
    }
}
