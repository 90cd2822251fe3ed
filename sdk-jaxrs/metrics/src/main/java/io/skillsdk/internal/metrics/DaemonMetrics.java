package io.skillsdk.internal.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.skillsdk.call.RefusalReason;
import io.skillsdk.daemon.extension.DaemonGauges;
import java.util.Locale;
import java.util.function.IntSupplier;

/** What the daemon is doing, at the moment it is asked. */
final class DaemonMetrics {

    private DaemonMetrics() {}

    static void register(DaemonGauges gauges, PrometheusRegistry registry) {
        gauge(registry, "http_server_active_requests", "Calls that run now", gauges::callsInFlight);
        gauge(registry, "skill_calls_waiting", "Calls that wait for a slot", gauges::callsWaiting);
        gauge(registry, "skill_calls_limit", "The setting daemon.max-concurrency", gauges::maxConcurrency);
        GaugeWithCallback.builder()
                .name("skill_calls_utilization_ratio")
                .help("Calls that run or wait, as a share of the limit: what to scale by; above 1 when calls wait")
                .callback(callback -> callback.call(
                        (double) (gauges.callsInFlight() + gauges.callsWaiting()) / gauges.maxConcurrency()))
                .register(registry);
        gauge(registry, "skill_connections_open", "Open connections", gauges::openConnections);
        gauge(registry, "skill_connections_limit", "The setting daemon.max-connections", gauges::maxConnections);
        gauge(
                registry,
                "skill_threads_given_up",
                "Threads that still run an action whose caller was told of a time-out",
                gauges::threadsGivenUp);
        CounterWithCallback.builder()
                .name("skill_requests_refused_total")
                .help("Requests that were refused before an action was called")
                .labelNames("reason")
                .callback(callback -> {
                    for (RefusalReason reason : RefusalReason.values()) {
                        callback.call(
                                (double) gauges.refused(reason), reason.name().toLowerCase(Locale.ROOT));
                    }
                })
                .register(registry);
    }

    private static void gauge(PrometheusRegistry registry, String name, String help, IntSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsInt()))
                .register(registry);
    }
}
