package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks where a definition's routing leads: to a runtime, an action and an output that there are. */
final class TargetChecks {

    /** Those of the platform's own tests, which real definitions have too. */
    private static final Set<String> TESTING = Set.of("cortex/test-daemon", "cortex/test-job");

    private final SkillDefinition definition;

    private final SkillRouting routing;

    private final NamedParts actions;

    private final NamedParts outputs;

    private final Set<String> folders;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param folders the names of the folders of actions
     */
    TargetChecks(SkillDefinition definition, Set<String> folders, FindingCollector findings) {
        this.definition = definition;
        this.routing = new SkillRouting(definition);
        this.folders = folders;
        this.actions = NamedParts.of(definition.actions(), ActionDeclaration::name);
        this.outputs = NamedParts.of(definition.outputs(), Output::name);
        this.findings = findings;
    }

    void check(String part, RoutingTarget target) {
        checkRuntime(part, target);
        boolean foreign = RoutingTarget.EXTERNAL_API.equals(target.runtime());
        if (!foreign
                && (target.action() != null
                        || (target.runtime() != null && SkillRouting.RUNTIMES.contains(target.runtime())))) {
            checkAction(part + ".action", target);
        }
        String output = target.output();
        if (output == null) {
            findings.add(
                    Rule.ROUTING_OUTPUT_UNKNOWN,
                    part + ".output",
                    "There is no output; "
                            + Nearest.hint("", outputs.names(), "add one to the skill, and name it here."));
        } else if (!outputs.mayHave(output) && !isRenamed(output)) {
            findings.add(
                    Rule.ROUTING_OUTPUT_UNKNOWN,
                    part + ".output",
                    "The output '" + output + "' is not one of the skill's; "
                            + Nearest.hint(output, outputs.names(), "add it to outputs."));
        }
    }

    /** Whether several targets name an output that is declared under another name: the declaration is at fault, then. */
    private boolean isRenamed(String output) {
        List<String> routed = new ArrayList<>();
        definition
                .inputs()
                .forEach(input -> SkillRouting.legs(input)
                        .forEach(leg -> routed.add(String.valueOf(leg.target().output()))));
        List<String> unused =
                outputs.names().stream().filter(name -> !routed.contains(name)).toList();
        if (routed.stream().filter(output::equals).count() < 2 || unused.size() != 1) {
            return false;
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            if (unused.get(0).equals(definition.outputs().get(i).name())) {
                findings.add(
                        Rule.ROUTING_OUTPUT_UNKNOWN,
                        "outputs[" + i + "].name",
                        "The output '" + unused.get(0) + "' is called '" + output
                                + "' where inputs are routed to it; make the names the same.");
            }
        }
        return true;
    }

    /** Without a runtime the platform's default one is meant, which is that of functions: not of what is declared here. */
    private void checkRuntime(String part, RoutingTarget target) {
        String runtime = target.runtime();
        if (runtime == null) {
            boolean function = definition.actions().isEmpty() && !routing.declares("daemon.path");
            if (!function || (target.action() == null && target.other().isEmpty())) {
                findings.add(
                        Rule.ROUTING_RUNTIME_UNKNOWN,
                        part + ".runtime",
                        "There is no runtime; use one of " + String.join(", ", SkillRouting.RUNTIMES) + ".");
            }
        } else if (!SkillRouting.RUNTIMES.contains(runtime)
                && !TESTING.contains(runtime)
                && !NameChecks.isPlaceholder(runtime)) {
            findings.add(
                    Rule.ROUTING_RUNTIME_UNKNOWN,
                    part + ".runtime",
                    "There is no runtime '" + runtime + "'; " + Nearest.hint(runtime, SkillRouting.RUNTIMES, ""));
        }
    }

    /** Whether the folder has the name, and an action in the list has none: then that one is misspelt, and found. */
    private boolean isMisspeltThere(String name) {
        return folders.contains(name) && !folders.containsAll(actions.names());
    }

    private void checkAction(String part, RoutingTarget target) {
        String name = target.action();
        boolean function = "cortex/functions".equals(target.runtime()) || "cortex/system".equals(target.runtime());
        // the action of a skill without actions of its own is deployed by another way
        if (name == null) {
            findings.add(
                    Rule.ROUTING_ACTION_UNKNOWN,
                    part,
                    "There is no action; " + Nearest.hint("", actions.names(), "name the one that answers."));
        } else if (!function && !actions.isEmpty() && !actions.mayHave(name) && !isMisspeltThere(name)) {
            findings.add(
                    Rule.ROUTING_ACTION_UNKNOWN,
                    part,
                    "The action '" + name + "' is not one of the skill's; " + Nearest.hint(name, actions.names(), ""));
        }
    }

    /** Finds an action that is not of the kind that a runtime needs, where most that lead to it agree; else the runtime. */
    void checkKinds() {
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            List<String> asDaemon = legs(action.name(), RoutingTarget.DAEMONS);
            List<String> asJob = legs(action.name(), RoutingTarget.JOBS);
            boolean daemon = "daemon".equalsIgnoreCase(action.type());
            List<String> wrong = daemon ? asJob : "job".equalsIgnoreCase(action.type()) ? asDaemon : List.of();
            List<String> right = daemon ? asDaemon : asJob;
            if (wrong.isEmpty()) {
                continue;
            }
            String is = daemon ? "daemon" : "job";
            String needed = daemon ? "job" : "daemon";
            boolean ofAction = right.isEmpty() && (wrong.size() > 1 || daemon != routing.declares("daemon.port"));
            for (String part : ofAction ? List.of("actions[" + i + "].type") : wrong) {
                findings.add(
                        Rule.ACTION_TYPE,
                        part,
                        "The action '" + action.name() + "' is a " + is
                                + ", but an input routes to it with the runtime "
                                + (daemon ? RoutingTarget.JOBS : RoutingTarget.DAEMONS) + ", which needs a " + needed
                                + "; make them agree.");
            }
        }
    }

    private List<String> legs(@Nullable String action, String runtime) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < definition.inputs().size(); i++) {
            for (SkillRouting.Leg leg : SkillRouting.legs(definition.inputs().get(i))) {
                if (action != null
                        && action.equals(leg.target().action())
                        && runtime.equals(leg.target().runtime())) {
                    parts.add("inputs[" + i + "]." + leg.part() + ".runtime");
                }
            }
        }
        return parts;
    }

    /** Finds actions that no input routes to. */
    void checkUnused() {
        Set<String> used = new HashSet<>();
        if (definition.inputs().isEmpty()) {
            return; // which is a finding itself
        }
        for (Input input : definition.inputs()) {
            Routing way = input.routing();
            if (SkillRouting.legs(input).isEmpty() || way == null || !(way.sendsAll() || way.chooses())) {
                return; // it may be meant to lead there
            }
            SkillRouting.legs(input)
                    .forEach(leg -> used.add(Objects.toString(leg.target().action(), "")));
        }
        if (!actions.isComplete() || !actions.names().containsAll(used)) {
            return;
        }
        for (int i = 0; i < definition.actions().size(); i++) {
            String name = definition.actions().get(i).name();
            if (!used.contains(name)) {
                findings.add(
                        Rule.ACTION_UNUSED,
                        "actions[" + i + "].name",
                        "No input routes to the action '" + name + "'; route one to it, or remove it.");
            }
        }
    }
}
