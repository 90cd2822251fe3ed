package io.skillsdk.daemon;

import io.skillsdk.json.JsonValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the daemon is: alive as long as it answers, ready unless it is stopping or a check of the author says otherwise. */
final class Health {

    /** An answer to a probe. */
    record Report(int status, String json) {}

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    // as text, so that a start need not wait for the JSON library here
    private static final Report UP = new Report(200, "{\"payload\":{\"status\":\"up\"}}");

    private static final Report STOPPING = new Report(503, "{\"payload\":{\"status\":\"stopping\"}}");

    private final Map<String, BooleanSupplier> checks;

    private volatile boolean stopping;

    Health(Map<String, BooleanSupplier> checks) {
        this.checks = new LinkedHashMap<>(checks);
    }

    void stopping() {
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
        return new Report(up ? 200 : 503, JsonValues.write(Map.of("payload", status)));
    }

    private static boolean isUp(String name, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("The readiness check '{}' failed", name, e);
            return false;
        }
    }
}
