package io.skillsdk.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.Platform;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricCall;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One load for each run. */
@Timeout(60)
class CachedArtifactTest {

    /** A model that knows whether it was closed. */
    private static final class Model implements AutoCloseable {
        private final String text;
        private volatile boolean closed;

        Model(String text) {
            this.text = text;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final StandInPlatform standIn = new StandInPlatform(Clock.systemUTC(), SessionForm.BARE);

    private final Platform platform = Platform.over(
            standIn, FabricSettings.DEFAULTS.sessionForm(SessionForm.BARE).retries(0), Clock.systemUTC());

    private final AtomicInteger loads = new AtomicInteger();

    private final CachedArtifact<Model> cache = CachedArtifact.of("model", artifact -> {
        loads.incrementAndGet();
        return new Model(artifact.text(1000));
    });

    @Test
    void manyCallsAtOnceLoadOnce() throws Exception {
        run("r1", "one", 1);
        CountDownLatch begin = new CountDownLatch(1);
        CachedArtifact<Model> slow = CachedArtifact.of("model", artifact -> {
            begin.await(30, TimeUnit.SECONDS);
            loads.incrementAndGet();
            return new Model(artifact.text(1000));
        });
        ExecutorService threads = Executors.newFixedThreadPool(50);
        List<Future<Model>> models = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            models.add(threads.submit(() -> slow.ofLastRun(experiment(call()))));
        }
        begin.countDown();
        Model first = models.get(0).get();
        for (Future<Model> model : models) {
            assertThat(model.get()).isSameAs(first);
        }
        threads.shutdown();
        assertThat(loads).hasValue(1);
        assertThat(first.closed).isFalse();
    }

    @Test
    void aNewerRunIsNoticedAndTheOldValueClosedWhenItsCallsHaveEnded() {
        run("r1", "one", 1);
        CallFabric old = call();
        Model one = cache.ofLastRun(experiment(old));
        run("r2", "two", 2);
        CallFabric next = call();
        Model two = cache.ofLastRun(experiment(next));
        assertThat(two.text).isEqualTo("two");
        assertThat(one.closed).isFalse();
        old.close();
        assertThat(one.closed).isTrue();
        next.close();
        assertThat(two.closed).isFalse();
        assertThat(cache.ofLastRun(experiment(call()))).isSameAs(two);
        assertThat(loads).hasValue(2);
    }

    @Test
    void anOldValueThatNobodyHasIsClosedAtOnce() {
        run("r1", "one", 1);
        CallFabric old = call();
        Model one = cache.ofLastRun(experiment(old));
        cache.ofLastRun(experiment(old));
        old.close();
        assertThat(one.closed).isFalse();
        run("r2", "two", 2);
        cache.ofLastRun(experiment(call()));
        assertThat(one.closed).isTrue();
    }

    @Test
    void anActionThatRunsOnAfterItsAnswerKeepsItsValue() {
        run("r1", "one", 1);
        CallFabric late = call();
        Model one = cache.ofLastRun(experiment(late));
        late.scope().close();
        run("r2", "two", 2);
        cache.ofLastRun(experiment(call()));
        assertThat(one.closed).isFalse();
        late.scope().release();
        assertThat(one.closed).isTrue();
    }

    @Test
    void severalRunsAreKeptWhenAskedFor() {
        run("r1", "one", 1);
        run("r2", "two", 2);
        CachedArtifact<Model> two = cache.keeping(2);
        Experiment experiment = experiment(call());
        for (int i = 0; i < 5; i++) {
            assertThat(two.of(experiment.run("r1")).text).isEqualTo("one");
            assertThat(two.of(experiment.run("r2")).text).isEqualTo("two");
        }
        assertThat(loads).hasValue(2);
    }

    @Test
    void aFailedLoadIsNotKept() {
        run("r1", "one", 1);
        AtomicInteger tries = new AtomicInteger();
        CachedArtifact<String> flaky = CachedArtifact.of("model", artifact -> {
            if (tries.incrementAndGet() == 1) {
                throw new IOException("disk full");
            }
            return artifact.text(100);
        });
        assertThatThrownBy(() -> flaky.ofLastRun(experiment(call()))).hasRootCauseMessage("disk full");
        assertThat(flaky.ofLastRun(experiment(call()))).isEqualTo("one");
    }

    @Test
    void aCallWhoseTimeIsUpDoesNotFailTheOthersThatWait() throws Exception {
        run("r1", "one", 1);
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        CachedArtifact<String> cache = CachedArtifact.of("model", artifact -> {
            if (tries.incrementAndGet() == 1) {
                loading.countDown();
                fail.await(30, TimeUnit.SECONDS);
                throw new FabricException(Reason.TIMED_OUT, 0, "it", null);
            }
            return artifact.text(100);
        });
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> cache.ofLastRun(experiment(call())));
        loading.await(30, TimeUnit.SECONDS);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> cache.ofLastRun(experiment(call())));
        fail.countDown();
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("one");
        assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(FabricException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80049500010000",
                "8003636e756d7079",
                "80027d71",
                "8005",
                "286470300a",
                "286c70300a",
                "63736b6c6561726e2e74726565204465630a",
                "63636f70795f7265670a5f7265636f6e7374727563746f720a"
            })
    void aPicklesIsRefusedWithWhatToUseInstead(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length < 3) {
            bytes = new byte[] {bytes[0], bytes[1], 0x4b};
        }
        run("r1", new String(bytes, StandardCharsets.ISO_8859_1), 1, bytes);
        boolean isPickle = !hex.contains("74726565204465630a");
        if (!isPickle) {
            // a name with a space is no module: an ordinary text
            assertThat(cache.ofLastRun(experiment(call()))).isNotNull();
            return;
        }
        assertThatThrownBy(() -> cache.ofLastRun(experiment(call())))
                .isInstanceOfSatisfying(
                        FabricException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INVALID))
                .hasMessageContaining("Python pickle")
                .hasMessageContaining("ONNX or PMML");
        assertThat(loads).hasValue(0);
    }

    @Test
    void filesOfOtherKindsAreLoaded() {
        for (String begin : List.of(
                "<?xml version=\"1.0\"?><PMML/>",
                "tree\nversion=v4\n",
                "{\"learner\":{}}",
                "PK\u0003\u0004",
                "",
                "c\n",
                "csv,header\na,b\n")) {
            run("r" + begin.hashCode(), begin, begin.hashCode() & 0xffff);
            assertThat(cache.of(experiment(call()).run("r" + begin.hashCode())).text)
                    .isEqualTo(begin);
        }
    }

    @Test
    void closingClosesAllThatNobodyUses() {
        run("r1", "one", 1);
        CallFabric call = call();
        Model one = cache.ofLastRun(experiment(call));
        cache.close();
        assertThat(one.closed).isFalse();
        call.close();
        assertThat(one.closed).isTrue();
    }

    @Test
    void callsThatComeAndGoWithChangingRunsNeverSeeAClosedValue() throws Exception {
        for (int i = 0; i < 5; i++) {
            run("r" + i, "m" + i, i);
        }
        Map<Model, Boolean> seen = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int seed = t;
            all.add(threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    try (CallFabric call = call()) {
                        String id = "r" + (seed * 7 + i * 3) % 5;
                        Model model = cache.of(experiment(call).run(id));
                        seen.put(model, true);
                        assertThat(model.closed).isFalse();
                        assertThat(model.text).isEqualTo("m" + id.substring(1));
                        assertThat(model.closed).isFalse();
                    }
                }
            }));
        }
        for (Future<?> one : all) {
            one.get(50, TimeUnit.SECONDS);
        }
        threads.shutdown();
        cache.close();
        assertThat(seen.keySet()).allMatch(model -> model.closed);
    }

    private void run(String id, String text, long end) {
        run(id, text, end, text.getBytes(StandardCharsets.UTF_8));
    }

    private void run(String id, String text, long end, byte[] bytes) {
        try (CallFabric call = call()) {
            if (call.fabric().experiments().find("e").isEmpty()) {
                call.fabric().experiments().save(Map.of("name", "e"));
            }
            Run run = experiment(call).startRun(id);
            run.upload("model", ContentBody.of(bytes));
            call.fabric()
                    .raw()
                    .send("PUT", "projects/p/experiments/e/runs/{r}", Map.of("endTime", end + 1), Object.class, id);
        }
    }

    private static Experiment experiment(CallFabric call) {
        return call.fabric().experiments().get("e");
    }

    private CallFabric call() {
        return platform.open(new FabricCall(
                StandInPlatform.ENDPOINT, "t", "p", "s", "a", Instant.now().plusSeconds(60), Map.of()));
    }
}
