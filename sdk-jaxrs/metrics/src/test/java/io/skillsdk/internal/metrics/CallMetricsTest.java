package io.skillsdk.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.skillsdk.call.CallMeter.ActionMeter;
import io.skillsdk.call.CallOutcome;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallMetricsTest {

    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final PrometheusRegistry registry = new PrometheusRegistry();

    private final CallMetrics metrics = new CallMetrics(registry);

    private <T extends MetricSnapshot> T snapshot(Class<T> type) {
        return registry.scrape().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<HistogramDataPointSnapshot> durations() {
        return snapshot(HistogramSnapshot.class).getDataPoints();
    }

    @Test
    void aCallStandsInTheFirstBucketWhoseBoundItDoesNotExceed() {
        ActionMeter echo = metrics.of("echo", "POST", "echo");
        echo.ended(200, CallOutcome.SUCCEEDED, 0);
        echo.ended(200, CallOutcome.SUCCEEDED, 5 * MILLI);
        echo.ended(200, CallOutcome.SUCCEEDED, 5 * MILLI + 1);
        echo.ended(200, CallOutcome.SUCCEEDED, 10_000 * MILLI);
        echo.ended(200, CallOutcome.SUCCEEDED, 10_000 * MILLI + 1);

        HistogramDataPointSnapshot durations = durations().get(0);
        assertThat(durations.getClassicBuckets().stream()
                        .map(bucket -> bucket.getUpperBound() + "=" + bucket.getCount()))
                .containsSubsequence("0.005=2", "0.01=1", "0.025=0", "7.5=0", "10.0=1", "Infinity=1");
        assertThat(durations.getCount()).isEqualTo(5);
        assertThat(durations.getSum()).isEqualTo(20.01, within(1e-6));
    }

    @Test
    void whatSharesARouteAndAStatusIsOneSeriesAndEachActionAndOutcomeIsCounted() {
        metrics.of("one", "POST", "shared").ended(500, CallOutcome.FAILED, MILLI);
        metrics.of("other", "POST", "shared").ended(500, CallOutcome.REFUSED, MILLI);
        metrics.of("other", "GET", "shared").ended(500, CallOutcome.FAILED, MILLI);

        assertThat(durations().stream()
                        .map(series -> series.getLabels().get("http_request_method") + " "
                                + series.getLabels().get("http_route") + " "
                                + series.getLabels().get("http_response_status_code") + " " + series.getCount()))
                .containsExactlyInAnyOrder("POST /shared 500 2", "GET /shared 500 1");
        assertThat(snapshot(CounterSnapshot.class).getDataPoints().stream()
                        .map(series -> series.getLabels().get("action") + " "
                                + series.getLabels().get("outcome") + " " + series.getValue()))
                .containsExactlyInAnyOrder("one failed 1.0", "other refused 1.0", "other failed 1.0");
    }

    @Test
    void callsOfManyThreadsAtOnceAreAllCounted() {
        long seed = Long.getLong("test.seed", 22);
        ActionMeter echo = metrics.of("echo", "POST", "echo");
        int calls = 20_000;
        List<CompletableFuture<Void>> threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    Random random = new Random(seed + thread);
                    for (int i = 0; i < calls; i++) {
                        CallOutcome outcome = CallOutcome.values()[random.nextInt(CallOutcome.values().length)];
                        echo.ended(400 + random.nextInt(20), outcome, MILLI);
                    }
                }))
                .toList();
        threads.forEach(thread -> thread.orTimeout(60, TimeUnit.SECONDS).join());

        long counted = durations().stream()
                .mapToLong(HistogramDataPointSnapshot::getCount)
                .sum();
        assertThat(counted).as("seed %d", seed).isEqualTo(4L * calls);
        assertThat(durations()).hasSize(20);
    }
}
