package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingRule;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks where the inputs of a definition lead, by the platform's rules. */
final class RoutingChecks {

    private static final List<String> RUNTIMES =
            List.of(RoutingTarget.DAEMONS, "cortex/jobs", "cortex/functions", "cortex/external-api");

    private final SkillDefinition definition;

    private final Set<String> actions;

    private final Set<String> outputs;

    private final Set<String> folders;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param folders the names of the folders of actions
     */
    RoutingChecks(SkillDefinition definition, Set<String> folders, FindingCollector findings) {
        this.definition = definition;
        this.folders = folders;
        this.actions = names(definition.actions(), ActionDeclaration::name);
        this.outputs = names(definition.outputs(), Output::name);
        this.findings = findings;
    }

    private static <T> Set<String> names(List<T> all, Function<T, @Nullable String> name) {
        return all.stream().map(name).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    void run() {
        for (int i = 0; i < definition.inputs().size(); i++) {
            check("inputs[" + i + "]", definition.inputs().get(i));
        }
    }

    private void check(String part, Input input) {
        Routing routing = input.routing();
        if (routing == null) {
            findings.add(
                    Rule.ROUTING_MISSING, part, "The input leads nowhere; add routing with an action and an output.");
            return;
        }
        if (!routing.sendsAll()) {
            checkRules(part + ".routing", routing);
        }
        SkillRouting.legs(input).forEach(leg -> checkTarget(part + "." + leg.part(), leg.target()));
    }

    private void checkRules(String part, Routing routing) {
        String property = routing.property();
        if (property == null && routing.field() == null) {
            findings.add(Rule.ROUTING_MISSING, part, "The routing has neither all, nor a property or field; add one.");
            return;
        }
        List<String> declared = definition.properties().stream()
                .map(Property::name)
                .filter(Objects::nonNull)
                .toList();
        if (property != null && !declared.contains(property)) {
            findings.add(
                    Rule.ROUTING_PROPERTY_UNKNOWN,
                    part + ".property",
                    "The routing depends on the property '" + property + "', which is not declared; "
                            + Nearest.hint(property, declared, "declare it."));
        }
        if (routing.rules().isEmpty()) {
            findings.add(Rule.ROUTING_RULES_MISSING, part, "The routing has no rules; add them, or use all.");
        }
        if (routing.byDefault() == null) {
            findings.add(
                    Rule.ROUTING_DEFAULT_MISSING,
                    part,
                    "The routing has no default, so a value that no rule matches leads nowhere; add a default.");
        }
        Set<String> matches = new HashSet<>();
        for (int i = 0; i < routing.rules().size(); i++) {
            checkMatch(part + ".rules[" + i + "]", routing.rules().get(i), matches);
        }
    }

    private void checkMatch(String part, RoutingRule rule, Set<String> matches) {
        if (rule.match() == null) {
            findings.add(Rule.RULE_MATCH_MISSING, part, "The rule has no match; add the value that it is for.");
        } else if (!matches.add(rule.match().toLowerCase(Locale.ROOT))) {
            findings.add(
                    Rule.RULE_MATCH_TWICE,
                    part + ".match",
                    "The match '" + rule.match() + "' is there before, in whatever case; remove one.");
        }
    }

    private void checkTarget(String part, RoutingTarget target) {
        String runtime = target.runtime();
        if (runtime == null) {
            findings.add(
                    Rule.ROUTING_RUNTIME_UNKNOWN,
                    part,
                    "There is no runtime; use one of " + String.join(", ", RUNTIMES) + ".");
        } else if (!RUNTIMES.contains(runtime) && Nearest.to(runtime, RUNTIMES) != null) {
            findings.add(
                    Rule.ROUTING_RUNTIME_UNKNOWN,
                    part + ".runtime",
                    "There is no runtime '" + runtime + "'; " + Nearest.hint(runtime, RUNTIMES, ""));
        }
        if (target.isDaemon() || "cortex/jobs".equals(runtime)) {
            checkAction(part, target);
        }
        String output = target.output();
        if (output == null || !outputs.contains(output)) {
            findings.add(
                    Rule.ROUTING_OUTPUT_UNKNOWN,
                    output == null ? part : part + ".output",
                    output == null
                            ? "There is no output; "
                                    + Nearest.hint("", outputs, "add one to the skill, and name it here.")
                            : "The output '" + output + "' is not one of the skill's; "
                                    + Nearest.hint(output, outputs, "add it to outputs."));
        }
    }

    /** Whether the folder has the name, and an action in the list has none: then that one is misspelt, and found. */
    private boolean isMisspeltThere(String name) {
        return folders.contains(name) && !folders.containsAll(actions);
    }

    private void checkAction(String part, RoutingTarget target) {
        String name = target.action();
        // the action of a skill without actions of its own is deployed by another way
        if (name == null) {
            findings.add(
                    Rule.ROUTING_ACTION_UNKNOWN,
                    part,
                    "There is no action; " + Nearest.hint("", actions, "name the one that answers."));
        } else if (!actions.isEmpty() && !actions.contains(name) && !isMisspeltThere(name)) {
            findings.add(
                    Rule.ROUTING_ACTION_UNKNOWN,
                    part + ".action",
                    "The action '" + name + "' is not one of the skill's; " + Nearest.hint(name, actions, ""));
        }
        String expected = target.isDaemon() ? "daemon" : "job";
        String other = target.isDaemon() ? "job" : "daemon";
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            if (name != null && name.equals(action.name()) && other.equalsIgnoreCase(action.type())) {
                findings.add(
                        Rule.ACTION_TYPE,
                        "actions[" + i + "].type",
                        "The action '" + name + "' is a " + other + ", but an input routes to it with the runtime "
                                + target.runtime() + ", which needs a " + expected + "; make them agree.");
            }
        }
    }
}
