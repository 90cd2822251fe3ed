package io.skillsdk.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.skillsdk.call.CallListener;
import io.skillsdk.call.EndedCall;
import java.util.Locale;
import java.util.Objects;

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

    private final MeterRegistry registry;

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
        Timer.builder("http.server.request.duration")
                .description("How long calls took from their arrival to their answer")
                .tag("http.request.method", call.call().method())
                .tag("http.route", "/" + call.call().route())
                .tag("http.response.status_code", Integer.toString(call.status()))
                .tag("outcome", call.outcome().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(call.waited().plus(call.took()));
    }
}
