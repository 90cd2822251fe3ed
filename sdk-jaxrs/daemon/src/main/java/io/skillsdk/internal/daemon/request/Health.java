package io.skillsdk.internal.daemon.request;

import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.json.JsonCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the daemon is: alive as long as it answers, ready unless it is stopping or a check of the author says otherwise. */
public final class Health {

    /** An answer to a probe. */
    record Report(int status, String json) {}

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private static final Report UP = report(200, "up");

    private static final Report STOPPING = report(503, "stopping");

    /** What answers a probe that comes while another one is still running the checks. */
    static final Report CHECKING = report(503, "checking");

    private final Map<String, BooleanSupplier> checks;

    private volatile boolean stopping;

    public Health(Map<String, BooleanSupplier> checks) {
        this.checks = new LinkedHashMap<>(checks);
    }

    public void stopping() {
        stopping = true;
    }

    Report live() {
        return UP;
    }

    /** Whether {@link #ready} calls an author's code, which may take its time. */
    boolean hasChecks() {
        return !checks.isEmpty();
    }

    Report ready() {
        if (stopping) {
            return STOPPING;
        }
        if (checks.isEmpty()) {
            return UP;
        }
        Map<String, String> found = new LinkedHashMap<>();
        checks.forEach((name, check) -> found.put(name, isUp(name, check) ? "up" : "down"));
        boolean up = !found.containsValue("down");
        Map<String, Object> status = Map.of("status", up ? "up" : "down", "checks", found);
        return new Report(up ? 200 : 503, JsonCodec.write(Map.of("payload", status)));
    }

    /** As text, so that a start need not wait for the JSON library here. */
    private static Report report(int httpStatus, String status) {
        return new Report(httpStatus, "{\"payload\":{\"status\":\"" + status + "\"}}");
    }

    private static boolean isUp(String name, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (OutOfMemoryError fatal) {
            FatalErrorExit.end(fatal);
            return false;
        } catch (Throwable e) {
            LOG.warn("The readiness check '{}' failed", name, e);
            return false;
        }
    }
}
