package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.JsonShape.Member;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks declared parameters against the shape of a payload or a result. */
final class ParameterChecks {

    private final Map<String, TypeDefinition> types;

    private final FindingCollector findings;

    ParameterChecks(Map<String, TypeDefinition> types, FindingCollector findings) {
        this.types = types;
        this.findings = findings;
    }

    void compare(String part, Parameters parameters, JsonShape shape, String what) {
        if (!(shape instanceof JsonShape.Structure structure)) {
            return;
        }
        List<Parameter> declared = declared(part, parameters);
        if (declared != null) {
            compare(part, declared, structure, what, new HashSet<>());
        }
    }

    private @Nullable List<Parameter> declared(String part, Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            return listed.all();
        }
        if (parameters instanceof Parameters.Reference reference && reference.ref() != null) {
            return declared(part, reference.ref());
        }
        return null;
    }

    private @Nullable List<Parameter> declared(String part, String ref) {
        TypeDefinition type = types.get(ref.substring(ref.lastIndexOf('/') + 1));
        if (type == null) {
            findings.warning(
                    "type-unknown",
                    part,
                    "The type '" + ref + "' is not among the types of this workspace; add its"
                            + " file to types/, unless it is on the platform already.");
            return null;
        }
        return type.parameters();
    }

    private void compare(
            String part, List<Parameter> declared, JsonShape.Structure structure, String what, Set<String> within) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < declared.size(); i++) {
            String name = declared.get(i).name();
            if (name != null) {
                places.put(name, i);
            }
        }
        structure.members().values().forEach(member -> {
            Integer place = places.remove(member.name());
            if (place == null) {
                findings.error(
                        "parameter-missing",
                        part,
                        "The " + what + " has '" + member.name() + "' (" + PlatformTypes.of(member.shape())
                                + "), which is not declared; add it.");
            } else {
                compare(part + "[" + place + "]", declared.get(place), member, what, within);
            }
        });
        places.forEach((name, place) -> findings.error(
                "parameter-unknown",
                part + "[" + place + "].name",
                "The " + what + " has no '" + name + "'; remove it, or name one of "
                        + String.join(", ", structure.members().keySet()) + "."));
    }

    private void compare(String part, Parameter parameter, Member member, String what, Set<String> within) {
        if (!PlatformTypes.describes(parameter.type(), member.shape())) {
            findings.error(
                    "parameter-type",
                    part + ".type",
                    "'" + member.name() + "' is declared as " + parameter.type() + ", but is "
                            + PlatformTypes.of(member.shape()) + " in the " + what + "; declare it so.");
        }
        boolean required = Boolean.TRUE.equals(parameter.required());
        if (required != member.required()) {
            findings.error(
                    "parameter-required",
                    part + ".required",
                    "'" + member.name() + "' is declared as "
                            + (required ? "required" : "optional") + ", but is "
                            + (member.required() ? "required" : "optional")
                            + " in the " + what + "; declare it so.");
        }
        Object ref = parameter.other().get(Parameter.REF);
        JsonShape nested = member.shape();
        while (nested instanceof JsonShape.Array array) {
            nested = array.element();
        }
        if (ref != null && nested instanceof JsonShape.Structure structure && within.add(ref.toString())) {
            List<Parameter> declared = declared(part, ref.toString());
            if (declared != null) {
                compare(part + "(" + ref + ")", declared, structure, what, within);
            }
        }
    }
}
