package io.skillsdk.internal.opentelemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.skillsdk.BackgroundTasks;
import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallContext;
import io.skillsdk.daemon.SkillDaemon;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A process that {@link JavaAgentTest} starts under the agent. It ends with its standard input. */
final class AgentSkill {

    record Text(String text) {}

    private static void child(String name) {
        GlobalOpenTelemetry.getTracer("skill").spanBuilder(name).startSpan().end();
    }

    @SkillAction
    Text trace(Text text, @QueryParameter("slow") @Nullable Integer slow) throws InterruptedException {
        if (slow != null && slow > 0) {
            Thread.sleep(20); // on purpose: that is what the action is for
        }
        child("in the action");
        return new Text(Span.current().getSpanContext().getTraceId());
    }

    @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
    Text profile(@PathParameter("id") String id) {
        throw SkillException.notFound("There is no such profile.");
    }

    @SkillAction
    Text fail() {
        throw new IllegalStateException("on purpose");
    }

    @SkillAction
    CompletionStage<Text> elsewhere(Text text, BackgroundTasks tasks) {
        tasks.add("later", () -> child("in the background"));
        return CompletableFuture.supplyAsync(
                () -> {
                    child("in the stage");
                    return text;
                },
                CallContext.commonExecutor());
    }

    public static void main(String[] args) throws IOException {
        try (SkillDaemon daemon =
                SkillDaemon.builder(new AgentSkill()).host("127.0.0.1").port(0).start()) {
            System.out.println("at " + daemon.uri());
            while (System.in.read() >= 0) {
                // until the test closes it
            }
        }
    }
}
