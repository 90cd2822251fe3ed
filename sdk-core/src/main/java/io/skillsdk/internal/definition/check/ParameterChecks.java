package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Nearest;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.JsonShape.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks declared parameters against the members of a payload or a result. */
final class ParameterChecks {

    /** Declared parameters with their place. */
    private record Declared(FindingCollector findings, String part, List<Parameter> all) {}

    private final TypeIndex.Types types;

    private final FindingCollector findings;

    private final Set<String> used;

    /**
     * Makes the checks.
     *
     * @param used takes the references that are followed
     */
    ParameterChecks(TypeIndex.Types types, FindingCollector findings, Set<String> used) {
        this.types = types;
        this.findings = findings;
        this.used = used;
    }

    /** Finds references that lead nowhere, and follows the others. */
    void checkReferences(String part, Parameters parameters) {
        declared(findings, part, parameters, new HashSet<>());
    }

    /** Compares parameters with the members that there are, by the names that a sender uses. */
    void compare(String part, Parameters parameters, Collection<Member> members, String what) {
        if (parameters instanceof Parameters.Unspecified) {
            if (!members.isEmpty()) {
                findings.add(
                        Rule.PARAMETERS_MISSING,
                        part,
                        "The " + what + " has " + String.join(", ", names(members)) + ", and nothing is declared; add"
                                + " parameters.");
            }
            return;
        }
        Declared declared = declared(findings, part, parameters, new HashSet<>());
        if (declared != null) {
            compare(declared, members, what, new HashSet<>());
        }
    }

    /** Finds parameters where the action takes nothing, or no object. */
    void refuseAny(String part, Parameters parameters, String why) {
        if (!(parameters instanceof Parameters.Unspecified)) {
            findings.add(Rule.PARAMETER_UNKNOWN, part, why);
        }
    }

    private static List<String> names(Collection<Member> members) {
        return members.stream().map(Member::name).toList();
    }

    private @Nullable Declared declared(FindingCollector in, String part, Parameters parameters, Set<String> within) {
        if (parameters instanceof Parameters.Listed listed) {
            Declared declared = new Declared(in, part, listed.all());
            followNested(declared, within);
            return declared;
        }
        return parameters instanceof Parameters.Reference reference && reference.ref() != null
                ? declared(in, part, reference.ref(), within)
                : null;
    }

    private @Nullable Declared declared(FindingCollector in, String part, String ref, Set<String> within) {
        used.add(ref);
        TypeIndex.Located located = types.find(ref);
        if (located == null) {
            unknown(in, part, ref);
            return null;
        }
        FindingCollector there =
                findings.in(located.file().path(), located.file().places());
        Declared declared = new Declared(there, located.part(), located.type().parameters());
        if (within.add(ref)) {
            followNested(declared, within);
        }
        return declared;
    }

    private void followNested(Declared declared, Set<String> within) {
        for (int i = 0; i < declared.all.size(); i++) {
            Object ref = declared.all.get(i).other().get(Parameter.REF);
            if (ref != null) {
                declared(declared.findings, declared.part + "[" + i + "]." + Parameter.REF, ref.toString(), within);
            }
        }
    }

    /** A type may be on the platform already: only where the skill has types of its own is one of them probably meant. */
    private void unknown(FindingCollector in, String part, String ref) {
        if (types.isOfAnother(ref)) {
            return;
        }
        List<String> names = types.names().stream().map(ParameterChecks::last).toList();
        if (!types.own().isEmpty() || Nearest.to(last(ref), names) != null) {
            in.add(
                    Rule.TYPE_UNKNOWN,
                    part,
                    "The type '" + ref + "' is not among the types of this skill; "
                            + Nearest.hint(last(ref), names, "add its file to types/."));
        }
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void compare(Declared declared, Collection<Member> members, String what, Set<String> within) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < declared.all.size(); i++) {
            String name = declared.all.get(i).name();
            if (name != null) {
                places.put(name, i);
            }
        }
        List<Member> missing = new ArrayList<>();
        for (Member member : members) {
            Integer place = places.remove(member.name());
            if (place == null) {
                missing.add(member);
            } else {
                compare(declared, place, member, what, within);
            }
        }
        renamed(declared, places, missing, what);
        missing.forEach(member -> declared.findings.add(
                Rule.PARAMETER_MISSING,
                declared.part,
                "The " + what + " has '" + member.name() + "' (" + PlatformTypes.of(member.shape())
                        + "), which is not declared; add it."));
        places.forEach((name, place) -> declared.findings.add(
                Rule.PARAMETER_UNKNOWN,
                declared.part + "[" + place + "].name",
                "The " + what + " has no '" + name + "'; remove it."));
    }

    /** What is missing and unknown at once, with the same type and at the same place or a near name, is one renamed. */
    private static void renamed(Declared declared, Map<String, Integer> unknown, List<Member> missing, String what) {
        for (String name : List.copyOf(unknown.keySet())) {
            Parameter parameter = declared.all.get(unknown.getOrDefault(name, 0));
            Member meant = missing.stream()
                    .filter(member -> PlatformTypes.describes(parameter.type(), member.shape()))
                    .filter(member -> Nearest.to(name, List.of(member.name())) != null
                            || (unknown.size() == 1 && missing.size() == 1))
                    .findFirst()
                    .orElse(null);
            if (meant != null) {
                declared.findings.add(
                        Rule.PARAMETER_RENAMED,
                        declared.part + "[" + unknown.get(name) + "].name",
                        "'" + name + "' is called '" + meant.name() + "' in the " + what + "; rename it.");
                missing.remove(meant);
                unknown.remove(name);
            }
        }
    }

    private void compare(Declared declared, int place, Member member, String what, Set<String> within) {
        Parameter parameter = declared.all.get(place);
        String part = declared.part + "[" + place + "]";
        if (!PlatformTypes.describes(parameter.type(), member.shape())) {
            declared.findings.add(
                    Rule.PARAMETER_TYPE,
                    part + ".type",
                    "'" + member.name() + "' is declared as " + parameter.type() + ", but is "
                            + PlatformTypes.of(member.shape()) + " in the " + what + "; declare it so.");
        }
        boolean required = Boolean.TRUE.equals(parameter.required());
        if (required != member.required()) {
            declared.findings.add(
                    Rule.PARAMETER_REQUIRED,
                    part + ".required",
                    "'" + member.name() + "' is declared as "
                            + (required ? "required" : "optional") + ", but is "
                            + (member.required() ? "required" : "optional")
                            + " in the " + what + "; declare it so.");
        }
        compareScalar(declared.findings, part, parameter, member, what);
        Object ref = parameter.other().get(Parameter.REF);
        JsonShape nested = member.shape();
        while (nested instanceof JsonShape.Array array) {
            nested = array.element();
        }
        if (ref != null && nested instanceof JsonShape.Structure structure && within.add(ref.toString())) {
            TypeIndex.Located located = types.find(ref.toString());
            if (located != null) {
                FindingCollector there =
                        findings.in(located.file().path(), located.file().places());
                compare(
                        new Declared(there, located.part(), located.type().parameters()),
                        structure.members().values(),
                        what,
                        within);
            }
        }
    }

    private static void compareScalar(
            FindingCollector in, String part, Parameter parameter, Member member, String what) {
        if (!(member.shape() instanceof JsonShape.Scalar scalar)) {
            return;
        }
        String format = parameter.format();
        if (format != null
                && !scalar.format().isEmpty()
                && !format.toLowerCase(Locale.ROOT).equals(scalar.format())) {
            in.add(
                    Rule.PARAMETER_FORMAT,
                    part + ".format",
                    "'" + member.name() + "' is declared with the format " + format + ", but is " + scalar.format()
                            + " in the " + what + "; declare it so.");
        }
        if (parameter.other().get("validValues") instanceof List<?> declared
                && !scalar.values().isEmpty()) {
            List<String> values = declared.stream().map(String::valueOf).toList();
            if (!Set.copyOf(values).equals(Set.copyOf(scalar.values()))) {
                in.add(
                        Rule.PARAMETER_FORMAT,
                        part + ".validValues",
                        "'" + member.name() + "' is declared with the values " + String.join(", ", values)
                                + ", but has " + String.join(", ", scalar.values()) + " in the " + what
                                + "; declare them so.");
            }
        }
    }
}
