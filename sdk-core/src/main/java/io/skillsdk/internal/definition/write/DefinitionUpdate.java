package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to change in a definition that is there. Only what leads to the daemon of these actions is touched: jobs,
 * external APIs and their inputs and outputs never are.
 */
final class DefinitionUpdate {

    private final ActionCatalog catalog;

    private final DefinitionDeriver deriver;

    private final Notes notes;

    private final FileChanges changes = new FileChanges();

    private final PayloadUpdate payloads;

    DefinitionUpdate(ActionCatalog catalog, DefinitionDeriver deriver, TypeUpdates types, Notes notes) {
        this.catalog = catalog;
        this.deriver = deriver;
        this.notes = notes;
        this.payloads = new PayloadUpdate(changes, types);
    }

    /**
     * Finds the changes.
     *
     * @param file the file's name, for notes
     * @param skill the skill's name
     */
    FileChanges changes(String file, Item definition, String skill, WriteSettings settings) {
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
        RoutingUpdate routing =
                new RoutingUpdate(changes, definition, inputs, catalog.actions().size() == 1, notes, file);
        routing.apply(skill);
        updateInputs(definition, inputs, routing);
        updateOutputs(definition, inputs, routing);
        Map<String, Action> chosen = new LinkedHashMap<>();
        routing.outputs().forEach((action, names) -> names.forEach(name -> chosen.put(name, action)));
        catalog.actions().forEach(action -> {
            if (!routing.outputs().containsKey(action)) {
                chosen.put(action.output(), action);
            }
        });
        new PropertyUpdate(changes, definition, catalog, settings.endpoint()).apply(deriver.properties(), chosen);
        new ContainerUpdate(changes, definition, settings.pod(), notes, file)
                .apply(routing.containers().stream().map(deriver::container).toList());
        return changes;
    }

    private void updateInputs(Item definition, InputRoutes inputs, RoutingUpdate routing) {
        Map<Item, Set<Action>> actions = new LinkedHashMap<>();
        Set<Item> shared = new LinkedHashSet<>();
        inputs.unrouted().forEach((input, action) -> actions.put(input, Set.of(action)));
        for (InputRoutes.Route route : inputs.routes()) {
            Action action = route.action();
            if (action == null || inputs.hasForeignTargets(route.input())) {
                shared.add(route.input());
            } else {
                actions.computeIfAbsent(route.input(), input -> new LinkedHashSet<>())
                        .add(action);
            }
        }
        actions.forEach((input, all) -> {
            if (all.size() == 1 && !shared.contains(input)) {
                payloads.apply(input, Members.ofPayload(all.iterator().next()));
            }
        });
        List<Object> added = new ArrayList<>();
        String container = routing.containers().iterator().next();
        for (Action action : catalog.actions()) {
            if (!routing.outputs().containsKey(action)) {
                added.add(input(definition, action, container));
            }
        }
        changes.append(definition, "inputs", added);
    }

    private Map<String, @Nullable Object> input(Item definition, Action action, String container) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>(
                DefinitionWriter.input(DefinitionDeriver.input(action, container, new Parameters.Unspecified())));
        Set<String> taken = new LinkedHashSet<>();
        definition.items("inputs").forEach(item -> taken.add(String.valueOf(item.name())));
        if (taken.contains(action.name())) {
            input.put("name", action.name() + "-daemon");
        }
        Object routing = input.remove("routing");
        Object parameters = payloads.parameters(Members.ofPayload(action));
        if (parameters != null) {
            input.put("parameters", parameters);
        }
        input.put("routing", routing);
        return input;
    }

    private void updateOutputs(Item definition, InputRoutes inputs, RoutingUpdate routing) {
        Map<String, Set<Action>> users = new LinkedHashMap<>();
        routing.outputs()
                .forEach((action, names) ->
                        names.forEach(name -> users.computeIfAbsent(name, unused -> new LinkedHashSet<>())
                                .add(action)));
        for (Action action : catalog.actions()) {
            if (!routing.outputs().containsKey(action)) {
                users.computeIfAbsent(action.output(), unused -> new LinkedHashSet<>())
                        .add(action);
            }
            action.outputs()
                    .forEach(name -> users.computeIfAbsent(name, unused -> new LinkedHashSet<>())
                            .add(action));
        }
        Map<String, Item> present = new HashMap<>();
        for (Item output : definition.items("outputs")) {
            String name = output.name();
            String now = name == null ? null : routing.renamed().getOrDefault(name, name);
            if (now != null && users.containsKey(now)) {
                if (!now.equals(name)) {
                    changes.set(output, "name", now);
                }
                present.put(now, output);
                update(
                        output,
                        Objects.requireNonNull(users.get(now)),
                        inputs.foreignOutputs().contains(now));
            }
        }
        List<Object> added = new ArrayList<>();
        users.forEach((name, actions) -> {
            if (!present.containsKey(name)) {
                added.add(output(name, actions.iterator().next()));
            }
        });
        changes.append(definition, "outputs", added);
    }

    private void update(Item output, Set<Action> users, boolean foreign) {
        if (!foreign && users.size() == 1) {
            payloads.apply(output, Members.ofResult(users.iterator().next()));
        }
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
