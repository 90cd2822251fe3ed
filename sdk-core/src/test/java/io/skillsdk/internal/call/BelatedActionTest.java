package io.skillsdk.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.skillsdk.SkillAction;
import io.skillsdk.call.ActionInterceptor;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.action.BodyOnly;
import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.fabric.source.ProcessFabric;
import io.skillsdk.internal.routing.ActionCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An action whose turn comes after the time of its call. */
class BelatedActionTest {

    private static final CountDownLatch READING = new CountDownLatch(1);

    private static final CountDownLatch EXPIRED = new CountDownLatch(1);

    /** A payload that takes longer to be read than the call has. */
    public static final class Slow {
        @JsonCreator
        public Slow(Map<String, Object> payload) {
            if (!payload.isEmpty()) {
                READING.countDown();
                awaitWhateverHappens(EXPIRED);
            }
        }
    }

    private static void awaitWhateverHappens(CountDownLatch latch) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (latch.getCount() > 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    static final class Actions {

        final AtomicInteger calls = new AtomicInteger();

        @SkillAction
        public String slow(Slow payload) {
            calls.incrementAndGet();
            return "called";
        }
    }

    private final Actions actions = new Actions();

    private final AtomicInteger intercepted = new AtomicInteger();

    private Invocation prepare(String action) {
        ActionInterceptor counting = call -> {
            intercepted.incrementAndGet();
            return call.proceed();
        };
        ActionCatalog catalog = ActionCatalog.of(ActionDefaults.PLATFORM, List.of(actions));
        return new ActionPipeline(ProcessFabric.onFirstUse())
                .with(PipelineOptions.NONE.interceptor(counting))
                .prepare(catalog.named(action), BodyOnly.of("{\"payload\":{\"x\":1}}"));
    }

    @Test
    void anActionIsNotCalledOnceItsClientIsAnswered() throws InterruptedException {
        Invocation invocation = prepare("slow");
        Thread thread = new Thread(invocation);
        thread.start();
        assertThat(READING.await(60, TimeUnit.SECONDS)).isTrue();

        assertThat(invocation.expire(Duration.ofSeconds(3))).isTrue();
        EXPIRED.countDown();
        thread.join(60_000);

        assertThat(thread.isAlive()).isFalse();
        ActionAnswer answer = invocation.answer().join();
        assertThat(answer.status()).isEqualTo(504);
        assertThat(actions.calls).hasValue(0);
        assertThat(intercepted).hasValue(0);
    }
}
