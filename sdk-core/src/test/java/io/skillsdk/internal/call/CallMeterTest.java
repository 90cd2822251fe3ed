package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillException;
import io.skillsdk.call.CallMeter;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class CallMeterTest {

    record Size(int size) {}

    static final class Actions {

        private final CompletableFuture<String> stage = new CompletableFuture<>();

        @SkillAction
        Size echo(Size size) {
            return size;
        }

        @SkillAction(path = "profiles/{id}", method = HttpMethod.GET)
        Size refuses(@PathParameter("id") String id) {
            throw SkillException.conflict("There is one.");
        }

        @SkillAction
        Size fails() {
            throw new IllegalStateException("broken");
        }

        @SkillAction
        CompletionStage<String> later() {
            return stage;
        }
    }

    private record Measured(String action, int status, CallOutcome outcome, Thread thread) {}

    private final Actions actions = new Actions();

    private final List<String> asked = new ArrayList<>();

    private final List<Measured> measured = new ArrayList<>();

    private final List<Long> nanos = new ArrayList<>();

    private final CallMeter meter = (action, method, route) -> {
        asked.add(action + " " + method + " " + route);
        return (status, outcome, took) -> {
            measured.add(new Measured(action, status, outcome, Thread.currentThread()));
            nanos.add(took);
        };
    };

    private final ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));

    private ActionPipeline pipeline = pipeline(meter);

    private static ActionPipeline pipeline(CallMeter meter) {
        return new ActionPipeline(ProcessFabric.onFirstUse()).with(PipelineOptions.NONE.meter(meter));
    }

    private Invocation prepare(String action, String body) {
        return pipeline.prepare(catalog.named(action), BodyOnly.of(body));
    }

    private ActionAnswer call(String action, String body) {
        Invocation invocation = prepare(action, body);
        invocation.run();
        return invocation.answer().join();
    }

    private static Measured here(String action, int status, CallOutcome outcome) {
        return new Measured(action, status, outcome, Thread.currentThread());
    }

    @Test
    void eachCallIsMeasuredOnceOnItsOwnThreadByItsStatusAndOutcome() {
        call("echo", "{\"payload\":{\"size\":1}}");
        call("echo", "{\"payload\":{\"size\":\"x\"}}");
        call("fails", "{}");

        assertThat(measured)
                .containsExactly(
                        here("echo", 200, CallOutcome.SUCCEEDED),
                        here("echo", 400, CallOutcome.INVALID),
                        here("fails", 500, CallOutcome.FAILED));
        assertThat(nanos).allSatisfy(took -> assertThat(took).isPositive());
    }

    @Test
    void aMeterIsAskedOnceForEachActionThatIsCalled() {
        call("echo", "{\"payload\":{\"size\":1}}");
        call("echo", "{\"payload\":{\"size\":2}}");
        call("refuses", "{}");

        assertThat(asked).containsExactly("echo POST echo", "refuses GET profiles/{id}");
    }

    @Test
    void aCallThatHasNoPlaceOrIsTooSlowIsMeasuredOnceToo() {
        prepare("later", "{}").refuse("There is no place.");
        Invocation slow = prepare("later", "{}");
        slow.run();
        slow.expire(Duration.ofSeconds(1));
        actions.stage.complete("too late");

        assertThat(measured)
                .containsExactly(here("later", 429, CallOutcome.OVERLOADED), here("later", 504, CallOutcome.TIMED_OUT));
    }

    @Test
    void anAsynchronousCallIsMeasuredWhenItsAnswerIsThere() {
        Invocation later = prepare("later", "{}");
        later.run();
        assertThat(measured).isEmpty();

        actions.stage.complete("done");

        assertThat(measured).containsExactly(here("later", 200, CallOutcome.SUCCEEDED));
    }

    @Test
    void aMeterThatFailsCostsTheCallNothing() {
        pipeline = pipeline((action, method, route) -> {
            throw new IllegalStateException("no such meter");
        });
        assertThat(call("echo", "{\"payload\":{\"size\":1}}").status()).isEqualTo(200);

        pipeline = pipeline((action, method, route) -> (status, outcome, took) -> {
            throw new AssertionError("broken meter");
        });
        assertThat(call("echo", "{\"payload\":{\"size\":1}}").status()).isEqualTo(200);
    }
}
