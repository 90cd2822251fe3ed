package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has to change in a definition that is there. Only what leads to the daemon of these actions is touched: jobs,
 * external APIs and their inputs and outputs never are.
 */
final class DefinitionUpdate {

    private final ActionCatalog catalog;

    private final DefinitionDeriver deriver;

    private final TypeUpdates types;

    private final Notes notes;

    private final String file;

    /**
     * Makes an update.
     *
     * @param file the file's name, for notes
     */
    DefinitionUpdate(ActionCatalog catalog, DefinitionDeriver deriver, TypeUpdates types, Notes notes, String file) {
        this.catalog = catalog;
        this.deriver = deriver;
        this.types = types;
        this.notes = notes;
        this.file = file;
    }

    /**
     * Finds the changes.
     *
     * @param skill the skill's name
     */
    FileChanges changes(Item definition, String skill, WriteSettings settings) {
        FileChanges changes = new FileChanges();
        InputRoutes inputs = new InputRoutes(catalog, definition, skill);
        if (inputs.isUnclear()) {
            notes.add(
                    file,
                    "inputs",
                    "inputs route to several daemons, and none of them fits an action of this one. Name an input, or the"
                            + " output that it routes to, after the action that it is for.");
            return changes;
        }
        if (definition.isEmpty("camel")) {
            changes.set(definition, "camel", SkillDefinition.CAMEL);
        }
        if (definition.isEmpty("name")) {
            changes.set(definition, "name", skill);
        }
        DaemonAddress address = new DaemonAddress(definition, catalog, settings.endpoint());
        RoutingUpdate routing = new RoutingUpdate(changes, definition, inputs, address, notes, file);
        routing.apply(skill);
        PayloadUpdate payloads = new PayloadUpdate(changes, types);
        SharedPayload shared = new SharedPayload(payloads, notes, file);
        new InputUpdate(changes, definition, address, payloads, shared).apply(catalog, inputs, routing);
        new OutputUpdate(changes, definition, payloads, shared).apply(catalog, inputs, routing);
        new PropertyUpdate(changes, definition, address).apply(deriver.properties(), outputs(routing));
        new ContainerUpdate(changes, definition, settings.pod(), notes, file)
                .apply(routing.containers().stream().map(deriver::container).toList(), inputs.foreignContainers());
        return changes;
    }

    /** The output that each input, once it is in sync, routes to, with the action that it is for. */
    private Map<String, Action> outputs(RoutingUpdate routing) {
        Map<String, Action> outputs = new LinkedHashMap<>();
        routing.outputs().forEach((action, names) -> names.forEach(name -> outputs.put(name, action)));
        catalog.actions().forEach(action -> {
            if (!routing.outputs().containsKey(action)) {
                outputs.put(action.output(), action);
            }
        });
        return outputs;
    }
}
