package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.action.Action;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.DaemonEndpoint;
import io.skillsdk.internal.routing.ActionCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives a complete skill.yaml from actions: an input and an output of its own for each of them, as the daemon chooses by
 * the output. Nothing in it depends on how many actions there are, so that one more changes nothing of the others.
 */
public final class DefinitionDeriver {

    private final ActionCatalog catalog;

    private final DaemonEndpoint endpoint;

    private final String name;

    private final @Nullable PodPatches pod;

    private final ParameterDeriver parameters;

    public DefinitionDeriver(ActionCatalog catalog, DaemonEndpoint endpoint, String name) {
        this(catalog, endpoint, name, null);
    }

    /**
     * Makes a deriver.
     *
     * @param name the skill's name
     * @param pod what to ask of the pod; null for nothing
     */
    public DefinitionDeriver(ActionCatalog catalog, DaemonEndpoint endpoint, String name, @Nullable PodPatches pod) {
        this.catalog = catalog;
        this.endpoint = endpoint;
        this.name = name;
        this.pod = pod;
        this.parameters = new ParameterDeriver(new TypeNames(name));
    }

    public DerivedDefinition derive() {
        List<Input> inputs = new ArrayList<>();
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (Action action : catalog.actions()) {
            inputs.add(input(action, name, parameters.parameters(Members.ofPayload(action))));
            Parameters result = parameters.parameters(Members.ofResult(action));
            outputs.putIfAbsent(action.output(), output(action.output(), result));
            action.outputs().forEach(other -> outputs.putIfAbsent(other, output(other, result)));
        }
        SkillDefinition definition = new SkillDefinition(
                SkillDefinition.CAMEL,
                name,
                title(),
                description(),
                List.of(),
                inputs,
                List.copyOf(outputs.values()),
                properties(),
                List.of(container(name)),
                Map.of());
        return new DerivedDefinition(definition, parameters.types());
    }

    /** The input of an action. */
    public static Input input(Action action, String container, Parameters parameters) {
        return new Input(
                action.name(),
                action.title().isEmpty() ? action.name() : action.title(),
                text(action.description()),
                parameters,
                routing(action, container),
                Map.of());
    }

    /** How messages get to an action. */
    public static Routing routing(Action action, String container) {
        RoutingTarget target = new RoutingTarget(container, RoutingTarget.DAEMONS, action.output(), Map.of());
        return new Routing(target, null, null, List.of(), null, Map.of());
    }

    /** An output. */
    public static Output output(String name, Parameters parameters) {
        return new Output(name, name, null, parameters, Map.of());
    }

    /** The properties of the daemon and of the actions. */
    public List<Property> properties() {
        return PropertyDeriver.properties(catalog, endpoint);
    }

    /**
     * The container of the actions. It has no command: the image's own keeps its JVM options and its start-up archive.
     */
    public ActionDeclaration container(String container) {
        Object port = PropertyDeriver.port(endpoint);
        String image = container.substring(container.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Object podSpec = pod == null ? null : pod.patches(port);
        return new ActionDeclaration(container, "daemon", image, List.of(), port, null, podSpec, Map.of());
    }

    private String title() {
        Action first = catalog.actions().get(0);
        return catalog.actions().size() == 1 && !first.title().isEmpty() ? first.title() : name;
    }

    private String description() {
        Action first = catalog.actions().get(0);
        return catalog.actions().size() == 1 && !first.description().isEmpty() ? first.description() : title();
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
