package io.skillsdk.internal.definition.check;

import io.skillsdk.definition.Severity;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks a definition against itself. */
final class DefinitionChecks {

    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    private final SkillDefinition definition;

    private final PropertyDefaults defaults;

    private final FindingCollector findings;

    DefinitionChecks(SkillDefinition definition, FindingCollector findings) {
        this.definition = definition;
        this.defaults = new PropertyDefaults(definition);
        this.findings = findings;
    }

    void run() {
        NameChecks.check(findings, "name", definition.name());
        if (definition.inputs().isEmpty()) {
            findings.error("input-missing", "inputs", "The skill has no input; add one, or nothing can call it.");
        }
        unique("input-twice", "inputs", definition.inputs(), Input::name);
        unique("output-twice", "outputs", definition.outputs(), Output::name);
        for (int i = 0; i < definition.inputs().size(); i++) {
            checkRouting("inputs[" + i + "]", definition.inputs().get(i).routing());
        }
        checkProperties();
        checkDaemonProperties();
        for (int i = 0; i < definition.actions().size(); i++) {
            new ActionDeclarationChecks(findings)
                    .check("actions[" + i + "]", definition.actions().get(i));
        }
    }

    private <T> void unique(String id, String part, List<T> all, Function<T, @Nullable String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String own = name.apply(all.get(i));
            if (own == null) {
                findings.error("name-missing", part + "[" + i + "]", "There is no name; give one.");
            } else if (!seen.add(own)) {
                findings.error(
                        id, part + "[" + i + "].name", "The name '" + own + "' is there twice; rename or remove one.");
            }
        }
    }

    private void checkRouting(String input, @Nullable Routing routing) {
        String part = input + ".routing";
        if (routing == null) {
            findings.error(
                    "routing-missing", input, "The input leads nowhere; add routing with an action and an output.");
            return;
        }
        if (routing.all() != null) {
            checkTarget(part + ".all", routing.all());
            return;
        }
        if (routing.property() == null && routing.field() == null) {
            findings.error("routing-missing", part, "The routing has neither all, nor a property or field; add one.");
        }
        for (int i = 0; i < routing.rules().size(); i++) {
            checkTarget(part + ".rules[" + i + "]", routing.rules().get(i).target());
        }
        if (routing.byDefault() != null) {
            checkTarget(part + ".default", routing.byDefault());
        }
        String property = routing.property();
        if (property != null && definition.properties().stream().noneMatch(p -> property.equals(p.name()))) {
            findings.error(
                    "routing-property-unknown",
                    part + ".property",
                    "The routing depends on the property '" + property + "', which is not declared; declare it.");
        }
    }

    private void checkTarget(String part, RoutingTarget target) {
        Set<String> actions = names(definition.actions(), ActionDeclaration::name);
        // the action of a skill without actions of its own is deployed by another way
        if (target.action() == null || (!actions.isEmpty() && !actions.contains(target.action()))) {
            findings.error(
                    "routing-action-unknown",
                    part + ".action",
                    "The action '" + target.action()
                            + "' is not one of the skill's"
                            + (actions.isEmpty() ? "" : ": " + String.join(", ", actions))
                            + "; name one that is.");
        }
        Set<String> outputs = names(definition.outputs(), Output::name);
        if (target.output() == null || !outputs.contains(target.output())) {
            findings.error(
                    "routing-output-unknown",
                    part + ".output",
                    "The output '" + target.output() + "' is not one of the skill's: " + String.join(", ", outputs)
                            + "; name one that is.");
        }
    }

    private static <T> Set<String> names(List<T> all, Function<T, @Nullable String> name) {
        return all.stream().map(name).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkProperties() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < definition.properties().size(); i++) {
            Property property = definition.properties().get(i);
            String part = "properties[" + i + "]";
            if (property.name() == null) {
                findings.error("name-missing", part, "The property has no name; give one.");
            } else if (!seen.add(property.name())) {
                findings.warning(
                        "property-twice",
                        part + ".name",
                        "The property '" + property.name() + "' is there twice; remove one.");
            }
            Object value = property.defaultValue();
            if (Boolean.TRUE.equals(property.secure())
                    && value != null
                    && !value.equals("")
                    && !value.toString().startsWith("#SECURE.")) {
                findings.error(
                        "secure-default",
                        part + ".defaultValue",
                        "The property '" + property.name()
                                + "' is secure, but has a plain default; refer to a secret: '#SECURE.<key>'.");
            }
            if (!property.validValues().isEmpty()
                    && value != null
                    && !property.validValues().contains(value.toString())) {
                findings.error(
                        "property-default",
                        part + ".defaultValue",
                        "The default of '" + property.name() + "' is not one of its validValues; use one of "
                                + String.join(", ", property.validValues()) + ".");
            }
        }
    }

    private void checkDaemonProperties() {
        boolean daemon = definition.actions().isEmpty()
                || definition.actions().stream().anyMatch(action -> "daemon".equalsIgnoreCase(action.type()));
        if (!daemon) {
            return;
        }
        Object method = required("daemon.method", Severity.WARNING, "POST", "the platform takes POST");
        if (method != null && !METHODS.contains(method.toString().toUpperCase(Locale.ROOT))) {
            findings.error(
                    "daemon-method-invalid",
                    defaults.part("daemon.method"),
                    "'" + method + "' is no HTTP method; use POST or another one.");
        }
        required("daemon.path", Severity.WARNING, "invoke", "the platform takes invoke");
        Object port = required("daemon.port", Severity.ERROR, "5000", "the gateway takes 8080 and not 5000");
        if (port != null && !ActionDeclarationChecks.isPort(port.toString())) {
            findings.error(
                    "daemon-port-invalid",
                    defaults.part("daemon.port"),
                    "'" + port + "' is no port; use a number from 1 to 65535.");
        }
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            if (port != null
                    && action.port() != null
                    && !port.toString().equals(action.port().toString())) {
                findings.error(
                        "daemon-port-differs",
                        "actions[" + i + "].port",
                        "The action listens on port " + action.port() + ", but daemon.port is " + port
                                + "; make them the same.");
            }
        }
    }

    /** The default of a property, which the platform's way to the daemon depends on. */
    private @Nullable Object required(String name, Severity severity, String example, String otherwise) {
        Object value = defaults.value(name);
        if (value != null) {
            return value;
        }
        String message = "The property " + name + " with a default is missing, and " + otherwise
                + "; declare it with a defaultValue such as " + example + ".";
        String id = name.replace('.', '-') + "-missing";
        if (severity == Severity.ERROR) {
            findings.error(id, "properties", message);
        } else {
            findings.warning(id, "properties", message);
        }
        return null;
    }
}
