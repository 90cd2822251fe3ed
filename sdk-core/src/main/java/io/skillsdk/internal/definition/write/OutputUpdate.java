package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the outputs in sync that actions answer to, and adds those that are missing. */
final class OutputUpdate {

    private final FileChanges changes;

    private final Item definition;

    private final PayloadUpdate payloads;

    private final SharedPayload shared;

    OutputUpdate(FileChanges changes, Item definition, PayloadUpdate payloads, SharedPayload shared) {
        this.changes = changes;
        this.definition = definition;
        this.payloads = payloads;
        this.shared = shared;
    }

    void apply(ActionCatalog catalog, InputRoutes inputs, RoutingUpdate routing) {
        Map<String, Set<Action>> answering = answering(catalog, routing);
        Set<String> present = new HashSet<>();
        for (Item output : definition.items("outputs")) {
            String name = output.name();
            String now = name == null ? null : routing.renamed().getOrDefault(name, name);
            Set<Action> actions = now == null ? null : answering.get(now);
            if (now == null || actions == null) {
                continue;
            }
            if (!now.equals(name)) {
                changes.set(output, "name", now);
                if (String.valueOf(name).equals(output.text("title"))) {
                    changes.set(output, "title", now);
                }
            }
            present.add(now);
            boolean isOwn = actions.size() == 1 && !inputs.foreignOutputs().contains(now);
            actions.forEach(action -> shared.updateOutput(output, action, isOwn));
        }
        List<Object> added = new ArrayList<>();
        answering.forEach((name, actions) -> {
            if (!present.contains(name)) {
                added.add(output(name, actions.iterator().next()));
            }
        });
        changes.append(definition, "outputs", added);
    }

    /** The outputs that there are to be, each with the actions that answer to it. */
    private static Map<String, Set<Action>> answering(ActionCatalog catalog, RoutingUpdate routing) {
        Map<String, Set<Action>> answering = new LinkedHashMap<>();
        for (Action action : catalog.actions()) {
            Set<String> names = new LinkedHashSet<>(routing.outputs().getOrDefault(action, Set.of(action.output())));
            names.addAll(action.outputs());
            names.forEach(name -> answering
                    .computeIfAbsent(name, unused -> new LinkedHashSet<>())
                    .add(action));
        }
        return answering;
    }

    private Map<String, @Nullable Object> output(String name, Action action) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>(
                DefinitionWriter.output(DefinitionDeriver.output(name, new Parameters.Unspecified())));
        Object parameters = payloads.parameters(Members.ofResult(action));
        if (parameters != null) {
            output.put("parameters", parameters);
        }
        return output;
    }
}
