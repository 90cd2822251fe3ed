package io.skillsdk.daemon;

import io.skillsdk.HttpMethod;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillContext;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Actions that a test holds until it lets them go. */
final class HeldActions {

    final CountDownLatch letGo = new CountDownLatch(1);

    final AtomicInteger held = new AtomicInteger();

    final AtomicInteger interrupted = new AtomicInteger();

    /** What it was called with, as long as anybody else remembers it. */
    final List<WeakReference<Call>> payloads = new CopyOnWriteArrayList<>();

    record Call(boolean hold) {}

    @SkillAction(path = "quick")
    public String quick() {
        return "answered";
    }

    /** Quick, unless it is told to wait. */
    @SkillAction(path = "hold")
    public String hold(Call payload) throws InterruptedException {
        payloads.add(new WeakReference<>(payload));
        if (payload.hold()) {
            held.incrementAndGet();
            try {
                letGo.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            } finally {
                held.decrementAndGet();
            }
        }
        return "answered";
    }

    /** Does not listen to interrupts. */
    @SkillAction(path = "ignore")
    public String ignore() {
        held.incrementAndGet();
        boolean wasInterrupted = false;
        while (letGo.getCount() > 0) {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                wasInterrupted = true;
            }
        }
        held.decrementAndGet();
        return "answered after all " + wasInterrupted;
    }

    @SkillAction(path = "never")
    public CompletionStage<String> never() {
        return new CompletableFuture<>();
    }

    @SkillAction(path = "remaining", method = HttpMethod.GET)
    public Map<String, Object> remaining(SkillContext context) {
        return Map.of("millis", context.remaining().toMillis());
    }
}
