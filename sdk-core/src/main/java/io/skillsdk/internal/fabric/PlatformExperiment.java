package io.skillsdk.internal.fabric;

import io.skillsdk.fabric.Documents.Document;
import io.skillsdk.fabric.Experiment;
import io.skillsdk.fabric.FabricException;
import io.skillsdk.fabric.FabricException.Reason;
import io.skillsdk.fabric.Run;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.PlatformRequest;
import io.skillsdk.internal.fabric.wire.UrlText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An experiment over the wire. */
record PlatformExperiment(ProjectCalls calls, String name) implements Experiment {

    /** Enough that one with an end is among them, wherever a server sorts those without. */
    private static final int SOME = 25;

    @Override
    public Document document() {
        return Document.of(calls.json(PlatformRequest.of("GET", url(""), words())));
    }

    @Override
    public Run lastRun() {
        return findLastRun()
                .orElseThrow(() ->
                        new FabricException(Reason.NOT_FOUND, 404, "the last run of " + words(), "it has no run"));
    }

    @Override
    public Optional<Run> findLastRun() {
        Optional<PlatformRun> ended = last("endTime", PlatformRun::ended);
        return (ended.isPresent() ? ended : last("_createdAt", PlatformRun::made)).map(Function.identity());
    }

    private Optional<PlatformRun> last(String field, Function<PlatformRun, Optional<Instant>> time) {
        return page(Map.of(), Map.of(field, -1), SOME, 0).stream()
                .filter(run -> time.apply(run).isPresent())
                // of several at one time the first, as the server sorts them
                .min(Comparator.comparing(run -> time.apply(run).orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .or(() -> field.equals("endTime")
                        ? Optional.empty()
                        : page(Map.of(), Map.of(field, -1), 1, 0).stream().findFirst());
    }

    @Override
    public Run run(String id) {
        Objects.requireNonNull(id, "id");
        return new PlatformRun(this, calls.json(PlatformRequest.of("GET", url(runPath(id)), words(id))), null);
    }

    @Override
    public Stream<Run> runs(RunQuery query) {
        Objects.requireNonNull(query, "query");
        Stream<PlatformRun> runs = Pages.stream(
                (limit, skip) -> page(query.filter(), query.sort(), limit, skip),
                PlatformRun::id,
                query.limit() > 0 ? Math.min(query.limit(), 100) : 100);
        return (query.limit() > 0 ? runs.limit(query.limit()) : runs).map(Function.identity());
    }

    private List<PlatformRun> page(
            Map<String, ? extends @Nullable Object> filter, Map<String, Integer> sort, int limit, int skip) {
        String query = "runs?filter=" + json(filter) + (sort.isEmpty() ? "" : "&sort=" + json(sort)) + "&limit=" + limit
                + (skip == 0 ? "" : "&skip=" + skip);
        return calls
                .json(PlatformRequest.of("GET", url("/" + query), "runs of " + words()))
                .get("runs")
                .elements()
                .stream()
                .map(run -> new PlatformRun(this, run, null))
                .toList();
    }

    private String json(Map<String, ? extends @Nullable Object> value) {
        return UrlText.query(new String(JsonDocument.of(value).bytes(), StandardCharsets.UTF_8), words());
    }

    @Override
    public Run startRun() {
        return start(Map.of());
    }

    @Override
    public Run startRun(String id) {
        Objects.requireNonNull(id, "id");
        UrlText.segment(id, words(id));
        return start(Map.of("runId", id));
    }

    /** Sent once: a second one would make a second run, or fail at the first. */
    private Run start(Map<String, ?> id) {
        Instant now = Instant.now();
        Map<String, Object> body = new LinkedHashMap<>(id);
        body.put("startTime", now.getEpochSecond());
        JsonDocument made = calls.json(PlatformRequest.of("POST", url("/runs"), "a run of " + words())
                .with(ProjectCalls.body(body))
                .repeatable(false));
        return new PlatformRun(this, made, now);
    }

    @Override
    public boolean deleteRun(String id) {
        Objects.requireNonNull(id, "id");
        return calls.delete(PlatformRequest.of("DELETE", url(runPath(id)), words(id)));
    }

    String url(String rest) {
        return calls.url("experiments/" + UrlText.segment(name, words()) + rest);
    }

    String runPath(String id) {
        return "/runs/" + UrlText.segment(id, words(id));
    }

    String words() {
        return calls.words("experiment", name);
    }

    String words(String run) {
        return "run '" + run + "' of " + words();
    }

    @Override
    public String toString() {
        return "Experiment[" + name + "]";
    }
}
