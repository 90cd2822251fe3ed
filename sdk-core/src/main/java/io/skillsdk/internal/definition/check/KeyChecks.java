package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.ActionDeclaration;
import io.skillsdk.internal.definition.model.Input;
import io.skillsdk.internal.definition.model.Output;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.Property;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.RoutingTarget;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.yaml.Places;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds keys that are misspelt. Keys of people's own, which resemble none of the platform's, are theirs. */
final class KeyChecks {

    private static final List<String> SKILL =
            List.of("camel", "name", "title", "description", "tags", "inputs", "outputs", "properties", "actions");

    private static final List<String> INPUT = List.of("name", "title", "description", "parameters", "routing");

    private static final List<String> OUTPUT = List.of("name", "title", "description", "parameters");

    private static final List<String> PARAMETER =
            List.of("name", "type", "title", "description", "format", "required", Parameter.REF);

    private static final List<String> ROUTING = List.of("all", "property", "field", "rules", "default");

    private static final List<String> TARGET = List.of("action", "runtime", "output");

    private static final List<String> MATCH = List.of("match", "action", "runtime", "output");

    private static final List<String> PROPERTY = List.of(
            "name", "title", "description", "required", "type", "defaultValue", "validValues", "secure", "qualifiedBy");

    private static final List<String> ACTION = List.of(
            "name",
            "type",
            "image",
            "command",
            "port",
            "scaleCount",
            "environmentVariables",
            "podSpec",
            "k8sResources");

    private final FindingCollector findings;

    private final Places places;

    KeyChecks(FindingCollector findings, Places places) {
        this.findings = findings;
        this.places = places;
    }

    void check(SkillDefinition skill) {
        check("", skill.other(), SKILL);
        for (int i = 0; i < skill.inputs().size(); i++) {
            Input input = skill.inputs().get(i);
            check("inputs[" + i + "]", input.other(), INPUT);
            parameters("inputs[" + i + "].parameters", input.parameters());
            routing("inputs[" + i + "].routing", input.routing());
        }
        for (int i = 0; i < skill.outputs().size(); i++) {
            Output output = skill.outputs().get(i);
            check("outputs[" + i + "]", output.other(), OUTPUT);
            parameters("outputs[" + i + "].parameters", output.parameters());
        }
        for (int i = 0; i < skill.properties().size(); i++) {
            Property property = skill.properties().get(i);
            check("properties[" + i + "]", property.other(), PROPERTY);
        }
        for (int i = 0; i < skill.actions().size(); i++) {
            ActionDeclaration action = skill.actions().get(i);
            check("actions[" + i + "]", action.other(), ACTION);
        }
    }

    void parameters(String part, Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            for (int i = 0; i < listed.all().size(); i++) {
                check(part + "[" + i + "]", listed.all().get(i).other(), PARAMETER);
            }
        } else if (parameters instanceof Parameters.Reference reference) {
            check(part, reference.other(), List.of(Parameter.REF));
        }
    }

    private void routing(String part, @Nullable Routing routing) {
        if (routing == null) {
            return;
        }
        check(part, routing.other(), ROUTING);
        target(part + ".all", routing.all(), TARGET);
        target(part + ".default", routing.byDefault(), TARGET);
        for (int i = 0; i < routing.rules().size(); i++) {
            target(part + ".rules[" + i + "]", routing.rules().get(i).target(), MATCH);
        }
    }

    private void target(String part, @Nullable RoutingTarget target, List<String> keys) {
        if (target != null) {
            check(part, target.other(), keys);
        }
    }

    private void check(String part, Map<String, @Nullable Object> other, List<String> keys) {
        String below = part.isEmpty() ? "" : part + ".";
        List<String> absent =
                keys.stream().filter(key -> !places.has(below + key)).toList();
        for (String key : other.keySet()) {
            String nearest = keys.contains(key) ? null : Nearest.to(key, absent);
            if (nearest != null) {
                findings.add(
                        Rule.KEY_MISSPELT,
                        below + key,
                        "There is no key '" + key + "'; did you mean '" + nearest + "'? Fix the name.");
            }
        }
    }
}
