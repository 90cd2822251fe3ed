package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.DefinitionDeriver;
import io.skillsdk.internal.definition.model.RoutingTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the routing of inputs in sync: each target of the daemon names its runtime, a container that there is, and the
 * output that chooses its action.
 */
final class RoutingUpdate {

    private final FileChanges changes;

    private final Item definition;

    private final InputRoutes inputs;

    private final DaemonAddress address;

    private final Notes notes;

    private final String file;

    /** The outputs that each action has in the definition, once it is in sync. */
    private final Map<Action, Set<String>> outputs = new LinkedHashMap<>();

    private final Map<String, String> renamed = new HashMap<>();

    private final Set<String> containers = new LinkedHashSet<>();

    RoutingUpdate(
            FileChanges changes, Item definition, InputRoutes inputs, DaemonAddress address, Notes notes, String file) {
        this.changes = changes;
        this.definition = definition;
        this.inputs = inputs;
        this.address = address;
        this.notes = notes;
        this.file = file;
    }

    /** The outputs of each action that has an input, in the order of the file. */
    Map<Action, Set<String>> outputs() {
        return outputs;
    }

    /** The names that outputs have from now on, by those that they had. */
    Map<String, String> renamed() {
        return renamed;
    }

    /** The names of the daemon's containers. */
    Set<String> containers() {
        return containers;
    }

    void apply(String skill) {
        List<InputRoutes.Route> routes = inputs.routes();
        String container = container(skill, routes);
        routes.forEach(route -> update(route, container));
        inputs.unrouted().forEach((input, action) -> {
            changes.set(input, "routing", DefinitionWriter.routing(DefinitionDeriver.routing(action, container)));
            containers.add(container);
            outputs.computeIfAbsent(action, unused -> new LinkedHashSet<>()).add(action.output());
        });
        if (containers.isEmpty()) {
            containers.add(container);
        }
    }

    private void update(InputRoutes.Route route, String container) {
        RouteTarget target = route.target();
        if (!target.hasRuntime()) {
            changes.set(target.keys(), "runtime", RoutingTarget.DAEMONS);
        }
        if (target.action() == null || !isDeclared(target.action())) {
            if (!container.equals(target.action())) {
                changes.set(target.keys(), "action", container);
            }
            containers.add(container);
        } else {
            containers.add(target.action());
        }
        Action action = route.action();
        if (action == null) {
            // where callers choose the action by its path, an input has several, and none of its own
            if (!address.leadsAnywhere(target.output())) {
                noteUnknown(route);
            }
            return;
        }
        String output = inputs.isForOne() ? known(target.output(), action) : action.output();
        if (!output.equals(target.output())) {
            changes.set(target.keys(), "output", output);
            rename(target.output(), output, route);
        }
        outputs.computeIfAbsent(action, unused -> new LinkedHashSet<>()).add(output);
    }

    /** For a single action any output will do; one that there is not is put right where there is just one. */
    private String known(@Nullable String output, Action action) {
        List<String> names = definition.items("outputs").stream()
                .map(Item::name)
                .filter(Objects::nonNull)
                .toList();
        if (output != null && (names.contains(output) || names.size() != 1)) {
            return output;
        }
        boolean free = names.size() == 1
                && !inputs.foreignOutputs().contains(names.get(0))
                && !action.outputs().contains(names.get(0));
        return free ? names.get(0) : output == null ? action.output() : output;
    }

    private void rename(@Nullable String from, String to, InputRoutes.Route route) {
        if (from == null || inputs.isForOne()) {
            return;
        }
        boolean used = inputs.foreignOutputs().contains(from)
                || inputs.routes().stream()
                        .anyMatch(other -> from.equals(other.target().output())
                                && !Objects.equals(other.action(), route.action()));
        boolean taken = definition.items("outputs").stream().anyMatch(output -> to.equals(output.name()));
        if (!used && !taken && !renamed.containsKey(from)) {
            renamed.put(from, to);
        }
        notes.add(
                file,
                route.target().keys().at().then("output").toString(),
                "the output was '" + from + "' and is now '" + to + "', which chooses the action '" + to
                        + "'. Agents that map the output need the new name; to keep the old one, give the action"
                        + " @SkillAction(output = \"" + from + "\").");
    }

    private void noteUnknown(InputRoutes.Route route) {
        notes.add(
                file,
                route.input().at().toString(),
                "the input '" + route.input().name() + "' routes to the output '"
                        + route.target().output()
                        + "', which chooses none of the actions. Route it to the output of one of them, or remove it.");
    }

    private boolean isDeclared(String container) {
        List<Item> declared = definition.items("actions");
        return declared.isEmpty() || declared.stream().anyMatch(item -> container.equals(item.name()));
    }

    /** The container for targets that name none: one that there is, or a new one. */
    private String container(String skill, List<InputRoutes.Route> routes) {
        List<String> named = routes.stream()
                .map(route -> route.target().action())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> foreign = new LinkedHashSet<>();
        inputs.foreignContainers().values().forEach(foreign::addAll);
        List<String> daemons = definition.items("actions").stream()
                .filter(item -> "daemon".equalsIgnoreCase(item.text("type"))
                        || (item.text("type") == null && !foreign.contains(String.valueOf(item.name()))))
                .map(Item::name)
                .filter(Objects::nonNull)
                .toList();
        List<String> declared = named.stream().filter(this::isDeclared).toList();
        if (!declared.isEmpty()) {
            return declared.get(0);
        }
        if (daemons.size() == 1) {
            return daemons.get(0);
        }
        if (!named.isEmpty()) {
            return named.get(0);
        }
        boolean taken = definition.items("actions").stream().anyMatch(item -> skill.equals(item.name()))
                || foreign.contains(skill);
        return taken ? skill + "-daemon" : skill;
    }
}
