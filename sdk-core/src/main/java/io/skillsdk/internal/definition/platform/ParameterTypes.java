package io.skillsdk.internal.definition.platform;

import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.finding.Rule;
import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.yaml.Nearest;
import java.util.List;
import java.util.Locale;

/** Checks the types of parameters: the six that the platform knows, in any case, and what real definitions have besides. */
public final class ParameterTypes {

    private static final List<String> TYPES = List.of("string", "number", "integer", "boolean", "object", "array");

    private static final List<String> TAKEN = List.of("enum", "any", "date", "list", "file");

    private ParameterTypes() {}

    public static boolean isKnown(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return TYPES.contains(lower) || TAKEN.contains(lower) || NameChecks.isPlaceholder(type);
    }

    public static void check(FindingCollector findings, String part, List<Parameter> all) {
        for (int i = 0; i < all.size(); i++) {
            String type = all.get(i).type();
            if (type == null) {
                if (all.get(i).name() != null && !all.get(i).other().containsKey(Parameter.REF)) {
                    findings.add(
                            Rule.PARAMETER_TYPE,
                            part + "[" + i + "].type",
                            "'" + all.get(i).name() + "' has no type; use one of " + String.join(", ", TYPES) + ".");
                }
            } else if (!isKnown(type)) {
                findings.add(
                        Rule.PARAMETER_TYPE,
                        part + "[" + i + "].type",
                        "There is no type '" + type + "'; " + Nearest.hint(type, TYPES, ""));
            }
        }
    }
}
