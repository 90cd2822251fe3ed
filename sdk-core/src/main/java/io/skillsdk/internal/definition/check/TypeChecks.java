package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Routing;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.platform.KeyChecks;
import io.skillsdk.internal.definition.platform.ParameterTypes;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.definition.yaml.Places;
import io.skillsdk.internal.definition.yaml.TypesFile;
import io.skillsdk.internal.yaml.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the named types of a skill. */
final class TypeChecks {

    private final TypeIndex.Types types;

    private final FindingCollector findings;

    TypeChecks(TypeIndex.Types types, FindingCollector findings) {
        this.types = types;
        this.findings = findings;
    }

    /**
     * Checks the types and the references to them.
     *
     * @param used takes the references that lead to types
     * @param strict whether the types are derived from actions, so that each has a use
     */
    void run(SkillDefinition definition, ParameterChecks parameters, Set<String> used, boolean strict) {
        types.unreadable()
                .forEach((file, e) -> findings.in(file, new Places())
                        .addAt(Rule.UNREADABLE, new Place(Math.max(e.line(), 1), 1), "The file " + e.problem()));
        for (int i = 0; i < definition.inputs().size(); i++) {
            parameters.checkReferences(
                    "inputs[" + i + "].parameters", definition.inputs().get(i).parameters());
        }
        for (int i = 0; i < definition.outputs().size(); i++) {
            parameters.checkReferences(
                    "outputs[" + i + "].parameters", definition.outputs().get(i).parameters());
        }
        checkFields(definition, parameters);
        Set<String> names = new HashSet<>();
        for (TypesFile file : types.own()) {
            FindingCollector there = findings.in(file.path(), file.places());
            file.places()
                    .faults()
                    .forEach(fault -> there.add(Rule.VALUE_MALFORMED, fault.part(), "The value " + fault.message()));
            KeyChecks.run(file.places(), there);
            for (int i = 0; i < file.types().size(); i++) {
                check(there, file, i, names, strict && !parameters.hasUnknown() ? used : null);
            }
        }
    }

    /** A field that chooses a route should be one that is declared. */
    private void checkFields(SkillDefinition definition, ParameterChecks parameters) {
        for (int i = 0; i < definition.inputs().size(); i++) {
            Routing routing = definition.inputs().get(i).routing();
            String field = routing == null || routing.sendsAll() || routing.property() != null ? null : routing.field();
            List<String> declared = parameters.list(definition.inputs().get(i).parameters()).stream()
                    .map(Parameter::name)
                    .filter(Objects::nonNull)
                    .toList();
            if (field != null && !field.isEmpty() && !declared.isEmpty() && !declared.contains(field)) {
                findings.add(
                        Rule.ROUTING_FIELD_UNKNOWN,
                        "inputs[" + i + "].routing.field",
                        "The routing depends on the field '" + field + "', which is not among the parameters; "
                                + Nearest.hint(field, declared, "declare it."));
            }
        }
    }

    private void check(
            FindingCollector there, TypesFile file, int index, Set<String> names, @Nullable Set<String> used) {
        TypeDefinition type = file.types().get(index);
        String part = file.part(index).isEmpty() ? "" : file.part(index) + ".";
        if (type.name() == null) {
            there.add(Rule.NAME_MISSING, part + "name", "The type has no name; give one.");
        } else if (!names.add(type.name())) {
            there.add(
                    Rule.TYPE_TWICE,
                    part + "name",
                    "The type '" + type.name() + "' is there twice; rename or remove one.");
        } else if (used != null && used.stream().noneMatch(ref -> isNamed(ref, type.name()))) {
            there.add(
                    Rule.TYPE_UNUSED,
                    part + "name",
                    "Nothing refers to the type '" + type.name() + "'; refer to it with $ref, or remove it.");
        }
        Set<String> parameters = new HashSet<>();
        List<Parameter> all = type.parameters();
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).name();
            if (name == null) {
                there.add(Rule.NAME_MISSING, part + "parameters[" + i + "].name", "There is no name; give one.");
            } else if (!parameters.add(name)) {
                there.add(
                        Rule.PARAMETER_TWICE,
                        part + "parameters[" + i + "].name",
                        "The name '" + name + "' is there twice; rename or remove one.");
            }
        }
        ParameterTypes.check(there, part + "parameters", all);
    }

    private static boolean isNamed(String ref, String name) {
        return ref.equals(name)
                || ref.substring(ref.lastIndexOf('/') + 1).equals(name.substring(name.lastIndexOf('/') + 1));
    }
}
