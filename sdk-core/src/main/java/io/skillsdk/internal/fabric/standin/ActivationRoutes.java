package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Activations. */
final class ActivationRoutes implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        return switch (call.shape()) {
            case "GET 0" ->
                Reply.json(Map.of(
                        "activations",
                        ActivationSearch.find(project.activations().values(), call)));
            case "GET 1" -> Reply.json(find(project, call));
            case "POST 2" -> {
                if (!call.segment(1).equals("cancel")) {
                    throw new Refusal(404, "Not Found");
                }
                JsonDocument found = find(project, call);
                if (!List.of("COMPLETE", "ERROR").contains(found.get("status").text())) {
                    Map<String, @Nullable Object> cancelled = new LinkedHashMap<>(found.map());
                    cancelled.put("status", "CANCELLED");
                    project.activations().put(call.segment(0), JsonDocument.of(cancelled));
                }
                yield Reply.success("Cancelled");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    private static JsonDocument find(ProjectData project, StandInCall call) {
        JsonDocument found = project.activations().get(call.segment(0));
        if (found == null) {
            throw new Refusal(404, "Activation not found");
        }
        return found;
    }
}
