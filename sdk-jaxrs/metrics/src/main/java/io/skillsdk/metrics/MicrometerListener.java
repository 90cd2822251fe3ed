package io.skillsdk.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.CallOutcome;
import io.skillsdk.call.EndedCall;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells calls to a registry of Micrometer, as the timer {@code http.server.request.duration} with the tags
 * {@code http.request.method}, {@code http.route}, {@code http.response.status_code}, and {@code outcome}: the names of
 * OpenTelemetry's semantic conventions. The application brings {@code micrometer-core} and the registry.
 *
 * <pre>{@code
 * SkillDaemon.builder(new WordCount()).listener(new MicrometerListener(registry)).run(args);
 * }</pre>
 */
public final class MicrometerListener implements CallListener {

    private record Series(String method, String route, int status, CallOutcome outcome) {}

    private final MeterRegistry registry;

    /** As many as there are actions, statuses and outcomes. */
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    /**
     * Makes a listener.
     *
     * @param registry where the timers are
     */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void ended(EndedCall call) {
        Series series = new Series(call.call().method(), call.call().route(), call.status(), call.outcome());
        timers.computeIfAbsent(series, this::timer).record(call.waited().plus(call.took()));
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.request.duration")
                .description("How long calls took from their arrival to their answer")
                .tag("http.request.method", series.method())
                .tag("http.route", "/" + series.route())
                .tag("http.response.status_code", Integer.toString(series.status()))
                .tag("outcome", series.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
