package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which inputs of a definition that is there are those of the daemon's actions. */
final class InputRoutes {

    /**
     * A target that leads to the daemon.
     *
     * @param action the action that it is for; null where that cannot be told
     */
    record Route(Item input, RouteTarget target, @Nullable Action action) {}

    private final ActionCatalog catalog;

    private final List<Item> inputs;

    private final Map<Item, List<RouteTarget>> targets = new LinkedHashMap<>();

    /** The containers of this daemon, where others are daemons too; null for all. */
    private final @Nullable Set<String> containers;

    InputRoutes(ActionCatalog catalog, Item definition, String skill) {
        this.catalog = catalog;
        this.inputs = definition.items("inputs");
        inputs.forEach(input -> targets.put(input, RouteTarget.of(input)));
        this.containers = containers(skill);
    }

    /** Tells containers of this daemon from those of others: an input of one fits an action, by name or parameters. */
    private @Nullable Set<String> containers(String skill) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> fitting = new LinkedHashSet<>();
        targets.forEach((input, of) -> of.stream()
                .filter(RouteTarget::isDaemon)
                .filter(target -> target.action() != null)
                .forEach(target -> {
                    all.add(target.action());
                    if (byOutput(target) != null || byName(input.name()) != null || byParameters(input) != null) {
                        fitting.add(target.action());
                    }
                }));
        if (all.size() < 2) {
            return null;
        }
        return fitting.isEmpty() && all.contains(skill) ? Set.of(skill) : fitting;
    }

    /** Whether there is one action, which takes calls for any output. */
    boolean isForOne() {
        return catalog.actions().size() == 1;
    }

    /** Whether there are daemons, but none of them is told to be this one. */
    boolean isUnclear() {
        return containers != null && containers.isEmpty();
    }

    private boolean isOwn(RouteTarget target) {
        return target.isDaemon()
                && (containers == null || target.action() == null || containers.contains(target.action()));
    }

    /** The targets that lead to the daemon, in the order of the file. */
    List<Route> routes() {
        return targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(this::isOwn)
                        .map(target -> new Route(entry.getKey(), target, actionOf(entry.getKey(), target))))
                .toList();
    }

    /** The outputs that jobs and external APIs answer to. */
    Set<String> foreignOutputs() {
        return targets.values().stream()
                .flatMap(List::stream)
                .filter(target -> !isOwn(target))
                .map(RouteTarget::output)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The inputs that lead to containers of jobs and other daemons, with the names of those. */
    Map<Item, Set<String>> foreignContainers() {
        Map<Item, Set<String>> foreign = new LinkedHashMap<>();
        targets.forEach((input, all) -> {
            Set<String> names = all.stream()
                    .filter(target -> !isOwn(target))
                    .map(RouteTarget::action)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!names.isEmpty()) {
                foreign.put(input, names);
            }
        });
        return foreign;
    }

    /** Whether some messages of an input go to jobs or external APIs. */
    boolean hasForeignTargets(Item input) {
        return targets.getOrDefault(input, List.of()).stream().anyMatch(target -> !isOwn(target));
    }

    /** The inputs that lead nowhere, with the action each is for; those of which that cannot be told are left out. */
    Map<Item, Action> unrouted() {
        Map<Item, Action> unrouted = new LinkedHashMap<>();
        targets.forEach((input, all) -> {
            Action action = all.isEmpty() ? byName(input.name()) : null;
            if (action == null && all.isEmpty() && catalog.actions().size() == 1 && targets.size() == 1) {
                action = catalog.only();
            }
            if (action != null) {
                unrouted.put(input, action);
            }
        });
        return unrouted;
    }

    private @Nullable Action actionOf(Item input, RouteTarget target) {
        if (catalog.actions().size() == 1) {
            return catalog.only();
        }
        Action chosen = byOutput(target);
        Action named = chosen == null ? byName(input.name()) : chosen;
        return named == null ? byParameters(input) : named;
    }

    private @Nullable Action byOutput(RouteTarget target) {
        return catalog.actions().stream()
                .filter(action -> action.output().equals(target.output()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Action byName(@Nullable String name) {
        return catalog.actions().stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The one action that takes exactly what an input declares. */
    private @Nullable Action byParameters(Item input) {
        List<Action> fitting = catalog.actions().stream()
                .filter(action -> Members.ofPayload(action) instanceof Members.Known known && fits(input, known))
                .toList();
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private static boolean fits(Item input, Members.Known known) {
        Map<String, @Nullable String> declared = new HashMap<>();
        input.items("parameters").forEach(item -> declared.put(String.valueOf(item.name()), item.text("type")));
        return declared.size() == known.all().size()
                && known.all().stream()
                        .allMatch(member -> declared.containsKey(member.name()) && isType(declared, member));
    }

    private static boolean isType(Map<String, @Nullable String> declared, Member member) {
        return PlatformTypes.describes(declared.get(member.name()), member.shape());
    }
}
