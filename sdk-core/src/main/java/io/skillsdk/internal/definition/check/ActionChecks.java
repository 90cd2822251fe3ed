package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.JsonShape.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
        boolean open = actions.isEmpty();
        for (Action action : actions) {
            JsonShape shape = action.payload().shape();
            pathNames(action)
                    .forEach(name -> members.putIfAbsent(
                            name,
                            Member.of(
                                    name,
                                    new JsonShape.Scalar(
                                            String.class, JsonShape.Kind.STRING, "", "a string", List.of()),
                                    true)));
            if (action.takesPayload() && shape instanceof JsonShape.Structure structure) {
                members.putAll(structure.members());
            } else if (action.takesPayload()) {
                open = true;
            }
        }
        if (open) {
            return;
        }
        if (actions.size() > 1) {
            refuseUnknown(part, declared, members.values());
        } else if (members.isEmpty()) {
            parameters.refuseAny(part, declared, "The action takes no payload; remove the parameters.");
        } else {
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

    private static List<String> pathNames(Action action) {
        List<String> names = new ArrayList<>();
        for (String segment : action.path().split("/", -1)) {
            if (segment.startsWith("{") && segment.endsWith("}")) {
                names.add(segment.substring(1, segment.length() - 1));
            }
        }
        return names;
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
        Action action = actions.iterator().next();
        JsonShape result = action.resultShape();
        String part = "outputs[" + output + "].parameters";
        if (result instanceof JsonShape.Structure structure) {
            parameters.compare(part, declared.parameters(), structure.members().values(), "result");
        } else if (result instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING) {
            // as the pipeline sends it: {"result": v}
            parameters.compare(part, declared.parameters(), List.of(Member.of("result", scalar, true)), "result");
        } else if (action.resultType().equals("void")) {
            parameters.refuseAny(part, declared.parameters(), "The action answers nothing; remove the parameters.");
        }
    }
}
