package io.skillsdk.internal.fabric.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values by run, without a platform. */
@Timeout(60)
class ArtifactCacheTest {

    /** A run as one call has it. */
    private static class Bound implements CallBound {
        private final String identity;
        private final boolean bounded;
        private final Duration left;
        private final List<Runnable> ends = new ArrayList<>();

        Bound(String identity, boolean bounded, Duration left) {
            this.identity = identity;
            this.bounded = bounded;
            this.left = left;
        }

        @Override
        public String identity() {
            return identity;
        }

        @Override
        public Object call() {
            return this;
        }

        @Override
        public boolean isBounded() {
            return bounded;
        }

        @Override
        public Duration left() {
            return left;
        }

        @Override
        public void onEnd(Runnable end) {
            ends.add(end);
        }

        void end() {
            ends.forEach(Runnable::run);
        }
    }

    /** A value that counts how often it was closed. */
    private static final class Value implements AutoCloseable {
        private final String run;
        private final AtomicInteger closed = new AtomicInteger();

        Value(String run) {
            this.run = run;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static Bound call(String run) {
        return new Bound(run, true, Duration.ofSeconds(40));
    }

    private static <T> CompletableFuture<T> onAThread(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    @Test
    void aLoaderThatReturnsNothingFailsAndDoesNotHang() {
        ArtifactCache<Value> cache = new ArtifactCache<>(1);
        CompletableFuture<Value> got = onAThread(() -> cache.get(call("r"), "artifact 'm'", () -> null));
        assertThatThrownBy(() -> got.get(20, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not return null");
        assertThat(cache.get(call("r"), "x", () -> new Value("r")).run).isEqualTo("r");
    }

    /** The model: the last runs that were used are kept; a value is closed once nobody has it and it is not kept. */
    @Test
    void aValueIsClosedOnceAndNeverWhileACallHasIt() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int keep = 1 + random.nextInt(3);
            ArtifactCache<Value> cache = new ArtifactCache<>(keep);
            List<Bound> calls = new ArrayList<>();
            List<Value> held = new ArrayList<>();
            List<Value> all = new ArrayList<>();
            List<String> used = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                if (random.nextInt(3) > 0 || calls.isEmpty()) {
                    String run = "r" + random.nextInt(5);
                    Bound call = call(run);
                    boolean kept = used.contains(run);
                    Value value = cache.get(call, "x", () -> {
                        Value loaded = new Value(run);
                        all.add(loaded);
                        return loaded;
                    });
                    assertThat(value.run).as("seed %d", seed).isEqualTo(run);
                    assertThat(value == all.get(all.size() - 1) && !kept || kept)
                            .as("seed %d", seed)
                            .isTrue();
                    used.remove(run);
                    used.add(run);
                    if (used.size() > keep) {
                        used.remove(0);
                    }
                    calls.add(call);
                    held.add(value);
                } else {
                    int ending = random.nextInt(calls.size());
                    calls.remove(ending).end();
                    held.remove(ending);
                }
                assertThat(held).as("seed %d", seed).allMatch(value -> value.closed.get() == 0);
                assertThat(all.stream().filter(value -> value.closed.get() == 0 && !held.contains(value)))
                        .as("seed %d: open without a call", seed)
                        .hasSizeLessThanOrEqualTo(keep);
            }
            calls.forEach(Bound::end);
            cache.close();
            assertThat(all).as("seed %d", seed).allMatch(value -> value.closed.get() == 1);
        }
    }

    @Test
    void aFailureOfOneCallDoesNotFailTheOthersAndOneOfTheArtifactDoes() throws Exception {
        for (Reason reason : Reason.values()) {
            ArtifactCache<Value> cache = new ArtifactCache<>(1);
            CountDownLatch loading = new CountDownLatch(1);
            CountDownLatch fail = new CountDownLatch(1);
            CompletableFuture<Value> first = onAThread(() -> cache.get(call("r"), "x", () -> {
                loading.countDown();
                await(fail);
                throw new FabricException(reason, 0, "x", "as the test wants");
            }));
            assertThat(loading.await(30, TimeUnit.SECONDS)).isTrue();
            AtomicInteger own = new AtomicInteger();
            CountDownLatch asked = new CountDownLatch(1);
            Bound waiting = new Bound("r", true, Duration.ofSeconds(40)) {
                @Override
                public Duration left() {
                    asked.countDown();
                    return super.left();
                }
            };
            CompletableFuture<Value> second = onAThread(() -> cache.get(waiting, "x", () -> {
                own.incrementAndGet();
                return new Value("own");
            }));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            fail.countDown();
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(FabricException.class);
            boolean ofThatCall = List.of(Reason.TIMED_OUT, Reason.INTERRUPTED, Reason.TOKEN_REFUSED, Reason.FORBIDDEN)
                    .contains(reason);
            if (ofThatCall) {
                assertThat(second.get(30, TimeUnit.SECONDS).run)
                        .as("%s", reason)
                        .isEqualTo("own");
            } else {
                assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
                        .as("%s", reason)
                        .hasCauseInstanceOf(FabricException.class);
            }
            assertThat(own).as("%s", reason).hasValue(ofThatCall ? 1 : 0);
        }
    }

    @Test
    void whoHasNoTimeLeftDoesNotWaitForAnotherCallsLoad() throws Exception {
        ArtifactCache<Value> cache = new ArtifactCache<>(1);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Value> first = onAThread(() -> cache.get(call("r"), "x", () -> {
            loading.countDown();
            await(go);
            return new Value("r");
        }));
        assertThat(loading.await(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> cache.get(new Bound("r", true, Duration.ZERO), "artifact 'm'", () -> new Value("no")))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TIMED_OUT))
                .hasMessageContaining("artifact 'm'");
        go.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).run).isEqualTo("r");
    }

    @Test
    void withoutACallThatEndsAValueStaysUntilTheCacheIsClosed() {
        ArtifactCache<Value> cache = new ArtifactCache<>(1);
        Bound job = new Bound("r1", false, Duration.ofDays(1));
        Value one = cache.get(job, "x", () -> new Value("r1"));
        cache.get(new Bound("r2", false, Duration.ofDays(1)), "x", () -> new Value("r2"));
        assertThat(one.closed).as("a job may still use it").hasValue(0);
        assertThat(job.ends).isEmpty();
    }

    @Test
    void aLoaderThatFailsIsAskedAgainAndItsOwnExceptionComesOut() {
        ArtifactCache<Value> cache = new ArtifactCache<>(1);
        IllegalArgumentException bad = new IllegalArgumentException("not a model");
        assertThatThrownBy(() -> cache.get(call("r"), "x", () -> {
                    throw bad;
                }))
                .isSameAs(bad);
        AssertionError error = new AssertionError("broken");
        assertThatThrownBy(() -> cache.get(call("r"), "x", () -> {
                    throw error;
                }))
                .isSameAs(error);
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.get(call("r"), "x", () -> {
                    throw new IllegalStateException("once more");
                }))
                .withMessage("once more");
        assertThat(cache.get(call("r"), "x", () -> new Value("r")).run).isEqualTo("r");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
