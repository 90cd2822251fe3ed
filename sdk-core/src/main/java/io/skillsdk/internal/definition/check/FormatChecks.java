package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.derive.ParameterDeriver;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a declaration says beyond a type: the format of a text or number, its only values, what a list has. */
final class FormatChecks {

    private FormatChecks() {}

    static void compare(FindingCollector in, String part, Parameter parameter, Member member, String what) {
        Set<String> fitting = ParameterDeriver.formats(member.shape());
        String derived = ParameterDeriver.format(member.shape());
        String declared = parameter.format();
        if (declared == null) {
            if (derived != null) {
                differs(in, part + ".format", member, "without the format " + derived, derived, what);
            }
        } else if (!fitting.isEmpty() && !fitting.contains(declared.toLowerCase(Locale.ROOT))) {
            differs(in, part + ".format", member, "with the format " + declared, String.join(" or ", fitting), what);
        }
        List<String> values = values(member.shape());
        Object own = parameter.other().get(Parameter.VALID_VALUES);
        if (values.isEmpty()) {
            return;
        }
        List<String> listed =
                own instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        if (!Set.copyOf(listed).equals(Set.copyOf(values))) {
            in.add(
                    Rule.PARAMETER_FORMAT,
                    part + "." + Parameter.VALID_VALUES,
                    "'" + member.name() + "' is declared with "
                            + (listed.isEmpty() ? "any value" : "the values " + String.join(", ", listed))
                            + ", but has " + String.join(", ", values) + " in the " + what + "; declare them so.");
        }
    }

    private static List<String> values(JsonShape shape) {
        return ParameterDeriver.values(shape).stream().map(String::valueOf).toList();
    }

    private static void differs(
            FindingCollector in, String part, Member member, String declared, @Nullable String is, String what) {
        boolean list = member.shape() instanceof JsonShape.Array;
        in.add(
                Rule.PARAMETER_FORMAT,
                part,
                "'" + member.name() + "' is declared " + declared + ", but is " + (list ? "a list of " : "") + is
                        + " in the " + what + "; declare it so.");
    }
}
