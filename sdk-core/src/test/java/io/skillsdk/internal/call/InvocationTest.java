package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.skillsdk.SkillAction;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InvocationTest {

    /** What no author should write. */
    public static final class Unreadable {
        @JsonCreator
        public Unreadable(Map<String, Object> payload) {
            if (!payload.isEmpty()) {
                throw new StackOverflowError("in the constructor");
            }
        }
    }

    /** What asserts that no payload comes. */
    public static final class Asserting {
        @JsonCreator
        public Asserting(Map<String, Object> payload) {
            if (!payload.isEmpty()) {
                throw new AssertionError("in the constructor");
            }
        }
    }

    static final class Actions {

        final CountDownLatch entered = new CountDownLatch(1);

        final CountDownLatch interrupted = new CountDownLatch(1);

        @SkillAction
        public String block() {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "too late";
        }

        final CompletableFuture<String> stage = new CompletableFuture<>();

        @SkillAction
        public CompletionStage<String> later() {
            return stage;
        }

        @SkillAction
        public CompletionStage<String> laterThanItsTime() throws InterruptedException {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return stage;
        }

        @SkillAction
        public CompletionStage<String> stubborn() {
            return stage.minimalCompletionStage();
        }

        @SkillAction
        public String interruptItself() {
            Thread.currentThread().interrupt();
            return "interrupted";
        }

        @SkillAction
        public String memory() {
            throw new OutOfMemoryError("as the JVM says it");
        }

        @SkillAction
        public String broken() {
            throw new InternalError("as the JVM says it");
        }

        @SkillAction
        public CompletionStage<String> brokenLater() {
            return CompletableFuture.failedFuture(new InternalError("as the JVM says it"));
        }

        @SkillAction
        public String deep() {
            throw new StackOverflowError("as the JVM says it");
        }

        @SkillAction
        public String read(Unreadable payload) {
            return "read";
        }

        @SkillAction
        public String check(Asserting payload) {
            return "checked";
        }
    }

    private final Actions actions = new Actions();

    private Invocation prepare(String action) {
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));
        return new ActionPipeline(ProcessFabric.onFirstUse())
                .prepare(catalog.named(action), BodyOnly.of("{\"activationId\":\"a-1\",\"payload\":{\"x\":1}}"));
    }

    @Test
    void theWaitEndsWithAnAnswerOfItsOwnAndAnInterrupt() throws InterruptedException {
        Invocation invocation = prepare("block");
        Thread thread = new Thread(invocation);
        thread.start();
        actions.entered.await();

        assertThat(invocation.expire(Duration.ofSeconds(3))).isTrue();

        actions.interrupted.await();
        thread.join();
        ActionAnswer answer = invocation.answer().join();
        assertThat(answer.status()).isEqualTo(504);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("The action 'block' did not answer within 3 s.", "\"activationId\":\"a-1\"");
        assertThat(invocation.expire(Duration.ofSeconds(3))).isFalse();
    }

    @Test
    void theStageOfAnAsynchronousActionIsCancelledWhenTheWaitEnds() throws InterruptedException {
        Set<Thread> completing = ConcurrentHashMap.newKeySet();
        CountDownLatch cancelled = new CountDownLatch(1);
        var unused = actions.stage.whenComplete((value, failure) -> {
            completing.add(Thread.currentThread());
            cancelled.countDown();
        });
        Invocation invocation = prepare("later");
        invocation.run();

        assertThat(invocation.expire(Duration.ofSeconds(3))).isTrue();

        cancelled.await();
        assertThat(actions.stage).isCancelled();
        assertThat(invocation.answer().join().status()).isEqualTo(504);
        // what the author has hung on it does not run on the thread that ends the wait
        assertThat(completing).doesNotContain(Thread.currentThread());
    }

    @Test
    void aStageThatComesAfterTheWaitHasEndedIsCancelledToo() throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        var unused = actions.stage.whenComplete((value, failure) -> cancelled.countDown());
        Invocation invocation = prepare("laterThanItsTime");
        Thread thread = new Thread(invocation);
        thread.start();
        actions.entered.await();

        invocation.expire(Duration.ofSeconds(3));

        cancelled.await();
        assertThat(actions.stage).isCancelled();
        thread.join();
    }

    @Test
    void aStageThatCannotBeCancelledChangesNothing() {
        Invocation invocation = prepare("stubborn");
        invocation.run();
        invocation.expire(Duration.ofSeconds(3));
        assertThat(invocation.answer().join().status()).isEqualTo(504);
        actions.stage.complete("too late");
        assertThat(invocation.answer().join().status()).isEqualTo(504);
    }

    @Test
    void aCallWhoseWaitHasEndedIsNotRun() {
        Invocation invocation = prepare("block");
        invocation.refuse("No place.");
        invocation.run();
        assertThat(invocation.answer().join().status()).isEqualTo(429);
        assertThat(actions.entered.getCount()).isEqualTo(1);
    }

    @Test
    void anInterruptThatAnActionLeavesEndsWithItsCall() {
        prepare("interruptItself").run();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptFromBeforeTheCallIsKept() {
        Thread.currentThread().interrupt();
        prepare("interruptItself").run();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anErrorOfTheJvmIsNotAnswered() {
        for (String action : List.of("memory", "broken", "brokenLater")) {
            Invocation invocation = prepare(action);
            invocation.run();
            assertThat(invocation.answer())
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withCauseInstanceOf(VirtualMachineError.class);
            assertThat(invocation.answer().handle((answer, failure) -> failure).join())
                    .isNotInstanceOf(CompletionException.class);
        }
    }

    @Test
    void aStackOverflowIsAnsweredAsTheActionsFailure() {
        Invocation invocation = prepare("deep");
        invocation.run();
        assertThat(invocation.answer().join().status()).isEqualTo(500);
    }

    @Test
    void aRefusalIsFoundWithoutACallAndWhateverComesOutOfTheAuthorsCode() {
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));
        byte[] body = "{\"payload\":{\"x\":1}}".getBytes(StandardCharsets.UTF_8);
        assertThat(ActionPipeline.refusal(catalog.named("memory"), body)).isNull();
        for (String action : List.of("read", "check")) {
            assertThat(ActionPipeline.refusal(catalog.named(action), body)).contains("in the constructor");
            assertThat(ActionPipeline.refusal(
                            catalog.named(action), "{\"payload\":{}}".getBytes(StandardCharsets.UTF_8)))
                    .isNull();
        }
    }

    @Test
    void anErrorOutOfThePayloadsOwnConstructorIsAnswered() {
        for (String action : List.of("read", "check")) {
            Invocation invocation = prepare(action);
            invocation.run();
            assertThat(invocation.answer()).isDone();
            assertThat(invocation.answer().join().status()).isIn(400, 500);
        }
    }
}
