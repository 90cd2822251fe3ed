package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings the inputs of the daemon in sync, and adds one for each action that has none. */
final class InputUpdate {

    private final FileChanges changes;

    private final Item definition;

    private final DaemonAddress address;

    private final PayloadUpdate payloads;

    private final SharedPayload shared;

    InputUpdate(
            FileChanges changes, Item definition, DaemonAddress address, PayloadUpdate payloads, SharedPayload shared) {
        this.changes = changes;
        this.definition = definition;
        this.address = address;
        this.payloads = payloads;
        this.shared = shared;
    }

    void apply(ActionCatalog catalog, InputRoutes inputs, RoutingUpdate routing) {
        Map<Item, Set<Action>> actions = new LinkedHashMap<>();
        inputs.unrouted().forEach((input, action) -> actions.put(input, Set.of(action)));
        for (InputRoutes.Route route : inputs.routes()) {
            if (route.action() != null) {
                actions.computeIfAbsent(route.input(), input -> new LinkedHashSet<>())
                        .add(route.action());
            } else {
                address.reached(route.target().output())
                        .forEach(action -> shared.updateInput(route.input(), action, false));
            }
        }
        actions.forEach((input, all) -> {
            boolean isOwn = all.size() == 1 && !inputs.hasForeignTargets(input);
            all.forEach(action -> shared.updateInput(input, action, isOwn));
        });
        String container = routing.containers().iterator().next();
        List<Object> added = new ArrayList<>();
        for (Action action : catalog.actions()) {
            if (!routing.outputs().containsKey(action)) {
                added.add(input(action, container));
            }
        }
        changes.append(definition, "inputs", added);
    }

    private Map<String, @Nullable Object> input(Action action, String container) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>(
                DefinitionWriter.input(DefinitionDeriver.input(action, container, new Parameters.Unspecified())));
        Set<String> taken = new LinkedHashSet<>();
        definition.items("inputs").forEach(item -> taken.add(String.valueOf(item.name())));
        String name = action.name();
        for (int i = 2; taken.contains(name); i++) {
            name = action.name() + "-" + i;
        }
        input.put("name", name);
        Object routing = input.remove("routing");
        Object parameters = payloads.parameters(Members.ofPayload(action));
        if (parameters != null) {
            input.put("parameters", parameters);
        }
        input.put("routing", routing);
        return input;
    }
}
