package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.platform.NamedParts;
import io.skillsdk.internal.definition.resolve.PathMustache;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.resolve.SkillRouting;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Checks the places in a {@code daemon.path} that the gateway fills, or does not. */
final class PathTemplateChecks {

    /** All that an envelope of the gateway has at its top. */
    private static final Set<String> ENVELOPE = Set.of(
            "payload",
            "properties",
            "token",
            "apiEndpoint",
            "projectId",
            "activationId",
            "sessionId",
            "outputName",
            "skillName",
            "skillTitle",
            "agentName",
            "channelId",
            "timestamp",
            "headers");

    private final SkillDefinition definition;

    private final ParameterChecks parameters;

    private final FindingCollector findings;

    PathTemplateChecks(SkillDefinition definition, ParameterChecks parameters, FindingCollector findings) {
        this.definition = definition;
        this.parameters = parameters;
        this.findings = findings;
    }

    void run() {
        PropertyDefaults defaults = new PropertyDefaults(definition);
        Object value = defaults.value("daemon.path");
        SkillRouting routing = new SkillRouting(definition);
        if (!(value instanceof String) || !routing.leadsToDaemon()) {
            return;
        }
        String path = value.toString();
        String part = defaults.part("daemon.path");
        if (path.contains("{{")) {
            checkPlaces(part, path, routing);
        } else if (path.matches("[^{}]{0,200}\\{[^{}/]{1,100}}.*")) {
            findings.add(
                    Rule.DAEMON_PATH_TEMPLATE,
                    part,
                    "The path '" + path + "' is called as it is, braces and all; write {{{payload.<key>}}} for a value"
                            + " of the message.");
        }
    }

    private void checkPlaces(String part, String path, SkillRouting routing) {
        PathMustache template = PathMustache.of(path);
        if (!template.isValid()) {
            findings.add(
                    Rule.DAEMON_PATH_TEMPLATE,
                    part,
                    "The template '" + path + "' is not one of text and {{key}}; write it so.");
            return;
        }
        for (PathMustache.Place place : template.places()) {
            String[] keys = place.key().split("\\.", 2);
            String first = keys[0];
            if (!ENVELOPE.contains(first)) {
                findings.add(
                        Rule.DAEMON_PATH_TEMPLATE,
                        part,
                        "The envelope has no '" + first + "', and the gateway fails where a key is missing; "
                                + (Nearest.to(first, ENVELOPE) == null
                                        ? "write {{payload." + place.key() + "}}."
                                        : Nearest.hint(first, ENVELOPE, "")));
            } else if (first.equals("properties") && keys.length == 2) {
                checkProperty(part, keys[1], routing);
            } else if (!first.equals("payload") || keys.length < 2 || checkKey(part, keys[1])) {
                checkEscaped(part, place, first);
            }
        }
    }

    private void checkEscaped(String part, PathMustache.Place place, String first) {
        if (place.escaped() && first.equals("payload")) {
            findings.add(
                    Rule.DAEMON_PATH_TEMPLATE,
                    part,
                    "{{" + place.key() + "}} is escaped for HTML, so 'a/b' arrives as 'a&#x2F;b', cut at #; write {{{"
                            + place.key() + "}}} to send it as it is.");
        }
    }

    /** Mustache takes a dot for a step into an object, but looks a whole name up first nowhere. */
    private void checkProperty(String part, String name, SkillRouting routing) {
        if (!routing.declares(name.split("\\.", 2)[0]) && !routing.declares(name)) {
            List<String> declared = definition.properties().stream()
                    .map(property -> String.valueOf(property.name()))
                    .toList();
            findings.add(
                    Rule.DAEMON_PATH_TEMPLATE,
                    part,
                    "The property '" + name + "' is not declared, and the gateway fails where a key is missing; "
                            + Nearest.hint(name, declared, "declare it."));
        }
    }

    private boolean hasFaultyFlag(String part, int size) {
        return IntStream.range(0, size).anyMatch(i -> findings.isFaulty(part + "[" + i + "].required"));
    }

    /** A key of the payload must be there in each message: declared, and required. */
    private boolean checkKey(String part, String key) {
        for (int i = 0; i < definition.inputs().size(); i++) {
            Input input = definition.inputs().get(i);
            boolean toDaemon = SkillRouting.legs(input).stream()
                    .anyMatch(leg -> new SkillRouting(definition).isDaemon(leg.target()));
            List<Parameter> declared = parameters.list(input.parameters());
            // a flag that is neither true nor false is a finding itself
            boolean open = declared.stream().anyMatch(one -> key.equals(one.name()) && one.required() == null)
                    && input.parameters() instanceof Parameters.Listed
                    && hasFaultyFlag("inputs[" + i + "].parameters", declared.size());
            boolean complete = !open && NamedParts.of(declared, Parameter::name).isComplete();
            boolean isField =
                    input.routing() != null && key.equals(input.routing().field());
            if (toDaemon
                    && complete
                    && !(isField && declared.stream().noneMatch(one -> key.equals(one.name()))) // found already
                    && !key.contains(".")
                    && !declared.isEmpty()
                    && declared.stream()
                            .noneMatch(parameter ->
                                    key.equals(parameter.name()) && Boolean.TRUE.equals(parameter.required()))) {
                findings.add(
                        Rule.DAEMON_PATH_TEMPLATE,
                        part,
                        "The path needs '" + key + "' of the payload, which the input '" + input.name()
                                + "' does not declare as required: the gateway fails without it; declare it so.");
                return false;
            }
        }
        return true;
    }
}
