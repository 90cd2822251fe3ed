package io.skillsdk.internal.fabric.standin;

import io.skillsdk.internal.fabric.SecretReferences;
import io.skillsdk.internal.fabric.json.JsonDocument;
import io.skillsdk.internal.fabric.wire.WireAnswer;
import java.util.List;
import java.util.Map;

/**
 * Connections.
 *
 * @param inside whether they are asked for inside the cluster, where secrets are filled in
 */
record ConnectionRoutes(boolean inside) implements Routes {

    @Override
    public WireAnswer answer(ProjectData project, StandInCall call) {
        Map<String, JsonDocument> connections = project.connections();
        return switch (call.shape()) {
            case "GET 0" -> Reply.json(Map.of("connections", List.copyOf(connections.values())));
            case "GET 1" -> {
                JsonDocument found = connections.get(call.segment(0));
                if (found == null) {
                    throw new Refusal(404, "Connection not found");
                }
                yield Reply.json(inside ? filled(project, found) : found);
            }
            case "POST 0" -> {
                JsonDocument definition = call.object();
                String name = definition.get("name").text();
                if (name.isEmpty() || definition.get("connectionType").isAbsent()) {
                    throw new Refusal(400, "\"name\" and \"connectionType\" are required");
                }
                connections.put(name, definition);
                yield Reply.json(Map.of("success", true, "name", name));
            }
            case "DELETE 1" -> {
                if (connections.remove(call.segment(0)) == null) {
                    throw new Refusal(404, "Connection not found");
                }
                yield Reply.success("Connection deleted");
            }
            default -> throw new Refusal(404, "Not Found");
        };
    }

    /** As the vendor's local stand-in does: a secret that is missing is an error that names it. */
    private static JsonDocument filled(ProjectData project, JsonDocument definition) {
        return SecretReferences.fill(definition, names -> {
            String missing = String.join(
                    ", ",
                    names.stream()
                            .filter(name -> !project.secrets().containsKey(name))
                            .toList());
            if (!missing.isEmpty()) {
                throw new Refusal(400, "The secret " + missing + " is missing");
            }
            return project.secrets();
        });
    }
}
