package io.skillsdk.internal.definition.write;

import io.skillsdk.internal.definition.derive.Members;
import io.skillsdk.internal.definition.derive.ParameterDeriver;
import io.skillsdk.internal.definition.derive.TypeNames;
import io.skillsdk.internal.definition.model.SkillDefinition;
import io.skillsdk.internal.json.shape.JsonShape.Member;
import io.skillsdk.internal.json.shape.JsonShape.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings the types that a definition refers to in sync, and makes those that are missing. */
final class TypeUpdates {

    private final TypeLibrary library;

    private final TypeNames names;

    private final Notes notes;

    private final Map<Path, FileChanges> changes = new LinkedHashMap<>();

    private final Map<String, Map<String, @Nullable Object>> created = new LinkedHashMap<>();

    /** What each type that was brought in sync stands for: the name that it would be given. */
    private final Map<String, String> synced = new HashMap<>();

    private final Map<String, String> references = new HashMap<>();

    TypeUpdates(TypeLibrary library, TypeNames names, Notes notes) {
        this.library = library;
        this.names = names;
        this.notes = notes;
    }

    /** Updates that are not made: to see what would change. */
    TypeUpdates trial() {
        return new TypeUpdates(library, names, new Notes());
    }

    /** The changes of files that are there. */
    Map<Path, FileChanges> changes() {
        return changes;
    }

    /** The types that are to be made, by name. */
    Map<String, Map<String, @Nullable Object>> created() {
        return created;
    }

    /** A new parameter, with its type. */
    Map<String, @Nullable Object> parameter(Member member, boolean written) {
        Structure nested = ParameterDeriver.nested(member.shape());
        String type = nested == null ? null : reference(nested, written);
        return DefinitionWriter.parameter(ParameterDeriver.parameter(member, type));
    }

    /** The reference to the type of a structure: one that is there already, or to a new one. */
    String reference(Structure structure, boolean written) {
        String name = names.of(structure, written);
        String known = references.get(name);
        if (known != null) {
            return known;
        }
        references.put(name, name);
        TypeLibrary.Found found = library.find(name);
        if (found != null && found.owned()) {
            update(found, name, structure, written);
        } else if (!created.containsKey(name)) {
            created.put(name, Map.of()); // its place, should it nest itself
            created.put(name, type(name, structure, written));
        }
        return name;
    }

    private Map<String, @Nullable Object> type(String name, Structure structure, boolean written) {
        Map<String, @Nullable Object> type = new LinkedHashMap<>();
        type.put("camel", SkillDefinition.CAMEL);
        type.put("name", name);
        type.put("title", structure.name());
        List<Object> parameters = new ArrayList<>();
        structure.members().values().forEach(member -> parameters.add(parameter(member, written)));
        type.put("parameters", parameters);
        return type;
    }

    /**
     * Brings the type of a reference that is there in sync.
     *
     * @return the reference that there should be
     */
    String sync(String reference, Structure structure, boolean written) {
        String name = names.of(structure, written);
        TypeLibrary.Found found = library.find(reference);
        if (found == null && reference.equals(name)) {
            return reference(structure, written);
        }
        if (found == null) {
            noteUnknown(reference, "writes the type " + name);
            return reference;
        }
        String other = synced.get(key(found));
        if (other != null && !other.equals(name)) {
            return reference(structure, written);
        }
        if (found.owned()) {
            references.putIfAbsent(name, reference);
        }
        update(found, name, structure, written);
        return reference;
    }

    /**
     * Brings the type of all members of a payload or result in sync.
     *
     * @return whether it could be: not where the type already stands for other members
     */
    boolean sync(String reference, Members.Known members) {
        TypeLibrary.Found found = library.find(reference);
        if (found == null) {
            noteUnknown(reference, "lists the parameters");
            return true;
        }
        String name = "=" + members.all();
        String other = synced.get(key(found));
        if (other != null) {
            return other.equals(name);
        }
        update(found, name, members);
        return true;
    }

    private void noteUnknown(String reference, String then) {
        notes.add(
                "types",
                reference,
                library.isOfAnother(reference)
                        ? "the type is another skill's, and is left as it is, whether it fits or not. Refer to a type of"
                                + " this skill's own; without the $ref, describe --write " + then + "."
                        : "the type is not in this workspace. Should it not be on the platform either, remove its $ref and"
                                + " run describe --write again: it then " + then + ".");
    }

    private static String key(TypeLibrary.Found found) {
        return found.file() + "#" + found.type().at();
    }

    private void update(TypeLibrary.Found found, String name, Structure structure, boolean written) {
        update(found, name, new Members.Known(List.copyOf(structure.members().values()), written));
    }

    private void update(TypeLibrary.Found found, String name, Members.Known wanted) {
        if (synced.putIfAbsent(key(found), name) != null) {
            return;
        }
        if (found.owned()) {
            update(found.type(), wanted, changes.computeIfAbsent(found.file(), file -> new FileChanges()), this);
            return;
        }
        FileChanges wouldBe = new FileChanges();
        update(found.type(), wanted, wouldBe, trial());
        if (!wouldBe.isEmpty()) {
            notes.add(
                    found.file().toString(),
                    String.valueOf(found.type().name()),
                    "the type differs from the code, and is left as it is, as other skills have it too. Change it by hand,"
                            + " or refer to a type of this skill's own.");
        }
    }

    private static void update(Item type, Members.Known wanted, FileChanges made, TypeUpdates types) {
        ParameterListUpdate list = new ParameterListUpdate(made, types);
        if (type.isEmpty("parameters") || !(type.value("parameters") instanceof List<?>)) {
            made.set(type, "parameters", list.all(wanted));
        } else {
            list.apply(type, wanted);
        }
    }
}
