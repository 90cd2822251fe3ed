package io.skillsdk.internal.daemon.page;

import io.skillsdk.internal.answer.ActionAnswer;
import io.skillsdk.internal.daemon.execution.FatalErrorExit;
import io.skillsdk.internal.daemon.request.Reply;
import io.skillsdk.internal.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the daemon is: alive as long as it answers, ready unless it is stopping or a check of the author says otherwise. */
public final class Health {

    /** An answer to a probe. */
    private record Report(int status, String json) {}

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private static final Report UP = report(200, "up");

    private static final Report STOPPING = report(503, "stopping");

    private volatile Map<String, BooleanSupplier> checks;

    private final Executor threads;

    /** The probes that wait for the run of the checks that is going on; guarded by itself. */
    private final List<Consumer<Report>> waiting = new ArrayList<>();

    private volatile boolean stopping;

    /**
     * Makes it.
     *
     * @param threads runs the checks, which are an author's and may block, one run at a time
     */
    public Health(Map<String, BooleanSupplier> checks, Executor threads) {
        this.checks = new LinkedHashMap<>(checks);
        this.threads = threads;
    }

    /** Takes other checks, as of another version of the program. */
    public void checkBy(Map<String, BooleanSupplier> others) {
        checks = new LinkedHashMap<>(others);
    }

    public void stopping() {
        stopping = true;
    }

    /** Answers a probe of whether it is alive. */
    void live(Reply reply) {
        answer(UP, reply);
    }

    /** Answers a probe of whether it is ready. The checks are an author's, and may take their time: never on a thread that serves. */
    void ready(Reply reply) {
        Report known = readyAtOnce();
        if (known != null) {
            answer(known, reply);
        } else if (reply.detach()) {
            whenChecked(report -> answer(report, reply));
        }
    }

    private static void answer(Report report, Reply reply) {
        reply.send(new ActionAnswer(report.status(), report.json().getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    /** Whether it is ready, or null when checks have to be run to tell. */
    private @Nullable Report readyAtOnce() {
        if (stopping) {
            return STOPPING;
        }
        return checks.isEmpty() ? UP : null;
    }

    /** Tells when the checks have been run. Who comes while they run is told what that run finds: one prober cannot starve another. */
    private void whenChecked(Consumer<Report> then) {
        synchronized (waiting) {
            waiting.add(then);
            if (waiting.size() > 1) {
                return;
            }
        }
        try {
            threads.execute(this::check);
        } catch (RejectedExecutionException e) {
            tell(STOPPING);
        }
    }

    private void check() {
        Report found = report(503, "down");
        try {
            found = run();
        } finally {
            tell(stopping ? STOPPING : found);
        }
    }

    private void tell(Report report) {
        List<Consumer<Report>> told;
        synchronized (waiting) {
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(each -> each.accept(report));
    }

    private Report run() {
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
        } catch (Throwable e) {
            FatalErrorExit.endIfFatal(e);
            LOG.warn("The readiness check '{}' failed", name, e);
            return false;
        }
    }
}
