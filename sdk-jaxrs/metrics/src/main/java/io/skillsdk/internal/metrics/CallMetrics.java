package io.skillsdk.internal.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import io.skillsdk.call.CallMeter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counts calls: how long they took, by route, method and status, and what they came to. A call costs two additions; the labels, and
 * sums over what shares them, are made when somebody looks.
 */
final class CallMetrics implements CallMeter {

    private final List<ActionSeries> actions = new CopyOnWriteArrayList<>();

    CallMetrics(PrometheusRegistry registry) {
        registry.register(this::durations);
        registry.register(this::outcomes);
    }

    @Override
    public ActionMeter of(String action, String method, String route) {
        ActionSeries series = new ActionSeries(action, method, route);
        actions.add(series);
        return series;
    }

    /** What has the same labels, together: several actions may share a route. */
    private static final class Sum {

        private final long[] counts = new long[CallSeries.BOUNDS.length];

        private double seconds;

        void add(CallSeries series) {
            long[] more = series.counts();
            Arrays.setAll(counts, i -> counts[i] + more[i]);
            seconds += series.seconds();
        }
    }

    private HistogramSnapshot durations() {
        Map<Labels, Sum> sums = new LinkedHashMap<>();
        for (ActionSeries action : actions) {
            for (CallSeries each : action.all()) {
                Labels labels = Labels.of(
                        "http_request_method",
                        action.method,
                        "http_route",
                        action.route,
                        "http_response_status_code",
                        Integer.toString(each.status));
                sums.computeIfAbsent(labels, unused -> new Sum()).add(each);
            }
        }
        HistogramSnapshot.Builder all = HistogramSnapshot.builder()
                .name("http_server_request_duration_seconds")
                .unit(Unit.SECONDS)
                .help("How long calls took from their arrival to their answer");
        sums.forEach((labels, sum) -> all.dataPoint(HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(ClassicHistogramBuckets.of(CallSeries.BOUNDS, sum.counts))
                .sum(sum.seconds)
                .build()));
        return all.build();
    }

    private CounterSnapshot outcomes() {
        Map<Labels, Double> sums = new LinkedHashMap<>();
        for (ActionSeries action : actions) {
            for (CallSeries each : action.all()) {
                String outcome = each.outcome.name().toLowerCase(Locale.ROOT);
                double count = Arrays.stream(each.counts()).sum();
                sums.merge(Labels.of("action", action.action, "outcome", outcome), count, Double::sum);
            }
        }
        CounterSnapshot.Builder all = CounterSnapshot.builder()
                .name("skill_calls")
                .help("Calls by what they came to: succeeded, invalid, overloaded, refused, failed or timed_out");
        sums.forEach((labels, count) -> all.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(count).build()));
        return all.build();
    }
}
