package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.ContentBody;
import io.skillsdk.fabric.Download;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Run;
import io.skillsdk.internal.fabric.artifact.CallBound;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A run over the wire. */
final class PlatformRun implements Run, CallBound {

    /** Times before this many seconds are seconds, later ones milliseconds: the year 5138. */
    private static final double MOST_SECONDS = 1e11;

    private final PlatformExperiment experiment;

    private final JsonDocument document;

    private final String id;

    private final @Nullable Instant startedHere;

    private final AtomicBoolean stopped = new AtomicBoolean();

    PlatformRun(PlatformExperiment experiment, JsonDocument document, @Nullable Instant startedHere) {
        this.experiment = experiment;
        this.document = document;
        this.startedHere = startedHere;
        this.id = document.get("runId").text();
        if (id.isEmpty()) {
            throw new FabricException(
                    Reason.UNREADABLE_ANSWER, 0, "a run of " + experiment.words(), "the run has no runId");
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String experiment() {
        return experiment.name();
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return document.get("params").map();
    }

    @Override
    public Map<String, @Nullable Object> metrics() {
        return document.get("metrics").map();
    }

    @Override
    public Map<String, @Nullable Object> meta() {
        return document.get("meta").map();
    }

    @Override
    public Optional<Instant> started() {
        return time("startTime").or(() -> time("start"));
    }

    @Override
    public Optional<Instant> ended() {
        return time("endTime").or(() -> time("end"));
    }

    Optional<Instant> made() {
        return ContentEntries.time(document.get("_createdAt"));
    }

    /** Whole seconds by cortex-python, and texts in older documents. */
    private Optional<Instant> time(String field) {
        JsonDocument value = document.get(field);
        if (!value.isNumber()) {
            return ContentEntries.time(value);
        }
        double number = value.number(0);
        return number <= 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((long) (number < MOST_SECONDS ? number * 1000 : number)));
    }

    @Override
    public Set<String> artifacts() {
        return document.get("artifacts").members().keySet();
    }

    @Override
    public Download artifact(String name) {
        Objects.requireNonNull(name, "name");
        String what = "artifact '" + name + "' of " + experiment.words(id);
        return calls().download(
                        PlatformRequest.of("GET", url("artifacts", name), what), what, () -> experiment.run(id));
    }

    @Override
    public void upload(String name, ContentBody body) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(body, "body");
        calls().json(PlatformRequest.of(
                        "PUT", url("artifacts", name), "artifact '" + name + "' of " + experiment.words(id))
                .with(body)
                .within(PlatformRequest.Time.TRANSFER));
    }

    @Override
    public void param(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        set("params", name, value);
    }

    @Override
    public void metric(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        set("metrics", name, value);
    }

    @Override
    public void meta(String name, Object value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        set("meta", name, value);
    }

    private void set(String kind, String name, Object value) {
        calls().json(PlatformRequest.of("PUT", url(kind, name), kind + " '" + name + "' of " + experiment.words(id))
                .with(ProjectCalls.body(Map.of("value", value))));
    }

    /** Times are whole seconds, as cortex-python writes and reads them. */
    @Override
    public void close() {
        if (startedHere == null || stopped.getAndSet(true)) {
            return;
        }
        Instant now = Instant.now();
        Map<String, Object> end = new LinkedHashMap<>();
        end.put("startTime", startedHere.getEpochSecond());
        end.put("endTime", now.getEpochSecond());
        end.put("took", Duration.between(startedHere, now).toMillis() / 1000.0);
        calls().json(PlatformRequest.of("PUT", experiment.url(experiment.runPath(id)), experiment.words(id))
                .with(ProjectCalls.body(end)));
    }

    @Override
    public String identity() {
        return experiment.url(experiment.runPath(id));
    }

    @Override
    public Object call() {
        return calls().scope();
    }

    @Override
    public boolean isBounded() {
        return calls().scope().isBounded();
    }

    @Override
    public Duration left() {
        return calls().scope().left();
    }

    @Override
    public void onEnd(Runnable end) {
        calls().scope().onEnd(end);
    }

    private ProjectCalls calls() {
        return experiment.calls();
    }

    private String url(String kind, String name) {
        return experiment.url(experiment.runPath(id) + "/" + kind + "/"
                + UrlText.segment(name, kind + " '" + name + "' of " + experiment.words(id)));
    }

    @Override
    public String toString() {
        return "Run[" + experiment.name() + "/" + id + "]";
    }
}
