package io.skillsdk.internal.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.skillsdk.call.CallMeter;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.DaemonExtension;
import io.skillsdk.daemon.extension.DaemonInfo;
import java.util.List;

/** Adds {@code /metrics} to the daemon. */
public final class MetricsExtension implements DaemonExtension {

    private final PrometheusRegistry registry = new PrometheusRegistry();

    /** Made by the daemon. */
    public MetricsExtension() {}

    @Override
    public List<CallMeter> meters() {
        return List.of(new CallMetrics(registry));
    }

    @Override
    public List<BuiltInPage> pages(DaemonInfo daemon) {
        DaemonMetrics.register(daemon.gauges(), registry);
        return List.of(BuiltInPage.get("metrics", new MetricsPage(registry)));
    }
}
