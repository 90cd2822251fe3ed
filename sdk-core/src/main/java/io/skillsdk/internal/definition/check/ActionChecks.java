package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.NamedParts;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a definition against the actions in the code. */
final class ActionChecks {

    private static final int LONGEST_NAME = 20;

    private final SkillDefinition definition;

    private final ActionCatalog catalog;

    private final ParameterChecks parameters;

    private final ReachedActions reached;

    private final FindingCollector findings;

    private final Set<String> misled = new LinkedHashSet<>();

    private final Set<String> unreached = new LinkedHashSet<>();

    ActionChecks(
            SkillDefinition definition, ActionCatalog catalog, ParameterChecks parameters, FindingCollector findings) {
        this.definition = definition;
        this.catalog = catalog;
        this.parameters = parameters;
        this.reached = new ReachedActions(definition, catalog, findings);
        this.findings = findings;
    }

    /** Runs the checks; what they tell the checks of messages is in {@link #misled} and {@link #unreached}. */
    void run() {
        checkName();
        boolean answered = reached.checkAddress();
        new PropertyComparison(definition, catalog, findings).run();
        Map<Integer, Set<Action>> byOutput = new LinkedHashMap<>();
        Set<Action> all = new LinkedHashSet<>();
        boolean clear = answered && reached.isOneForAll();
        OwnContainers own = new OwnContainers(definition, catalog);
        for (int i = 0; i < definition.inputs().size(); i++) {
            Input input = definition.inputs().get(i);
            Set<Action> actions = new LinkedHashSet<>();
            clear &= !SkillRouting.legs(input).isEmpty();
            for (SkillRouting.Leg leg : SkillRouting.legs(input)) {
                if (!new SkillRouting(definition).isDaemon(leg.target())) {
                    clear &= definition.actions().stream()
                            .noneMatch(action -> "daemon".equalsIgnoreCase(action.type())
                                    && String.valueOf(action.name())
                                            .equals(leg.target().action()));
                } else if (own.has(leg.target())) {
                    ReachedActions.Reach reach = reached.check("inputs[" + i + "]." + leg.part(), leg.target(), input);
                    actions.addAll(reach.actions());
                    clear &= !reach.actions().isEmpty();
                    clear &= !reach.isMisled();
                    if (reach.isMisled()) {
                        misled.add(String.valueOf(input.name()));
                    }
                    outputs(
                                    reach.actions(),
                                    reach.isMisled() ? null : leg.target().output())
                            .forEach((output, action) -> byOutput.computeIfAbsent(output, none -> new LinkedHashSet<>())
                                    .addAll(action));
                }
            }
            all.addAll(actions);
            checkPayload("inputs[" + i + "].parameters", input.parameters(), actions);
        }
        byOutput.forEach((output, actions) -> checkResult(output, actions));
        if (!answered) {
            definition.inputs().forEach(input -> misled.add(String.valueOf(input.name())));
        }
        if (clear) {
            checkUnreached(all);
            checkUnusedOutputs(byOutput.keySet());
        }
    }

    /** The names of inputs that lead elsewhere than they should. */
    Set<String> misled() {
        return misled;
    }

    /** The names of actions that no input leads to. */
    Set<String> unreached() {
        return unreached;
    }

    private void checkUnreached(Set<Action> all) {
        for (Action action : catalog.actions()) {
            if (!all.contains(action) && action.takesBody()) {
                unreached.add(action.name());
                findings.add(
                        Rule.INPUT_OF_ACTION_MISSING,
                        "inputs",
                        "No input leads to the action '" + action.name() + "'; add one that is routed to the output '"
                                + action.output() + "'.");
            }
        }
    }

    private void checkUnusedOutputs(Set<Integer> used) {
        Set<String> routed = new LinkedHashSet<>();
        definition
                .inputs()
                .forEach(input -> SkillRouting.legs(input)
                        .forEach(leg -> routed.add(String.valueOf(leg.target().output()))));
        if (!NamedParts.of(definition.outputs(), Output::name).names().containsAll(routed)) {
            return; // one of those that are left may be meant
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            String name = definition.outputs().get(i).name();
            boolean ofUnreached = catalog.actions().stream()
                    .anyMatch(action ->
                            unreached.contains(action.name()) && action.output().equals(name));
            if (name != null && !ofUnreached && !used.contains(i) && !routed.contains(name)) {
                findings.add(
                        Rule.OUTPUT_UNUSED,
                        "outputs[" + i + "].name",
                        "Nothing leads to the output '" + name + "'; route an input to it, or remove it.");
            }
        }
    }

    private void checkName() {
        String name = definition.name() == null ? "" : definition.name();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (last.length() > LONGEST_NAME) {
            findings.add(
                    Rule.NAME_LONG,
                    "name",
                    "The name '" + name + "' has " + last.length()
                            + " characters; shorten it to 20, the most that the platform's generator takes.");
        }
    }

    /** Where an input may reach several actions, what any of them takes may be declared. */
    private void checkPayload(String part, Parameters declared, Set<Action> actions) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (Action action : actions) {
            Members taken = Members.ofPayload(action);
            if (taken instanceof Members.Open) {
                return;
            }
            if (taken instanceof Members.Known known) {
                known.all().forEach(member -> members.putIfAbsent(member.name(), member));
            }
        }
        if (actions.size() > 1) {
            refuseUnknown(part, declared, members.values());
        } else if (actions.size() == 1 && members.isEmpty()) {
            parameters.refuseAny(part, declared, "The action takes no object as payload; remove the parameters.");
        } else if (actions.size() == 1) {
            parameters.compare(part, declared, members.values(), "payload");
        }
    }

    private void refuseUnknown(String part, Parameters declared, Collection<Member> members) {
        if (declared instanceof Parameters.Listed listed) {
            for (int i = 0; i < listed.all().size(); i++) {
                String name = listed.all().get(i).name();
                if (name != null && members.stream().noneMatch(member -> name.equals(member.name()))) {
                    findings.add(
                            Rule.PARAMETER_UNKNOWN,
                            part + "[" + i + "].name",
                            "No action that the input may reach takes '" + name + "'; remove it.");
                }
            }
        }
    }

    /** The outputs that answers of actions go to, by their index: that of the routing, and those that they route to. */
    private Map<Integer, Set<Action>> outputs(Set<Action> actions, @Nullable String routed) {
        Map<Integer, Set<Action>> found = new LinkedHashMap<>();
        for (Action action : actions) {
            for (String output : action.outputs()) {
                if (index(output) < 0) {
                    findings.add(
                            Rule.OUTPUT_MISSING,
                            "outputs",
                            "The action '" + action.name() + "' routes to the output '" + output
                                    + "', which the skill does not have; add it.");
                } else {
                    found.computeIfAbsent(index(output), none -> new LinkedHashSet<>())
                            .add(action);
                }
            }
            if (routed != null && index(routed) >= 0) {
                found.computeIfAbsent(index(routed), none -> new LinkedHashSet<>())
                        .add(action);
            }
        }
        return found;
    }

    private int index(String output) {
        for (int i = 0; i < definition.outputs().size(); i++) {
            if (output.equals(definition.outputs().get(i).name())) {
                return i;
            }
        }
        return -1;
    }

    private void checkResult(int output, Set<Action> actions) {
        Output declared = definition.outputs().get(output);
        if (actions.size() != 1) {
            return; // each may answer something else
        }
        String part = "outputs[" + output + "].parameters";
        Members sent = Members.ofResult(actions.iterator().next());
        if (sent instanceof Members.Known known) {
            parameters.compare(part, declared.parameters(), known.all(), "result");
        } else if (sent instanceof Members.None) {
            parameters.refuseAny(part, declared.parameters(), "The action answers no object; remove the parameters.");
        }
    }
}
