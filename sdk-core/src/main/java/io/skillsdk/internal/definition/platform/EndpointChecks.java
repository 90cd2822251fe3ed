package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the way from the platform to a daemon: {@code daemon.*}, and all that says on which port it listens. */
public final class EndpointChecks {

    public static final Set<String> METHODS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE");

    private static final List<String> ADDRESS = List.of("daemon.method", "daemon.path", "daemon.port");

    private final SkillDefinition definition;

    private final PropertyDefaults defaults;

    private final PortClaims ports;

    private final FindingCollector findings;

    public EndpointChecks(SkillDefinition definition, PortClaims ports, FindingCollector findings) {
        this.definition = definition;
        this.defaults = new PropertyDefaults(definition);
        this.ports = ports;
        this.findings = findings;
    }

    void run() {
        if (!leadsToDaemon()) {
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
        checkPath(value("daemon.path"));
        checkPort(value("daemon.port"));
    }

    /** A job that is routed to as to a daemon is a finding itself. */
    private boolean leadsToDaemon() {
        SkillRouting routing = new SkillRouting(definition);
        return definition.inputs().stream()
                .flatMap(input -> SkillRouting.legs(input).stream())
                .filter(leg -> routing.isDaemon(leg.target()))
                .anyMatch(leg -> definition.actions().stream()
                        .filter(action -> action.name() != null
                                && action.name().equals(leg.target().action()))
                        .noneMatch(action -> "job".equalsIgnoreCase(action.type())
                                && !new SkillRouting(definition).declares("daemon.port")));
    }

    private void checkPath(@Nullable String path) {
        if (path == null) {
            return;
        }
        // what is within the braces of a template is not sent as it is
        String literal = path.replaceAll("\\{\\{[^{}]{0,200}}}", "");
        String why = path.contains("://")
                ? "is a URL; leave out the scheme and the host."
                : literal.contains("#")
                        ? "has a fragment, which is not sent; remove it."
                        : literal.chars().anyMatch(c -> c <= ' ' || c == 127)
                                ? "has white space; write %20 for it."
                                : null;
        if (why != null) {
            findings.add(Rule.DAEMON_PATH_INVALID, defaults.part("daemon.path"), "The path '" + path + "' " + why);
        }
    }

    private void checkPort(@Nullable String port) {
        if (port == null
                && !NamedParts.of(definition.properties(), Property::name).isComplete()) {
            return; // it may be the one without a name
        }
        if (port == null) {
            String misspelt = nearest("daemon.port");
            findings.add(
                    Rule.DAEMON_PORT_MISSING,
                    misspelt != null ? part(misspelt) : place("daemon.port"),
                    "The property daemon.port with a default is missing, and the gateway takes 8080 and not 5000;"
                            + meant(misspelt) + " declare it with a defaultValue such as 5000.");
        } else if (!Ports.isPort(port)) {
            findings.add(
                    Rule.DAEMON_PORT_INVALID,
                    defaults.part("daemon.port"),
                    "'" + port + "' is not a valid port; use a number from 1 to 65535.");
        } else {
            claimActions();
        }
    }

    /** Where a property without a default is, or all of them. */
    private String place(String name) {
        return new SkillRouting(definition).declares(name) ? part(name) : "properties";
    }

    private String part(String name) {
        for (int i = 0; i < definition.properties().size(); i++) {
            if (name.equals(definition.properties().get(i).name())) {
                return "properties[" + i + "].name";
            }
        }
        return "properties";
    }

    /** Without them the platform's defaults hold; only where they were meant to be set is something wrong. */
    private void misspelt(Rule rule, String name, String example) {
        String nearest = nearest(name);
        if (value(name) == null && nearest != null) {
            findings.add(
                    rule,
                    part(nearest),
                    "The property " + name + " is missing, and the platform takes " + example + ";" + meant(nearest)
                            + " declare it with a defaultValue.");
        }
    }

    private static String meant(@Nullable String nearest) {
        return nearest == null ? "" : " did you mean '" + nearest + "' to be it? Fix the name, or";
    }

    private @Nullable String nearest(String name) {
        return definition.properties().stream()
                .map(Property::name)
                .filter(other -> other != null && !ADDRESS.contains(other))
                .filter(other -> name.equals(Nearest.to(other, ADDRESS)))
                .findFirst()
                .orElse(null);
    }

    private void claimActions() {
        for (int i = 0; i < definition.actions().size(); i++) {
            ActionDeclaration action = definition.actions().get(i);
            String part = "actions[" + i + "]";
            if (!"daemon".equalsIgnoreCase(action.type())) {
                continue;
            }
            if (action.port() != null) {
                ports.add(
                        part + ".port",
                        "The action listens on port ",
                        action.port().toString());
            }
            ports.add(part + ".command", "The command sets the port ", Ports.inCommand(action.command()));
            Map<String, String> environment =
                    action.environmentVariables() instanceof String text ? EnvironmentText.read(text) : null;
            if (environment != null) {
                ports.add(part + ".environmentVariables", "DAEMON_PORT sets the port ", environment.get("DAEMON_PORT"));
            }
            PodSpecChecks.probePorts(part + ".podSpec", action.podSpec())
                    .forEach((at, port) -> ports.add(at, "The probe asks the port ", port));
        }
    }

    /** Finds what says another port than daemon.port, once all has been said. */
    public void settlePorts() {
        String port = value("daemon.port");
        if (port != null && Ports.isPort(port) && leadsToDaemon()) {
            ports.settle(port.strip(), defaults.part("daemon.port"));
        }
    }

    private @Nullable String value(String property) {
        Object value = defaults.value(property);
        return value == null ? null : value.toString();
    }
}
