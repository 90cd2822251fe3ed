package io.skillsdk.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Fabric;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.internal.fabric.call.CallFabric;
import io.skillsdk.internal.fabric.call.FabricSettings;
import io.skillsdk.internal.fabric.call.SessionForm;
import io.skillsdk.internal.fabric.standin.StandInPlatform;
import io.skillsdk.internal.fabric.standin.StandInServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One client, many threads and calls: no answer goes to another one. */
@Timeout(120)
class ManyCallsTest {

    private static final int THREADS = 12;

    @Test
    void eachGetsItsOwnAnswerWhateverFailsBesideIt() throws Exception {
        StandInPlatform standIn = new StandInPlatform(Clock.systemUTC(), SessionForm.BARE);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (StandInServer server = new StandInServer(standIn)) {
            TestPlatform platform = new TestPlatform(server.url(), FabricSettings.DEFAULTS.retries(2));
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                all.add(threads.submit(() -> {
                    Random random = new Random(seed);
                    for (int round = 0; round < 10; round++) {
                        if (random.nextInt(6) == 0) {
                            standIn.faults()
                                    .failNext("content", random.nextBoolean() ? Reason.UNAVAILABLE : Reason.BUSY);
                        }
                        oneCall(platform, "t" + seed + "/r" + round, random);
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get(100, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void oneCall(TestPlatform platform, String key, Random random) {
        try (CallFabric call = platform.call("token-" + key.replace('/', '-'), Duration.ofSeconds(60))) {
            Fabric fabric = call.fabric();
            String text = key + "x".repeat(random.nextInt(100_000));
            fabric.content().upload(key, ContentBody.of(text.getBytes(StandardCharsets.UTF_8)));
            assertThat(fabric.content().download(key).text(200_000)).isEqualTo(text);
            fabric.sessions().of(key).put("own", key);
            assertThat(fabric.sessions().of(key).get("own", String.class)).contains(key);
            if (random.nextBoolean()) {
                // left open: its call closes it, and its connection serves nobody else's answer
                fabric.content().download(key);
            }
            assertThat(fabric.content().delete(key)).isTrue();
            assertThat(fabric.content().find(key)).isEmpty();
        } catch (FabricException e) {
            // several faults may meet one call, which then ends as it says
            assertThat(e.reason()).isIn(Reason.UNAVAILABLE, Reason.BUSY);
            assertThat(e.what()).contains(key);
        }
    }
}
