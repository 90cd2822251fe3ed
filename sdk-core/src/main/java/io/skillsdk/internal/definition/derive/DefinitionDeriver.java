package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.action.ActionCatalog;
import io.skillsdk.internal.action.Route;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives a complete skill.yaml from actions. */
public final class DefinitionDeriver {

    static final String RUNTIME = "cortex/daemons";

    /** Where the scaffolded Dockerfile puts the application; what skill.yaml says overrides the image's own command. */
    private static final List<String> COMMAND = List.of("java", "-jar", "/app/app.jar");

    private final ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    private final String name;

    private final ParameterDeriver parameters = new ParameterDeriver();

    public DefinitionDeriver(ActionCatalog catalog, DaemonEndpoint endpoint, String name) {
        this.catalog = catalog;
        this.endpoint = endpoint;
        this.name = name;
    }

    public DerivedDefinition derive() {
        List<Input> inputs = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        Set<String> outputNames = new LinkedHashSet<>();
        for (Action action : catalog.actions()) {
            List<String> routed = outputsOf(action);
            inputs.add(input(action, routed.get(0)));
            for (String output : routed) {
                if (outputNames.add(output)) {
                    outputs.add(
                            new Output(output, output, null, parameters.parameters(action.resultShape()), Map.of()));
                }
            }
        }
        SkillDefinition definition = new SkillDefinition(
                SkillDefinition.CAMEL,
                name,
                title(),
                description(),
                List.of(),
                inputs,
                outputs,
                properties(),
                List.of(container()),
                Map.of());
        return new DerivedDefinition(definition, parameters.types());
    }

    private boolean isAlone() {
        return catalog.actions().size() == 1;
    }

    private List<String> outputsOf(Action action) {
        return action.outputs().isEmpty()
                ? List.of(isAlone() ? "response" : action.name() + "-response")
                : action.outputs();
    }

    private Input input(Action action, String output) {
        String input = isAlone() ? "request" : action.name();
        return new Input(
                input,
                action.title().isEmpty() ? input : action.title(),
                text(action.description()),
                action.takesPayload() ? parameters.parameters(action.payload().shape()) : new Parameters.Unspecified(),
                new Routing(new RoutingTarget(name, RUNTIME, output, Map.of()), null, null, List.of(), null, Map.of()),
                Map.of());
    }

    private String title() {
        Action first = catalog.actions().get(0);
        return isAlone() && !first.title().isEmpty() ? first.title() : name;
    }

    private String description() {
        Action first = catalog.actions().get(0);
        return isAlone() && !first.description().isEmpty() ? first.description() : title();
    }

    private ActionDeclaration container() {
        return new ActionDeclaration(name, "daemon", name, COMMAND, portValue(), null, null, Map.of());
    }

    private Object portValue() {
        return endpoint.port().matches("\\d{1,5}") ? (Object) Integer.valueOf(endpoint.port()) : endpoint.port();
    }

    private List<Property> properties() {
        Set<String> paths = new LinkedHashSet<>();
        Set<String> methods = new LinkedHashSet<>();
        catalog.actions().forEach(action -> {
            paths.add(action.path());
            methods.add(action.method());
        });
        Action usual = usual();
        return List.of(
                property("daemon.method", "Daemon method", "The HTTP method of the endpoint", usual.method(), methods),
                property("daemon.path", "Daemon path", "The path of the endpoint", usual.path(), paths),
                property("daemon.port", "Daemon port", "The port the daemon listens on", portValue(), Set.of()));
    }

    /** The action that is called where the caller does not choose: the one at the endpoint, else one that takes a POST. */
    private Action usual() {
        if (catalog.route(endpoint.method(), endpoint.path()) instanceof Route.Found found) {
            return found.action();
        }
        return catalog.actions().stream()
                .filter(action -> action.method().equals(endpoint.method()))
                .findFirst()
                .orElse(catalog.actions().get(0));
    }

    private static Property property(String name, String title, String description, Object value, Set<String> valid) {
        boolean several = valid.size() > 1;
        return new Property(
                name,
                title,
                description,
                true,
                several ? "Enum" : "String",
                value,
                several ? List.copyOf(valid) : List.of(),
                null,
                null,
                Map.of());
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
