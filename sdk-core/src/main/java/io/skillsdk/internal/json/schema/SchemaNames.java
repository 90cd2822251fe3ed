package io.skillsdk.internal.json.schema;

import io.skillsdk.internal.json.shape.JsonShape;
import io.skillsdk.internal.json.type.PayloadType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of schemas, each once: the Java type's simple name, with its arguments. */
final class SchemaNames {

    /** A type has other members where some of them are ignored. */
    private record Key(Object type, Set<String> members, Direction direction) {}

    private final Map<Key, String> names = new HashMap<>();

    private final Set<String> taken = new HashSet<>();

    /** The name of a structure's schema, the same at each call. */
    String of(JsonShape.Structure structure, Direction direction) {
        Key key = new Key(structure.type(), Set.copyOf(structure.members().keySet()), direction);
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        // a type may take what it does not give, and what else is described must not change its name
        String name = free(simple(structure) + (direction == Direction.WRITTEN ? "Result" : ""));
        names.put(key, name);
        return name;
    }

    /** A name that no other schema has: this one, or with a number behind it. */
    String free(String wanted) {
        String name = wanted.replaceAll("[^A-Za-z0-9._-]", "_");
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    private static String simple(JsonShape.Structure structure) {
        return PayloadType.describe(structure.type())
                .replace("[]", "List")
                .replace("<", "Of")
                .replace(", ", "And")
                .replace(">", "");
    }
}
