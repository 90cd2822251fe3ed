package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds runs by a filter and an order in the style of MongoDB, as far as the client documents them. */
final class RunSearch {

    private RunSearch() {}

    static List<JsonDocument> find(ExperimentData experiment, StandInCall call) {
        Map<String, JsonDocument> filter = json(call, "filter").members();
        Comparator<JsonDocument> order = null;
        for (Map.Entry<String, JsonDocument> sort : json(call, "sort").members().entrySet()) {
            Comparator<JsonDocument> by = Comparator.comparing(run -> run.get(sort.getKey()), RunSearch::compare);
            by = sort.getValue().wholeNumber(1) < 0 ? by.reversed() : by;
            order = order == null ? by : order.thenComparing(by);
        }
        var found = experiment.copyOfRuns().stream()
                .map(RunSearch::document)
                .filter(run -> filter.entrySet().stream()
                        .allMatch(condition -> matches(run.get(condition.getKey()), condition.getValue())));
        return (order == null ? found : found.sorted(order))
                .skip(call.number("skip", 0))
                .limit(call.number("limit", 25))
                .toList();
    }

    private static JsonDocument document(Map<String, @Nullable Object> run) {
        synchronized (run) {
            return JsonDocument.of(run);
        }
    }

    private static JsonDocument json(StandInCall call, String name) {
        String text = call.query().get(name);
        if (text == null) {
            return JsonDocument.ABSENT;
        }
        JsonDocument json = JsonDocument.tryRead(text.getBytes(StandardCharsets.UTF_8));
        if (json == null) {
            throw new Refusal(400, "'" + name + "' is not valid JSON");
        }
        return json;
    }

    private static boolean matches(JsonDocument value, JsonDocument condition) {
        if (condition.isAbsent()) {
            return value.isAbsent();
        }
        if (!condition.isObject()) {
            return value.equals(condition) || (!value.isAbsent() && compare(value, condition) == 0);
        }
        return condition.members().entrySet().stream().allMatch(operator -> {
            JsonDocument bound = operator.getValue();
            int order = compare(value, bound);
            return switch (operator.getKey()) {
                case "$gt" -> !value.isAbsent() && order > 0;
                case "$gte" -> !value.isAbsent() && order >= 0;
                case "$lt" -> !value.isAbsent() && order < 0;
                case "$lte" -> !value.isAbsent() && order <= 0;
                case "$ne" -> order != 0;
                case "$exists" -> value.isAbsent() == bound.isFalse();
                case "$in" -> bound.elements().stream().anyMatch(one -> compare(value, one) == 0);
                default -> throw new Refusal(400, "The filter has an operator that is not known here");
            };
        });
    }

    /** What is missing comes before everything, as in MongoDB. */
    private static int compare(JsonDocument one, JsonDocument other) {
        if (one.isAbsent() || other.isAbsent()) {
            return Boolean.compare(!one.isAbsent(), !other.isAbsent());
        }
        return one.isNumber() && other.isNumber()
                ? Double.compare(one.number(0), other.number(0))
                : one.text().compareTo(other.text());
    }
}
