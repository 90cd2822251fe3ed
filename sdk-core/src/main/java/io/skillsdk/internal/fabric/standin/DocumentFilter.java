package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Conditions on the members of a document in the style of MongoDB, as far as the client documents them. */
final class DocumentFilter {

    private final Map<String, JsonDocument> conditions;

    private DocumentFilter(Map<String, JsonDocument> conditions) {
        this.conditions = conditions;
    }

    /** The one of a query. */
    static DocumentFilter of(StandInCall call) {
        return new DocumentFilter(json(call, "filter").members());
    }

    boolean matches(JsonDocument document) {
        return conditions.entrySet().stream()
                .allMatch(condition -> matches(document.get(condition.getKey()), condition.getValue()));
    }

    /** JSON in the query. */
    static JsonDocument json(StandInCall call, String name) {
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
    static int compare(JsonDocument one, JsonDocument other) {
        if (one.isAbsent() || other.isAbsent()) {
            return Boolean.compare(!one.isAbsent(), !other.isAbsent());
        }
        return one.isNumber() && other.isNumber()
                ? Double.compare(one.number(0), other.number(0))
                : one.text().compareTo(other.text());
    }
}
