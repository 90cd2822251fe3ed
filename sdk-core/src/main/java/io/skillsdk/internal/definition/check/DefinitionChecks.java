package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.resolve.PathMustache;
import io.skillsdk.internal.definition.resolve.PropertyDefaults;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a definition against itself. */
final class DefinitionChecks {

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

    private final DefinitionFile file;

    private final SkillDefinition definition;

    private final Set<String> folders;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param folders the names of the folders of actions
     */
    DefinitionChecks(DefinitionFile file, Set<String> folders, FindingCollector findings) {
        this.folders = folders;
        this.file = file;
        this.definition = file.definition();
        this.findings = findings;
    }

    void run() {
        file.places()
                .faults()
                .forEach(fault -> findings.add(Rule.VALUE_MALFORMED, fault.part(), "The value " + fault.message()));
        TextChecks.run(file.text(), findings);
        NameChecks.check(findings, "name", definition.name());
        if (definition.inputs().isEmpty() && !file.places().has("inputs")) {
            findings.add(Rule.INPUT_MISSING, "", "The skill has no input; add one, or nothing can call it.");
        } else if (definition.inputs().isEmpty()) {
            findings.add(Rule.INPUT_MISSING, "inputs", "The skill has no input; add one, or nothing can call it.");
        }
        unique(Rule.INPUT_TWICE, "inputs", definition.inputs(), Input::name);
        unique(Rule.OUTPUT_TWICE, "outputs", definition.outputs(), Output::name);
        unique(Rule.ACTION_TWICE, "actions", definition.actions(), ActionDeclaration::name);
        for (int i = 0; i < definition.inputs().size(); i++) {
            uniqueParameters(
                    "inputs[" + i + "].parameters", definition.inputs().get(i).parameters());
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            uniqueParameters(
                    "outputs[" + i + "].parameters", definition.outputs().get(i).parameters());
        }
        new KeyChecks(findings, file.places()).check(definition);
        new RoutingChecks(definition, folders, findings).run();
        new PropertyChecks(definition, findings).run();
        new EndpointChecks(definition, findings).run();
        checkTemplate();
        for (int i = 0; i < definition.actions().size(); i++) {
            new ActionDeclarationChecks(findings)
                    .check("actions[" + i + "]", definition.actions().get(i));
        }
    }

    private <T> void unique(Rule rule, String part, List<T> all, Function<T, @Nullable String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String own = name.apply(all.get(i));
            if (own == null) {
                // an action's name is checked with all else of it
                if (rule != Rule.ACTION_TWICE) {
                    findings.add(Rule.NAME_MISSING, part + "[" + i + "]", "There is no name; give one.");
                }
            } else if (!seen.add(own)) {
                findings.add(
                        rule,
                        part + "[" + i + "].name",
                        "The name '" + own + "' is there twice; rename or remove one.");
            }
        }
    }

    private void uniqueParameters(String part, Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            unique(Rule.PARAMETER_TWICE, part, listed.all(), Parameter::name);
        }
    }

    private void checkTemplate() {
        PropertyDefaults defaults = new PropertyDefaults(definition);
        Object path = defaults.value("daemon.path");
        if (path == null || !path.toString().contains("{{")) {
            return;
        }
        String part = defaults.part("daemon.path");
        PathMustache template = PathMustache.of(path.toString());
        if (!template.isValid()) {
            findings.add(
                    Rule.DAEMON_PATH_TEMPLATE,
                    part,
                    "The template '" + path + "' is not one of text and {{key}}; write it so.");
        }
        for (PathMustache.Place place : template.places()) {
            String first = place.key().split("\\.", 2)[0];
            if (!ENVELOPE.contains(first)) {
                findings.add(
                        Rule.DAEMON_PATH_TEMPLATE,
                        part,
                        "The envelope has no '" + first + "', and the gateway fails where a key is missing; "
                                + (Nearest.to(first, ENVELOPE) == null
                                        ? "write {{payload." + place.key() + "}}."
                                        : Nearest.hint(first, ENVELOPE, "")));
            } else if (place.escaped() && first.equals("payload")) {
                findings.add(
                        Rule.DAEMON_PATH_TEMPLATE,
                        part,
                        "{{" + place.key()
                                + "}} is escaped for HTML, so 'a/b' arrives as 'a&#x2F;b', cut at #; write {{{"
                                + place.key() + "}}} to send it as it is.");
            }
            checkKey(part, place);
        }
    }

    /** A key of the payload must be there in each message: declared, and required. */
    private void checkKey(String part, PathMustache.Place place) {
        String[] keys = place.key().split("\\.", -1);
        if (keys.length != 2 || !keys[0].equals("payload")) {
            return;
        }
        for (Input input : definition.inputs()) {
            if (input.parameters() instanceof Parameters.Listed listed
                    && listed.all().stream()
                            .noneMatch(parameter ->
                                    keys[1].equals(parameter.name()) && Boolean.TRUE.equals(parameter.required()))) {
                findings.add(
                        Rule.DAEMON_PATH_TEMPLATE,
                        part,
                        "The path needs '" + keys[1] + "' of the payload, which the input '" + input.name()
                                + "' does not declare as required: the gateway fails without it; declare it so.");
            }
        }
    }
}
