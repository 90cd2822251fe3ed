package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.action.Route;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.JsonShape.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a definition against the actions in the code. */
final class ActionChecks {

    private final SkillDefinition definition;

    private final PropertyDefaults defaults;

    private final ParameterChecks parameters;

    private final ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    private final FindingCollector findings;

    ActionChecks(
            SkillDefinition definition,
            Map<String, TypeDefinition> types,
            ActionCatalog catalog,
            DaemonEndpoint endpoint,
            FindingCollector findings) {
        this.definition = definition;
        this.defaults = new PropertyDefaults(definition);
        this.parameters = new ParameterChecks(types, findings);
        this.catalog = catalog;
        this.endpoint = endpoint;
        this.findings = findings;
    }

    void run() {
        checkEndpoint();
        for (int i = 0; i < definition.inputs().size(); i++) {
            Input input = definition.inputs().get(i);
            Action action = actionOf(input);
            if (action != null) {
                if (action.takesPayload()) {
                    parameters.compare(
                            "inputs[" + i + "].parameters",
                            input.parameters(),
                            action.payload().shape(),
                            "payload");
                }
                checkOutputs(action, input);
            }
        }
    }

    private void checkEndpoint() {
        String port = value("daemon.port");
        if (port != null && !port.equals(endpoint.port())) {
            findings.error(
                    "daemon-port-differs",
                    defaults.part("daemon.port"),
                    "daemon.port is " + port + ", but the daemon listens on " + endpoint.port()
                            + "; make them the same.");
        }
        String path = value("daemon.path");
        String method = value("daemon.method");
        if (path == null || path.contains("{{")) {
            return;
        }
        Route route = catalog.route(
                method == null ? endpoint.method() : method.toUpperCase(Locale.ROOT), path.split("\\?", 2)[0]);
        if (route instanceof Route.Unknown) {
            findings.error(
                    "daemon-path-differs",
                    defaults.part("daemon.path"),
                    "No action answers at '" + path + "'; use one of "
                            + catalog.actions().stream()
                                    .map(Action::path)
                                    .distinct()
                                    .collect(Collectors.joining(", ")) + ".");
        } else if (route instanceof Route.WrongMethod wrong) {
            findings.error(
                    "daemon-method-differs",
                    defaults.part("daemon.method"),
                    "The action at '" + path + "' does not answer to " + method + "; use "
                            + String.join(" or ", wrong.allowed()) + ".");
        }
    }

    /** The action an input leads to: the only one, the one of its name, or the one at daemon.path. */
    @Nullable Action actionOf(Input input) {
        if (catalog.actions().size() == 1) {
            return catalog.only();
        }
        for (Action action : catalog.actions()) {
            if (action.name().equals(input.name())) {
                return action;
            }
        }
        String path = value("daemon.path");
        String method = value("daemon.method");
        Route route = catalog.route(
                method == null ? endpoint.method() : method.toUpperCase(Locale.ROOT),
                path == null ? endpoint.path() : path.split("\\?", 2)[0]);
        return route instanceof Route.Found found ? found.action() : null;
    }

    private void checkOutputs(Action action, Input input) {
        Set<String> wanted = new HashSet<>(action.outputs());
        for (String output : action.outputs()) {
            if (definition.outputs().stream().noneMatch(o -> output.equals(o.name()))) {
                findings.error(
                        "output-missing",
                        "outputs",
                        "The action '" + action.name() + "' routes to the output '" + output
                                + "', which the skill does not have; add it.");
            }
        }
        targets(input.routing()).forEach(target -> {
            if (target.output() != null) {
                wanted.add(target.output());
            }
        });
        JsonShape result = action.resultShape();
        for (int i = 0; i < definition.outputs().size(); i++) {
            Output output = definition.outputs().get(i);
            if (result != null && output.name() != null && wanted.contains(output.name())) {
                parameters.compare("outputs[" + i + "].parameters", output.parameters(), sent(result), "result");
            }
        }
    }

    private static List<RoutingTarget> targets(@Nullable Routing routing) {
        if (routing == null) {
            return List.of();
        }
        if (routing.all() != null) {
            return List.of(routing.all());
        }
        List<RoutingTarget> targets = new ArrayList<>();
        routing.rules().forEach(rule -> targets.add(rule.target()));
        if (routing.byDefault() != null) {
            targets.add(routing.byDefault());
        }
        return targets;
    }

    /** Numbers and booleans are sent as {"result": v}. */
    private static JsonShape sent(JsonShape result) {
        if (result instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING) {
            return JsonShape.Structure.of(
                    result.type(),
                    "Result",
                    Map.of("result", new Member("result", "result", result, true, "", "", "")));
        }
        return result;
    }

    private @Nullable String value(String property) {
        Object value = defaults.value(property);
        return value == null ? null : value.toString();
    }
}
