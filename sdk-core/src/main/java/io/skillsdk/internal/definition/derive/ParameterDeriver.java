package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.json.JsonShape;
import io.skillsdk.internal.json.JsonShape.Member;
import io.skillsdk.internal.json.JsonShape.Structure;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives parameters from the shapes of payloads and results, and named types from the records nested in them. */
public final class ParameterDeriver {

    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();

    private final Map<Type, String> names = new HashMap<>();

    /** The parameters of a payload or result; unspecified where its members are known only at run time. */
    public Parameters parameters(@Nullable JsonShape shape) {
        if (shape instanceof Structure structure && !structure.members().isEmpty()) {
            return new Parameters.Listed(members(structure));
        }
        if (shape instanceof JsonShape.Scalar scalar && scalar.kind() != JsonShape.Kind.STRING) {
            // as the pipeline sends it: {"result": v}
            return new Parameters.Listed(
                    List.of(new Parameter("result", PlatformTypes.of(scalar), null, null, null, true, Map.of())));
        }
        return new Parameters.Unspecified();
    }

    /** The named types that came up so far, in the order in which they did. */
    public List<TypeDefinition> types() {
        return List.copyOf(types.values());
    }

    private List<Parameter> members(Structure structure) {
        List<Parameter> all = new ArrayList<>();
        structure.members().values().forEach(member -> all.add(parameter(member)));
        return all;
    }

    private Parameter parameter(Member member) {
        String nested = nestedType(member.shape());
        return new Parameter(
                member.name(),
                PlatformTypes.of(member.shape()),
                member.title().isEmpty() ? null : member.title(),
                describe(member),
                null,
                member.required(),
                nested == null ? Map.of() : Map.of(Parameter.REF, nested));
    }

    private static @Nullable String describe(Member member) {
        String example = member.example().isEmpty() ? "" : "Example: " + member.example();
        String text = member.description().isEmpty() || example.isEmpty()
                ? member.description() + example
                : member.description() + ". " + example;
        return text.isEmpty() ? null : text;
    }

    private @Nullable String nestedType(JsonShape shape) {
        if (shape instanceof JsonShape.Array array) {
            return nestedType(array.element());
        }
        if (!(shape instanceof Structure structure) || structure.members().isEmpty()) {
            return null;
        }
        String known = names.get(structure.type());
        if (known != null) {
            return known;
        }
        String name = structure.name();
        for (int i = 2; types.containsKey(name); i++) {
            name = structure.name() + i;
        }
        names.put(structure.type(), name);
        types.put(
                name,
                new TypeDefinition(
                        SkillDefinition.CAMEL,
                        name,
                        name,
                        null,
                        List.of(),
                        Map.of())); // its place, should it nest itself
        types.put(name, new TypeDefinition(SkillDefinition.CAMEL, name, name, null, members(structure), Map.of()));
        return name;
    }
}
