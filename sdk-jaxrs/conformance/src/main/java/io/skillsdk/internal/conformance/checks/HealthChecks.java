package io.skillsdk.internal.conformance.checks;

import io.skillsdk.internal.conformance.http.Reply;
import io.skillsdk.internal.conformance.http.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Whether a probe can tell that the daemon is ready. */
public final class HealthChecks {

    /** Kubernetes waits for one second unless it is told otherwise. */
    private static final Duration PROBE = Duration.ofSeconds(1);

    private HealthChecks() {}

    public static List<Check> all() {
        return List.of(
                Check.required("health.ready", "Answer the readiness probe with 200", target -> {
                    Reply reply = probe(target);
                    return reply.status() == 200 ? "" : reply.toString();
                }),
                Check.recommended("health.quick", "Answer the readiness probe within a second", target -> {
                    probe(target);
                    long start = System.nanoTime();
                    probe(target);
                    long took = System.nanoTime() - start;
                    return took < PROBE.toNanos() ? "" : "it took " + took / 1_000_000 + " ms";
                }));
    }

    static Reply probe(Target target) throws IOException, Check.NotGivenException {
        String path = target.health();
        if (path == null) {
            throw new Check.NotGivenException("Needs the path of the readiness page: --health.");
        }
        return target.call(Request.post(path, "").method("GET").withoutBody());
    }
}
