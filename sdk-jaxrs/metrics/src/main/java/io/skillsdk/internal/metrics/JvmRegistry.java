package io.skillsdk.internal.metrics;

import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The metrics of the virtual machine, which has one set of them however many daemons it runs. Made at the first look. */
final class JvmRegistry {

    static final PrometheusRegistry REGISTRY = filled();

    private JvmRegistry() {}

    private static PrometheusRegistry filled() {
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder().register(registry);
        return registry;
    }
}
