package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.workspace.TypeIndex;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a skill is in its workspace, and what there is its own. */
final class SkillPlace {

    /** The other skills of a workspace: their names and folders, and what they say. */
    private record Others(Set<String> names, List<Map<String, @Nullable Object>> definitions) {}

    private final Path skillYaml;

    private final String name;

    private final Workspace workspace;

    private @Nullable Others others;

    /**
     * Finds a skill's place.
     *
     * @param skillYaml its definition, there or not
     * @param name the skill's name
     */
    SkillPlace(Path skillYaml, String name) {
        this.skillYaml = skillYaml.toAbsolutePath().normalize();
        this.name = name;
        this.workspace = Workspace.around(skillYaml);
    }

    /** What no write ever leaves: the workspace, or the skill's folder where there is none. */
    Path bounds() {
        Path root = workspace.root();
        return root == null ? workspace.folder() : root;
    }

    /**
     * Where new types are written: {@code types/<skill's name>}, as that is where the CLI looks for them.
     *
     * @throws DefinitionException when the name leads elsewhere
     */
    Path newTypesFolder() {
        Path root = workspace.root();
        Path all = bounds().resolve("types");
        try {
            Path own = root == null ? all : all.resolve(name).normalize();
            if (own.startsWith(all)) {
                return own;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new DefinitionException(skillYaml + ": the name '" + name + "' cannot be the name of a folder in " + all
                + ". Give the skill a name of letters, digits, - and _.");
    }

    /** The types that the skill can refer to. */
    TypeIndex.Types types() {
        return new TypeIndex().of(workspace, name, others().names);
    }

    /** Whether no other skill refers to a type. */
    boolean isAlone(String type) {
        return others().definitions.stream().noneMatch(other -> refersTo(other, type));
    }

    private Others others() {
        Others known = others;
        if (known == null) {
            known = readOthers();
            others = known;
        }
        return known;
    }

    private Others readOthers() {
        Others read = new Others(new HashSet<>(), new ArrayList<>());
        Path root = workspace.root();
        if (root == null || !Files.isDirectory(root.resolve("skills"))) {
            return read;
        }
        for (Path other : definitions(root)) {
            if (other.toAbsolutePath().normalize().equals(skillYaml)) {
                continue;
            }
            read.names.add(Workspace.around(other).folderName());
            try {
                Map<String, @Nullable Object> tree = YamlReader.read(other.toString(), YamlReader.readText(other))
                        .plain();
                read.definitions.add(tree);
                if (tree.get("name") instanceof String named && !named.isBlank()) {
                    read.names.add(named);
                }
            } catch (DefinitionException e) {
                // a broken neighbour has nothing to say
            }
        }
        read.names.remove(name);
        read.names.remove(workspace.folderName());
        return read;
    }

    private static List<Path> definitions(Path root) {
        try {
            return Workspace.definitions(root);
        } catch (DefinitionException e) {
            return List.of(); // this is the first one
        }
    }

    private static boolean refersTo(@Nullable Object tree, String type) {
        if (tree instanceof Map<?, ?> map) {
            Object ref = map.get("$ref");
            return (ref != null && isSame(ref.toString(), type))
                    || map.values().stream().anyMatch(value -> refersTo(value, type));
        }
        return tree instanceof List<?> list && list.stream().anyMatch(item -> refersTo(item, type));
    }

    private static boolean isSame(String ref, String type) {
        return ref.substring(ref.lastIndexOf('/') + 1).equals(type.substring(type.lastIndexOf('/') + 1));
    }
}
