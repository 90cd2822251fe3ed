package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.json.JsonShape.Member;
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

    private final DaemonEndpoint endpoint;

    private final ParameterChecks parameters;

    private final ReachedActions reached;

    private final FindingCollector findings;

    ActionChecks(
            SkillDefinition definition,
            ActionCatalog catalog,
            DaemonEndpoint endpoint,
            ParameterChecks parameters,
            FindingCollector findings) {
        this.definition = definition;
        this.catalog = catalog;
        this.endpoint = endpoint;
        this.parameters = parameters;
        this.reached = new ReachedActions(definition, catalog, findings);
        this.findings = findings;
    }

    void run() {
        checkName();
        checkPort();
        reached.checkAddress();
        new PropertyComparison(definition, catalog, findings).run();
        Map<Integer, Set<Action>> byOutput = new LinkedHashMap<>();
        for (int i = 0; i < definition.inputs().size(); i++) {
            Input input = definition.inputs().get(i);
            Set<Action> actions = new LinkedHashSet<>();
            for (SkillRouting.Leg leg : SkillRouting.legs(input)) {
                if (leg.target().isDaemon()) {
                    Set<Action> byLeg = reached.check("inputs[" + i + "]." + leg.part(), leg.target());
                    actions.addAll(byLeg);
                    outputs(byLeg, leg.target().output())
                            .forEach((output, action) -> byOutput.computeIfAbsent(output, none -> new LinkedHashSet<>())
                                    .addAll(action));
                }
            }
            checkPayload("inputs[" + i + "].parameters", input.parameters(), actions);
        }
        byOutput.forEach((output, actions) -> checkResult(output, actions));
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

    private void checkPort() {
        PropertyDefaults defaults = new PropertyDefaults(definition);
        Object port = defaults.value("daemon.port");
        if (port != null
                && Ports.isPort(port.toString())
                && !port.toString().strip().equals(endpoint.port())) {
            findings.add(
                    Rule.DAEMON_PORT_DIFFERS,
                    defaults.part("daemon.port"),
                    "daemon.port is " + port + ", but the daemon listens on " + endpoint.port()
                            + "; make them the same.");
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
