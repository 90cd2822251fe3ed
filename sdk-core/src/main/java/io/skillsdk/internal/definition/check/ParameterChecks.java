package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.derive.ParameterDeriver;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.definition.platform.NameChecks;
import io.skillsdk.internal.definition.platform.ParameterTypes;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.definition.yaml.Nearest;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    private final Set<String> unknown = new HashSet<>();

    private final Set<String> compared = new HashSet<>();

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

    /** Whether a reference leads nowhere: then a type that nothing refers to may be what is meant. */
    boolean hasUnknown() {
        return !unknown.isEmpty();
    }

    /** The parameters that are listed, or those of the type that is named; empty where nothing is known of them. */
    List<Parameter> list(Parameters parameters) {
        if (parameters instanceof Parameters.Listed listed) {
            return listed.all();
        }
        TypeIndex.Located located = parameters instanceof Parameters.Reference reference && reference.ref() != null
                ? types.find(reference.ref())
                : null;
        return located == null ? List.of() : located.type().parameters();
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
            if (ref != null && !ref.toString().isBlank()) {
                declared(declared.findings, declared.part + "[" + i + "]." + Parameter.REF, ref.toString(), within);
            }
        }
    }

    /** A type may be on the platform already: only where the skill has types of its own is one of them probably meant. */
    private void unknown(FindingCollector in, String part, String ref) {
        if (types.isOfAnother(ref) || !unknown.add(ref) || !types.isComplete() || NameChecks.isPlaceholder(ref)) {
            return;
        }
        List<String> names = types.names().stream().map(ParameterChecks::last).toList();
        types.names().stream()
                .filter(name -> last(name).equals(Nearest.to(last(ref), names)))
                .forEach(used::add); // it is what is meant, so not unused too
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
        int lost = 0;
        for (int i = 0; i < declared.all.size(); i++) {
            String name = declared.all.get(i).name();
            if (name == null || places.putIfAbsent(name, i) != null) {
                lost++; // without a name of its own, which is a finding itself
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
        missing.stream()
                .skip(lost)
                .forEach(member -> declared.findings.add(
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
        if (parameter.type() != null
                && ParameterTypes.isKnown(parameter.type())
                && !PlatformTypes.describes(parameter.type(), member.shape())) {
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
        FormatChecks.compare(declared.findings, part, parameter, member, what);
        JsonShape.Structure nested = ParameterDeriver.nested(member.shape());
        if (nested != null) {
            compareNested(declared.findings, part, parameter, nested, member.name(), what, within);
        }
    }

    private void compareNested(
            FindingCollector in,
            String part,
            Parameter parameter,
            JsonShape.Structure nested,
            String name,
            String what,
            Set<String> within) {
        Object ref = parameter.other().get(Parameter.REF);
        if (ref == null || ref.toString().isBlank()) {
            if (parameter.format() == null) {
                in.add(
                        Rule.TYPE_MISSING,
                        part + "." + Parameter.REF,
                        "'" + name + "' has objects with "
                                + String.join(", ", nested.members().keySet()) + " in the " + what
                                + ", and no type is named; add a $ref.");
            }
            return;
        }
        TypeIndex.Located located = within.add(ref.toString()) ? types.find(ref.toString()) : null;
        // a type that is sent and answered alike is compared once
        if (located != null && compared.add(located.file().path() + "#" + located.part() + "#" + nested.type())) {
            compare(
                    new Declared(
                            findings.in(located.file().path(), located.file().places()),
                            located.part(),
                            located.type().parameters()),
                    nested.members().values(),
                    what,
                    within);
        }
    }
}
