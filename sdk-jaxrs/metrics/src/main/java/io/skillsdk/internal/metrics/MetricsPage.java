package io.skillsdk.internal.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.skillsdk.daemon.extension.BuiltInPage;
import io.skillsdk.daemon.extension.PageRequest;
import io.skillsdk.daemon.extension.PageResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Writes the metrics of the daemon, of the virtual machine, and those that the skill has registered in Prometheus' default
 * registry, as text in the format that the reader asks for.
 */
final class MetricsPage implements BuiltInPage.Answer {

    private final PrometheusRegistry own;

    MetricsPage(PrometheusRegistry own) {
        this.own = own;
    }

    @Override
    public PageResponse to(PageRequest request) throws IOException {
        ExpositionFormatWriter writer =
                Formats.ALL.findWriter(request.header("Accept").orElse(null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, scrape());
        return PageResponse.ok(writer.getContentType(), out.toByteArray());
    }

    /** Of two with one name, that of the skill's own counts. */
    private MetricSnapshots scrape() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        for (PrometheusRegistry registry : List.of(PrometheusRegistry.defaultRegistry, own, JvmRegistry.REGISTRY)) {
            for (MetricSnapshot snapshot : registry.scrape()) {
                if (!all.containsMetricName(snapshot.getMetadata().getPrometheusName())) {
                    all.metricSnapshot(snapshot);
                }
            }
        }
        return all.build();
    }

    /** Made at the first request. */
    private static final class Formats {

        static final ExpositionFormats ALL = ExpositionFormats.init();

        private Formats() {}
    }
}
