package io.skillsdk.internal.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import java.util.Locale;

/** Counts calls: how long they took, by route, method and status, and what they came to. */
final class CallMetrics implements CallListener {

    /** Those of the semantic conventions for {@code http.server.request.duration}, in seconds. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

    private static final double NANOS = 1e9;

    private final Histogram durations;

    private final Counter outcomes;

    CallMetrics(PrometheusRegistry registry) {
        durations = Histogram.builder()
                .name("http_server_request_duration_seconds")
                .unit(Unit.SECONDS)
                .help("How long calls took from their arrival to their answer")
                .labelNames("http_request_method", "http_route", "http_response_status_code")
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .register(registry);
        outcomes = Counter.builder()
                .name("skill_calls_total")
                .help("Calls by what they came to: succeeded, invalid, overloaded, refused, failed or timed_out")
                .labelNames("action", "outcome")
                .register(registry);
    }

    @Override
    public void ended(EndedCall call) {
        durations
                .labelValues(call.call().method(), "/" + call.call().route(), Integer.toString(call.status()))
                .observe((call.waited().toNanos() + call.took().toNanos()) / NANOS);
        outcomes.labelValues(call.call().action(), word(call.outcome())).inc();
    }

    private static String word(CallOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
