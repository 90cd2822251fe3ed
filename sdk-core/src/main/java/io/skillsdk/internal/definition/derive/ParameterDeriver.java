package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.definition.model.Parameter;
import io.skillsdk.internal.definition.model.Parameters;
import io.skillsdk.internal.definition.model.PlatformTypes;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives parameters from the members of payloads and results, and named types from the records nested in them. */
public final class ParameterDeriver {

    /** What {@code integer} and {@code number} are anyway. */
    private static final Set<String> USUAL_FORMATS = Set.of("int32", "double");

    private final TypeNames names;

    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();

    /** Makes a deriver that calls types so. */
    public ParameterDeriver(TypeNames names) {
        this.names = names;
    }

    /** The parameters of a payload or result; unspecified where nothing can be listed. */
    public Parameters parameters(Members members) {
        return members instanceof Members.Known known
                ? new Parameters.Listed(all(known.all(), known.written()))
                : new Parameters.Unspecified();
    }

    /** The named types that came up so far, in the order in which they did. */
    public List<TypeDefinition> types() {
        return List.copyOf(types.values());
    }

    private List<Parameter> all(Iterable<Member> members, boolean written) {
        List<Parameter> all = new ArrayList<>();
        members.forEach(member -> {
            Structure nested = nested(member.shape());
            all.add(parameter(member, nested == null ? null : type(nested, written)));
        });
        return all;
    }

    /**
     * Derives the parameter of a member.
     *
     * @param type the name of the type of the object, or of the objects, nested in it; null for none
     */
    public static Parameter parameter(Member member, @Nullable String type) {
        Map<String, @Nullable Object> other = new LinkedHashMap<>();
        List<Object> values = values(member.shape());
        if (!values.isEmpty()) {
            other.put(Parameter.VALID_VALUES, values);
        }
        if (type != null) {
            other.put(Parameter.REF, type);
        }
        return new Parameter(
                member.name(),
                PlatformTypes.of(member.shape()),
                member.title().isEmpty() ? null : member.title(),
                describe(member),
                format(member.shape()),
                member.required(),
                other);
    }

    /** The object that is nested in a shape, by itself or in lists; null for none that has members. */
    public static @Nullable Structure nested(JsonShape shape) {
        JsonShape inner = shape;
        while (inner instanceof JsonShape.Array array) {
            inner = array.element();
        }
        return inner instanceof Structure structure && !structure.members().isEmpty() ? structure : null;
    }

    /**
     * The format of a shape, where it says more than its type does; else null. That of a list is the type or format of
     * what is in it (CAMEL specification, data types).
     */
    public static @Nullable String format(JsonShape shape) {
        if (shape instanceof JsonShape.Array array) {
            if (nested(shape) != null || array.element() instanceof JsonShape.Anything) {
                return null; // a type says what it has, or nothing does
            }
            String own = array.element() instanceof JsonShape.Scalar ? format(array.element()) : null;
            return own == null ? PlatformTypes.of(array.element()) : own;
        }
        return shape instanceof JsonShape.Scalar scalar
                        && !scalar.format().isEmpty()
                        && !USUAL_FORMATS.contains(scalar.format())
                ? scalar.format()
                : null;
    }

    /** The formats that a declaration may have for a shape; empty where any will do. */
    public static Set<String> formats(JsonShape shape) {
        Set<String> all = new LinkedHashSet<>();
        if (shape instanceof JsonShape.Scalar scalar && !scalar.format().isEmpty()) {
            all.add(scalar.format());
        } else if (shape instanceof JsonShape.Array array && !(array.element() instanceof JsonShape.Anything)) {
            all.add(PlatformTypes.of(array.element()));
            if (all.contains("integer")) {
                all.add("number");
            }
            if (array.element() instanceof JsonShape.Scalar scalar
                    && !scalar.format().isEmpty()) {
                all.add(scalar.format());
            }
        }
        return all;
    }

    /** The only values of a shape; empty where there is no such list. */
    public static List<Object> values(JsonShape shape) {
        if (!(shape instanceof JsonShape.Scalar scalar)) {
            return List.of();
        }
        boolean numbers = scalar.kind() == JsonShape.Kind.INTEGER || scalar.kind() == JsonShape.Kind.NUMBER;
        return scalar.values().stream()
                .map(value -> numbers ? (Object) new BigDecimal(value) : value)
                .toList();
    }

    private static @Nullable String describe(Member member) {
        String example = member.example().isEmpty() ? "" : "Example: " + member.example();
        String text = member.description().isEmpty() || example.isEmpty()
                ? member.description() + example
                : member.description() + ". " + example;
        return text.isEmpty() ? null : text;
    }

    private String type(Structure structure, boolean written) {
        String name = names.of(structure, written);
        if (!types.containsKey(name)) {
            types.put(name, type(name, structure, List.of())); // its place, should it nest itself
            types.put(name, type(name, structure, all(structure.members().values(), written)));
        }
        return name;
    }

    private static TypeDefinition type(String name, Structure structure, List<Parameter> parameters) {
        return new TypeDefinition(SkillDefinition.CAMEL, name, structure.name(), null, parameters, Map.of());
    }
}
