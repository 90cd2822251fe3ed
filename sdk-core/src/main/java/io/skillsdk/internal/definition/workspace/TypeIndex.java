package io.skillsdk.internal.definition.workspace;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import io.skillsdk.internal.definition.yaml.TypesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The named types that a skill's definition may refer to: first those beside its skill.yaml and in {@code types/<skill>},
 * then those that belong to no skill of the workspace. Each file is read once.
 */
public final class TypeIndex {

    /**
     * A type and its place.
     *
     * @param index its number in the file
     */
    public record Located(TypesFile file, int index) {

        /** The type. */
        public TypeDefinition type() {
            return file.types().get(index);
        }

        /** Where its parameters are. */
        public String part() {
            String part = file.part(index);
            return part.isEmpty() ? "parameters" : part + ".parameters";
        }
    }

    /** What is found for a skill. */
    public static final class Types {

        private final List<TypesFile> own = new ArrayList<>();

        private final Map<String, Located> all = new LinkedHashMap<>();

        private final Map<String, Located> ofOthers;

        private final Map<Path, DefinitionException> unreadable = new LinkedHashMap<>();

        private boolean complete = true;

        private Types(Map<String, Located> ofOthers) {
            this.ofOthers = ofOthers;
        }

        private void add(TypesFile file) {
            for (int i = 0; i < file.types().size(); i++) {
                String name = file.types().get(i).name();
                complete &= name != null && all.putIfAbsent(name, new Located(file, i)) == null;
            }
        }

        /** The files of the skill's own types. */
        public List<TypesFile> own() {
            return own;
        }

        /** The files that could not be read. */
        public Map<Path, DefinitionException> unreadable() {
            return unreadable;
        }

        /** The type of a reference, with or without a namespace; null where the skill has none. */
        public @Nullable Located find(String ref) {
            return find(all, ref);
        }

        /** Whether another skill of the workspace has a type of that name, which is one for the whole project. */
        public boolean isOfAnother(String ref) {
            return find(ofOthers, ref) != null;
        }

        /** Whether each type could be read and has a name of its own, so that one that is not there is nowhere. */
        public boolean isComplete() {
            return complete && unreadable.isEmpty();
        }

        /** The names of all types of the skill. */
        public List<String> names() {
            return List.copyOf(all.keySet());
        }

        private static @Nullable Located find(Map<String, Located> types, String ref) {
            Located exact = types.get(ref);
            if (exact != null) {
                return exact;
            }
            String last = ref.substring(ref.lastIndexOf('/') + 1);
            if (ref.indexOf('/') >= 0) {
                return types.get(last);
            }
            return types.entrySet().stream()
                    .filter(type -> type.getKey().endsWith("/" + last))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    private final Map<Path, Map<String, List<Path>>> folders = new HashMap<>();

    private final Map<Path, Object> files = new HashMap<>();

    private final Map<Path, Map<String, Located>> byRoot = new HashMap<>();

    /**
     * Finds the types of a skill.
     *
     * @param name the skill's name; null where it has none
     * @param others the names and folders of the other skills of its workspace
     */
    public Types of(Workspace workspace, @Nullable String name, Set<String> others) {
        Path root = workspace.typesRoot();
        Types types = new Types(root == null ? Map.of() : byRoot.computeIfAbsent(root, this::everything));
        List<Path> own = new ArrayList<>(workspace.typeFilesBeside());
        List<Path> shared = new ArrayList<>();
        if (root != null) {
            byFolder(root).forEach((folder, files) -> {
                if (folder.equals(workspace.folderName())) {
                    own.addAll(files);
                } else if (name != null && (name + "/").startsWith(folder + "/")) {
                    files.forEach(
                            file -> (root.relativize(file).toString().startsWith(name + "/") ? own : shared).add(file));
                } else if (folder.isEmpty() || !others.contains(folder)) {
                    shared.addAll(files);
                }
            });
        }
        own.forEach(file -> read(file, types, true));
        shared.forEach(file -> read(file, types, false));
        return types;
    }

    /** The files of all types, by the folder right below the root that they are in; empty for the root itself. */
    private Map<String, List<Path>> byFolder(Path root) {
        return folders.computeIfAbsent(root, all -> {
            Map<String, List<Path>> files = new LinkedHashMap<>();
            for (Path file : WorkspaceFiles.yaml(all)) {
                Path within = all.relativize(file);
                String folder = within.getNameCount() > 1 ? within.getName(0).toString() : "";
                files.computeIfAbsent(folder, none -> new ArrayList<>()).add(file);
            }
            return files;
        });
    }

    private Map<String, Located> everything(Path root) {
        Types all = new Types(Map.of());
        byFolder(root).values().forEach(files -> files.forEach(file -> read(file, all, false)));
        return all.all;
    }

    private void read(Path file, Types types, boolean own) {
        Object read = files.computeIfAbsent(file, TypeIndex::readOrFail);
        if (read instanceof TypesFile found) {
            types.add(found);
            if (own) {
                types.own.add(found);
            }
        } else if (own) {
            types.unreadable.put(file, (DefinitionException) read);
        }
    }

    private static Object readOrFail(Path file) {
        try {
            return DefinitionReader.readTypesLeniently(file);
        } catch (DefinitionException e) {
            return e;
        }
    }
}
