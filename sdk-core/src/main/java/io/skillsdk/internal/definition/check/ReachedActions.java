package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionDefaults;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.EndpointChecks;
import io.skillsdk.internal.definition.resolve.PathMustache;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.routing.ActionCatalog;
import io.skillsdk.internal.routing.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which actions the inputs of a definition reach, over its method and path, or any of the paths that a call may choose. */
final class ReachedActions {

    private final SkillDefinition definition;

    private final ActionCatalog catalog;

    private final PropertyDefaults defaults;

    private final FindingCollector findings;

    private final String method;

    private final List<String> paths = new ArrayList<>();

    private final boolean chosenByCall;

    ReachedActions(SkillDefinition definition, ActionCatalog catalog, FindingCollector findings) {
        this.definition = definition;
        this.catalog = catalog;
        this.defaults = new PropertyDefaults(definition);
        this.findings = findings;
        Object declaredMethod = defaults.value("daemon.method");
        Object declaredPath = defaults.value("daemon.path");
        this.method = declaredMethod == null
                ? ActionDefaults.PLATFORM.method()
                : declaredMethod.toString().toUpperCase(Locale.ROOT);
        this.paths.add(declaredPath == null ? ActionDefaults.PLATFORM.path() : declaredPath.toString());
        this.chosenByCall = definition.properties().stream()
                .filter(property -> "daemon.path".equals(property.name()))
                .map(Property::validValues)
                .peek(paths::addAll)
                .anyMatch(values -> values.size() > 1);
    }

    /** Whether all calls go to one path, which the definition says. */
    boolean isOneForAll() {
        return !chosenByCall && !paths.get(0).contains("{{");
    }

    /** Checks that an action answers at the method and path; false where none does. */
    boolean checkAddress() {
        String path = paths.get(0);
        if (!EndpointChecks.METHODS.contains(method)) {
            return false; // found already
        }
        if (path.contains("{{outputName}}") || path.contains("{{{outputName}}}")) {
            return true; // checked for each output
        }
        Route route = route(path, null);
        if (route instanceof Route.Unknown && !(catalog.route(method, literal(path, "")) instanceof Route.Found)) {
            findings.add(
                    Rule.DAEMON_PATH_DIFFERS,
                    defaults.part("daemon.path"),
                    "No action answers at '" + path + "'; use one of "
                            + catalog.actions().stream()
                                    .map(Action::path)
                                    .distinct()
                                    .collect(Collectors.joining(", ")) + ".");
            return false;
        }
        if (route instanceof Route.WrongMethod wrong) {
            findings.add(
                    Rule.DAEMON_METHOD_DIFFERS,
                    defaults.part("daemon.method"),
                    "The action at '" + path + "' does not answer to " + method + "; use "
                            + String.join(" or ", wrong.allowed()) + ".");
            return false;
        }
        return true;
    }

    /**
     * What a target leads to.
     *
     * @param actions the actions that it may reach, or that it is meant to
     * @param isMisled whether it leads to another than is meant, which is a finding already
     */
    record Reach(Set<Action> actions, boolean isMisled) {}

    /** Checks where a target of an input leads. */
    Reach check(String part, RoutingTarget target, Input input) {
        Set<Action> actions = new LinkedHashSet<>();
        for (String path : paths) {
            if (route(path, target.output()) instanceof Route.Found found) {
                actions.add(found.action());
            }
        }
        String output = target.output();
        Action owner = catalog.actions().stream()
                .filter(action -> action.output().equals(output))
                .findFirst()
                .orElse(null);
        Action named = meant(input);
        if (named != null && owner != null && !named.equals(owner) && actions.equals(Set.of(owner))) {
            findings.add(
                    Rule.ROUTING_WRONG_ACTION,
                    part + ".output",
                    "The input '" + input.name() + "' is routed to the output '" + output
                            + "', so it calls the action '" + owner.name() + "'; route it to '" + named.output()
                            + "'.");
            return new Reach(Set.of(named), true);
        }
        if (actions.isEmpty() && output != null && isShared() && isOutput(output)) {
            List<String> outputs =
                    catalog.actions().stream().map(Action::output).toList();
            findings.add(
                    Rule.OUTPUT_ACTION_UNKNOWN,
                    part + ".output",
                    "The output '" + output + "' belongs to no action, so the daemon refuses the call; "
                            + Nearest.hint(output, outputs, ""));
        } else if (owner != null && !actions.isEmpty() && !actions.contains(owner) && !chosenByCall) {
            // one fault, however many inputs it misleads; what they declare is for the actions that they mean
            findings.add(
                    Rule.ROUTING_WRONG_ACTION,
                    defaults.part("daemon.path"),
                    "daemon.path leads to the action '"
                            + actions.iterator().next().name()
                            + "' alone, but inputs are routed to outputs of other actions; set it to the daemon's own path,"
                            + " where the output chooses.");
            return new Reach(Set.of(owner), true);
        }
        return new Reach(actions, false);
    }

    /** Whether the skill has the output: one that it has not is a finding of the routing. */
    private boolean isOutput(String name) {
        return definition.outputs().stream().anyMatch(output -> name.equals(output.name()));
    }

    /** The action that an input is named like, and has the parameters of. */
    private @Nullable Action meant(Input input) {
        return catalog.actions().stream()
                .filter(action -> action.name().equals(input.name()))
                .filter(action -> Members.ofPayload(action) instanceof Members.Known known
                        && input.parameters() instanceof Parameters.Listed listed
                        && known.all().stream()
                                .map(Member::name)
                                .collect(Collectors.toSet())
                                .equals(listed.all().stream()
                                        .map(Parameter::name)
                                        .collect(Collectors.toSet())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the path is one where the output chooses, or makes the path. */
    private boolean isShared() {
        return paths.get(0).contains("{{") || catalog.route(method, literal(paths.get(0), "")) instanceof Route.Found;
    }

    private Route route(String path, @Nullable String output) {
        return catalog.route(method, literal(path, output == null ? "" : output), output);
    }

    /** A path as a call has it: the output filled in, and anything for other places. */
    private static String literal(String path, String output) {
        String plain = path.split("\\?", 2)[0];
        PathMustache template = PathMustache.of(plain);
        if (!plain.contains("{{") || !template.isValid()) {
            return plain;
        }
        Map<String, Object> envelope = new HashMap<>();
        for (PathMustache.Place place : template.places()) {
            put(envelope, place.key(), place.key().equals("outputName") ? output : "x");
        }
        String filled = template.fill(envelope);
        return filled == null ? plain : filled;
    }

    private static void put(Map<String, Object> envelope, String key, String value) {
        Map<String, Object> within = envelope;
        String[] names = key.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            Object next = within.computeIfAbsent(names[i], none -> new HashMap<String, Object>());
            if (!(next instanceof Map<?, ?>)) {
                return;
            }
            @SuppressWarnings("unchecked") // made right above
            Map<String, Object> map = (Map<String, Object>) next;
            within = map;
        }
        within.put(names[names.length - 1], value);
    }
}
