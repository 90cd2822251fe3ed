package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class CallScopeTest {

    /** A payload that writes to the logging context, as a constructor may. */
    public static final class Traced {
        @JsonCreator
        public Traced(Map<String, Object> payload) {
            MDC.put("traced", "yes");
        }
    }

    static final class Actions {

        final AtomicReference<Map<String, String>> seen = new AtomicReference<>();

        final CompletableFuture<String> stage = new CompletableFuture<>();

        @SkillAction
        void leaves(Traced payload) {
            seen.set(MDC.getCopyOfContextMap());
            MDC.put("customer", "c-1");
            MDC.put("action", "another");
            MDC.remove("tenant");
        }

        @SkillAction
        void fails() {
            MDC.put("customer", "c-1");
            throw new IllegalStateException("on purpose");
        }

        @SkillAction
        void clears() {
            MDC.clear();
        }

        @SkillAction
        CompletionStage<String> later() {
            MDC.put("customer", "c-1");
            return stage;
        }
    }

    private final Actions actions = new Actions();

    private final ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));

    private Invocation prepare(String action) {
        return new ActionPipeline(ProcessFabric.onFirstUse())
                .prepare(
                        catalog.named(action),
                        BodyOnly.of("{\"activationId\":\"a-1\",\"sessionId\":\"s-1\",\"payload\":{}}"));
    }

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    private static Map<String, String> context() {
        Map<String, String> context = MDC.getCopyOfContextMap();
        return context == null ? Map.of() : context;
    }

    @Test
    void anActionSeesWhichCallItIsBesideWhatWasThere() {
        MDC.put("tenant", "t-1");
        prepare("leaves").run();
        assertThat(actions.seen.get())
                .isEqualTo(Map.of(
                        "tenant",
                        "t-1",
                        "traced",
                        "yes",
                        "action",
                        "leaves",
                        "activationId",
                        "a-1",
                        "sessionId",
                        "s-1"));
    }

    @Test
    void nothingOfAnActionStaysForTheNextCallOnItsThread() {
        for (String action : List.of("leaves", "fails", "clears", "later")) {
            prepare(action).run();
            assertThat(context()).isEmpty();
        }
    }

    @Test
    void whatWasThereBeforeIsThereAfterwards() {
        Map<String, String> before = Map.of("tenant", "t-1", "action", "a filter", "activationId", "of the filter");
        for (String action : List.of("leaves", "fails", "clears", "later")) {
            MDC.setContextMap(before);
            prepare(action).run();
            assertThat(context()).isEqualTo(before);
        }
    }

    @Test
    void aRefusedBodyLeavesNothingBehind() {
        MDC.put("tenant", "t-1");
        new ActionPipeline(ProcessFabric.onFirstUse())
                .prepare(catalog.named("leaves"), BodyOnly.of("{\"activationId\":\"a-1\",\"payload\":5}"))
                .run();
        assertThat(context()).isEqualTo(Map.of("tenant", "t-1"));
    }

    @Test
    void theThreadThatCompletesAStageKeepsItsOwnContext() {
        Invocation invocation = prepare("later");
        invocation.run();
        Map<String, String> own = Map.of("activationId", "of the author", "worker", "w-1");
        MDC.setContextMap(own);

        actions.stage.complete("done");

        assertThat(invocation.answer().join().status()).isEqualTo(200);
        assertThat(context()).isEqualTo(own);
    }

    @Test
    void theThreadThatEndsTheWaitKeepsItsOwnContext() {
        Invocation invocation = prepare("later");
        invocation.run();
        MDC.put("clock", "c-1");
        invocation.expire(Duration.ofSeconds(1));
        assertThat(context()).isEqualTo(Map.of("clock", "c-1"));
    }

    @Test
    void whatHangsOnTheAnswerBeginsWithTheContextFromBefore() {
        AtomicReference<Map<String, String>> seen = new AtomicReference<>();
        MDC.put("tenant", "t-1");
        Invocation invocation = prepare("leaves");
        var unused = invocation.answer().thenRun(() -> seen.set(context()));
        invocation.run();
        assertThat(seen.get()).isEqualTo(Map.of("tenant", "t-1"));
    }

    @Test
    void scopesNest() {
        MDC.put("outer", "o");
        CallScope outer = CallScope.open();
        MDC.put("inner", "i");
        CallScope inner = CallScope.open();
        MDC.put("innermost", "x");
        inner.close();
        assertThat(context()).isEqualTo(Map.of("outer", "o", "inner", "i"));
        outer.close();
        assertThat(context()).isEqualTo(Map.of("outer", "o"));
    }
}
