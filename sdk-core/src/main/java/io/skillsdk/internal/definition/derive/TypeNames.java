package io.skillsdk.internal.definition.derive;

import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of the types of one skill, such as {@code word-count-Text}. A type's name is one for the whole project, so each
 * starts with the skill's name, as in the vendor's template; the rest has no {@code -}, so that no two skills have a type
 * of the same name.
 */
public final class TypeNames {

    /** A structure, as it is read or as it is written. */
    private record Use(Structure structure, boolean written) {}

    private final String prefix;

    private final Map<String, Use> uses = new LinkedHashMap<>();

    /** Makes the names of a skill's types. */
    public TypeNames(String skill) {
        this.prefix = skill.replaceAll("[^a-zA-Z0-9_-]", "--") + "-";
    }

    /** The name of a structure: the same for the same structure, another for any other. */
    public String of(Structure structure, boolean written) {
        String base = prefix + joined(PayloadType.describe(structure.type()));
        String name = base;
        for (int i = 2; !isFor(name, structure, written); i++) {
            boolean otherWay = i == 2 && written && isSameType(name, structure);
            name = otherWay ? base + "Result" : base + i;
        }
        uses.putIfAbsent(name, new Use(structure, written));
        return name;
    }

    private boolean isFor(String name, Structure structure, boolean written) {
        Use use = uses.get(name);
        return use == null
                || (use.structure.type().equals(structure.type())
                        && (use.written == written || isSame(use.structure, structure, new HashSet<>())));
    }

    private boolean isSameType(String name, Structure structure) {
        Use use = uses.get(name);
        return use != null && use.structure.type().equals(structure.type());
    }

    /** Whether what is read and what is written of a type is declared in the same words. */
    private static boolean isSame(JsonShape one, JsonShape other, Set<Object> compared) {
        if (one instanceof JsonShape.Array left && other instanceof JsonShape.Array right) {
            return isSame(left.element(), right.element(), compared);
        }
        if (one instanceof JsonShape.Scalar left && other instanceof JsonShape.Scalar right) {
            return left.kind() == right.kind()
                    && left.format().equals(right.format())
                    && left.values().equals(right.values());
        }
        if (!(one instanceof Structure left) || !(other instanceof Structure right)) {
            return one.getClass() == other.getClass();
        }
        if (!compared.add(left.type())) {
            return true;
        }
        Iterator<Member> rights = right.members().values().iterator();
        return left.members().keySet().equals(right.members().keySet())
                && left.members().values().stream().allMatch(member -> isSame(member, rights.next(), compared));
    }

    private static boolean isSame(Member one, Member other, Set<Object> compared) {
        return one.name().equals(other.name())
                && one.required() == other.required()
                && isSame(one.shape(), other.shape(), compared);
    }

    /** Letters and digits alone, each word with a capital: {@code Page<Text>} is {@code PageText}. */
    private static String joined(String type) {
        StringBuilder text = new StringBuilder();
        for (String word : type.split("[^a-zA-Z0-9]+", -1)) {
            if (!word.isEmpty()) {
                text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return text.toString();
    }
}
