package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the way from the platform to a daemon: {@code daemon.*}, and all that says on which port it listens. */
final class EndpointChecks {

    private static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    private final SkillDefinition definition;

    private final PropertyDefaults defaults;

    private final FindingCollector findings;

    EndpointChecks(SkillDefinition definition, FindingCollector findings) {
        this.definition = definition;
        this.defaults = new PropertyDefaults(definition);
        this.findings = findings;
    }

    void run() {
        if (!new SkillRouting(definition).leadsToDaemon()) {
            return;
        }
        misspelt(Rule.DAEMON_METHOD_MISSING, "daemon.method", "POST");
        misspelt(Rule.DAEMON_PATH_MISSING, "daemon.path", "invoke");
        String method = value("daemon.method");
        if (method != null && !METHODS.contains(method.toUpperCase(Locale.ROOT)) && !method.contains("{{")) {
            findings.add(
                    Rule.DAEMON_METHOD_INVALID,
                    defaults.part("daemon.method"),
                    "'" + method + "' is not an HTTP method; use POST or another one.");
        }
        String port = value("daemon.port");
        if (port == null) {
            findings.add(
                    Rule.DAEMON_PORT_MISSING,
                    "properties",
                    "The property daemon.port with a default is missing, and the gateway takes 8080 and not 5000;"
                            + nearest("daemon.port") + " declare it with a defaultValue such as 5000.");
        } else if (!Ports.isPort(port)) {
            findings.add(
                    Rule.DAEMON_PORT_INVALID,
                    defaults.part("daemon.port"),
                    "'" + port + "' is not a valid port; use a number from 1 to 65535.");
        } else {
            checkActions(port.strip());
        }
    }

    /** Without them the platform's defaults hold; only where somebody meant to set them is something wrong. */
    private void misspelt(Rule rule, String name, String example) {
        String nearest = nearest(name);
        if (value(name) == null && !nearest.isEmpty()) {
            findings.add(
                    rule,
                    "properties",
                    "The property " + name + " is missing, and the platform takes " + example + ";" + nearest
                            + " declare it with a defaultValue.");
        }
    }

    private String nearest(String name) {
        List<String> others = definition.properties().stream()
                .map(Property::name)
                .filter(Objects::nonNull)
                .filter(other -> !other.equals(name))
                .toList();
        String nearest = others.stream()
                .filter(other -> name.equals(Nearest.to(other, List.of("daemon.method", "daemon.path", "daemon.port"))))
                .findFirst()
                .orElse(null);
        return nearest == null
                        || Set.of("daemon.method", "daemon.path", "daemon.port").contains(nearest)
                ? ""
                : " did you mean '" + nearest + "' to be it?";
    }

    private void checkActions(String port) {
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            String part = "actions[" + i + "]";
            if (!"daemon".equalsIgnoreCase(action.type())) {
                continue;
            }
            if (action.port() != null && Ports.isPort(action.port().toString())) {
                same(
                        part + ".port",
                        "The action listens on port ",
                        action.port().toString(),
                        port);
            }
            same(part + ".command", "The command sets the port ", Ports.inCommand(action.command()), port);
            Map<String, String> environment =
                    action.environmentVariables() instanceof String text ? EnvironmentText.read(text) : null;
            if (environment != null) {
                same(
                        part + ".environmentVariables",
                        "DAEMON_PORT sets the port ",
                        environment.get("DAEMON_PORT"),
                        port);
            }
        }
    }

    private void same(String part, String what, @Nullable String found, String port) {
        if (found != null && Ports.isPort(found) && !found.strip().equals(port)) {
            findings.add(
                    Rule.DAEMON_PORT_DIFFERS,
                    part,
                    what + found.strip() + ", but daemon.port is " + port + "; make them the same.");
        }
    }

    private @Nullable String value(String property) {
        Object value = defaults.value(property);
        return value == null ? null : value.toString();
    }
}
