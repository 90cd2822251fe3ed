package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks a definition against itself. */
public final class DefinitionChecks {

    private final DefinitionFile file;

    private final SkillDefinition definition;

    private final Set<String> folders;

    private final PortClaims ports;

    private final FindingCollector findings;

    /**
     * Makes the checks.
     *
     * @param folders the names of the folders of actions
     * @param ports takes what the definition says of the daemon's port
     */
    public DefinitionChecks(DefinitionFile file, Set<String> folders, PortClaims ports, FindingCollector findings) {
        this.folders = folders;
        this.file = file;
        this.definition = file.definition();
        this.ports = ports;
        this.findings = findings;
    }

    public void run() {
        boolean template = NameChecks.isPlaceholder(definition.name());
        file.places().faults().stream()
                .filter(fault -> !template || !NameChecks.isPlaceholder(fault.message()))
                .forEach(fault -> findings.add(Rule.VALUE_MALFORMED, fault.part(), "The value " + fault.message()));
        KeyChecks.run(file.places(), findings);
        TextChecks.run(file.text(), findings);
        checkVersion(definition.camel());
        NameChecks.check(findings, "name", definition.name());
        if (definition.inputs().isEmpty()) {
            findings.add(Rule.INPUT_MISSING, "inputs", "The skill has no input; add one, or nothing can call it.");
        }
        unique(Rule.INPUT_TWICE, "inputs", definition.inputs(), Input::name);
        unique(Rule.OUTPUT_TWICE, "outputs", definition.outputs(), Output::name);
        unique(Rule.ACTION_TWICE, "actions", definition.actions(), ActionDeclaration::name);
        for (int i = 0; i < definition.inputs().size(); i++) {
            checkParameters(
                    "inputs[" + i + "].parameters", definition.inputs().get(i).parameters());
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            checkParameters(
                    "outputs[" + i + "].parameters", definition.outputs().get(i).parameters());
        }
        TargetChecks targets = new TargetChecks(definition, folders, findings);
        new RoutingChecks(definition, targets, findings).run();
        targets.checkKinds();
        targets.checkUnused();
        new PropertyChecks(definition, findings).run();
        new EndpointChecks(definition, ports, findings).run();
        new ExternalApiChecks(definition, findings).run();
        for (int i = 0; i < definition.actions().size(); i++) {
            new ActionDeclarationChecks(findings, template)
                    .check("actions[" + i + "]", definition.actions().get(i));
        }
    }

    private void checkVersion(@Nullable String camel) {
        if (camel == null) {
            findings.add(Rule.CAMEL_VERSION, "camel", "The version of the format is missing; add 'camel: 1.0.0'.");
        } else if (!camel.matches("1(\\.[0-9]{1,4}){0,2}")) {
            findings.add(
                    Rule.CAMEL_VERSION,
                    "camel",
                    "'" + camel + "' is not a version of the format that is known; write 'camel: 1.0.0'.");
        }
    }

    private <T> void unique(Rule rule, String part, List<T> all, Function<T, @Nullable String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String own = name.apply(all.get(i));
            if (own == null) {
                // an action's name is checked with all else of it
                if (rule != Rule.ACTION_TWICE) {
                    findings.add(Rule.NAME_MISSING, part + "[" + i + "].name", "There is no name; give one.");
                }
            } else if (!seen.add(own)) {
                findings.add(
                        rule,
                        part + "[" + i + "].name",
                        "The name '" + own + "' is there twice; rename or remove one.");
            }
        }
    }

    private void checkParameters(String part, Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            unique(Rule.PARAMETER_TWICE, part, listed.all(), Parameter::name);
            ParameterTypes.check(findings, part, listed.all());
        }
    }
}
