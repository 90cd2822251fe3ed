package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds runs by a filter and an order in the style of MongoDB. */
final class RunSearch {

    /** The server's own order. */
    private static final Comparator<JsonDocument> LAST_WRITTEN_FIRST = Comparator.comparing(
                    (JsonDocument run) -> run.get("_updatedAt"), DocumentFilter::compare)
            .reversed();

    private RunSearch() {}

    static List<JsonDocument> find(ExperimentData experiment, StandInCall call) {
        Comparator<JsonDocument> order = null;
        for (Map.Entry<String, JsonDocument> sort :
                DocumentFilter.json(call, "sort").members().entrySet()) {
            Comparator<JsonDocument> by = Comparator.comparing(run -> run.get(sort.getKey()), DocumentFilter::compare);
            by = sort.getValue().wholeNumber(1) < 0 ? by.reversed() : by;
            order = order == null ? by : order.thenComparing(by);
        }
        Stream<JsonDocument> found = order == null
                ? newestFirst(experiment)
                        .filter(DocumentFilter.of(call)::matches)
                        .sorted(LAST_WRITTEN_FIRST)
                : matching(experiment, call).sorted(order);
        return found.skip(call.number("skip", 0))
                .limit(call.number("limit", 25))
                .toList();
    }

    /** Those that the filter matches, in the order in which they were made. */
    static Stream<JsonDocument> matching(ExperimentData experiment, StandInCall call) {
        return experiment.copyOfRuns().stream().map(RunSearch::document).filter(DocumentFilter.of(call)::matches);
    }

    private static Stream<JsonDocument> newestFirst(ExperimentData experiment) {
        List<Map<String, @Nullable Object>> runs = new ArrayList<>(experiment.copyOfRuns());
        Collections.reverse(runs);
        return runs.stream().map(RunSearch::document);
    }

    private static JsonDocument document(Map<String, @Nullable Object> run) {
        synchronized (run) {
            return JsonDocument.of(run);
        }
    }
}
