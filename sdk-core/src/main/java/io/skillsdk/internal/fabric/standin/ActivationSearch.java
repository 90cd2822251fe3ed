package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds activations by the filter of the gateway; a list shows little of each. */
final class ActivationSearch {

    private static final List<String> SHOWN =
            List.of("activationId", "status", "start", "end", "agentName", "skillName");

    private ActivationSearch() {}

    /** As a caller asks for them; the last ones first unless {@code sort} is {@code asc}. */
    static List<Map<String, JsonDocument>> find(Collection<JsonDocument> activations, StandInCall call) {
        Map<String, JsonDocument> filter = DocumentFilter.json(call, "filter").members();
        Comparator<JsonDocument> byStart =
                Comparator.comparing(activation -> activation.get("start"), DocumentFilter::compare);
        boolean ascending = "asc".equals(call.query().get("sort"));
        return activations.stream()
                .filter(activation -> filter.entrySet().stream()
                        .allMatch(condition -> matches(activation, condition.getKey(), condition.getValue())))
                .sorted(ascending ? byStart : byStart.reversed())
                .skip(call.number("skip", 0))
                .limit(call.number("limit", 100))
                .map(ActivationSearch::shown)
                .toList();
    }

    private static boolean matches(JsonDocument activation, String key, JsonDocument wanted) {
        return switch (key) {
            case "startAfter" -> DocumentFilter.compare(activation.get("start"), wanted) > 0;
            case "startBefore" -> DocumentFilter.compare(activation.get("start"), wanted) < 0;
            case "endAfter" -> DocumentFilter.compare(activation.get("end"), wanted) > 0;
            case "endBefore" -> DocumentFilter.compare(activation.get("end"), wanted) < 0;
            default -> DocumentFilter.compare(activation.get(key), wanted) == 0;
        };
    }

    private static Map<String, JsonDocument> shown(JsonDocument activation) {
        Map<String, JsonDocument> shown = new LinkedHashMap<>(activation.members());
        shown.keySet().retainAll(SHOWN);
        return shown;
    }
}
