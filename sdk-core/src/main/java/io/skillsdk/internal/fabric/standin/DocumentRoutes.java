package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Models or types.
 *
 * @param kind {@code models} or {@code types}
 * @param documents where a project keeps them
 */
record DocumentRoutes(String kind, Function<ProjectData, Map<String, JsonDocument>> documents) implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        Map<String, JsonDocument> kept = documents.apply(project);
        return switch (call.shape()) {
            case "GET 0" -> Reply.json(Map.of(kind, List.copyOf(kept.values())));
            case "GET 1" -> {
                JsonDocument found = kept.get(call.segment(0));
                if (found == null) {
                    throw new Refusal(404, "Not found");
                }
                yield Reply.json(found);
            }
            case "POST 0" -> {
                JsonDocument body = call.object();
                List<JsonDocument> sent =
                        body.get(kind).isArray() ? body.get(kind).elements() : List.of(body);
                sent.forEach(document -> {
                    String name = document.get("name").text();
                    if (name.isEmpty()) {
                        throw new Refusal(400, "\"name\" is required");
                    }
                    kept.put(name, document);
                });
                yield Reply.success("Saved");
            }
            case "DELETE 1" -> {
                if (kept.remove(call.segment(0)) == null) {
                    throw new Refusal(404, "Not found");
                }
                yield Reply.success("Deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }
}
