package io.skillsdk.internal.definition.write;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a skill is in its workspace, and what there is its own. */
final class SkillPlace {

    private static final String SKILLS = "skills";

    private final Path skillYaml;

    private final String name;

    private final @Nullable Path workspace;

    private @Nullable List<Map<String, @Nullable Object>> others;

    private @Nullable Set<String> othersFolders;

    /**
     * Finds a skill's place.
     *
     * @param skillYaml its definition, there or not
     * @param name the skill's name
     */
    SkillPlace(Path skillYaml, String name) {
        this.skillYaml = skillYaml.toAbsolutePath().normalize();
        this.name = name;
        this.workspace = workspace(this.skillYaml);
    }

    /** The workspace around: what holds the folder {@code skills} that the definition is below; null for none. */
    static @Nullable Path workspace(Path skillYaml) {
        Path folder = skillYaml.toAbsolutePath().normalize().getParent();
        Path skill = folder;
        while (skill != null && skill.getParent() != null) {
            skill = skill.getParent();
            if (skill.endsWith(SKILLS) && skill.getParent() != null) {
                return skill.getParent();
            }
        }
        return null;
    }

    /** What no write ever leaves: the workspace, or the skill's folder where there is none. */
    Path bounds() {
        return workspace == null ? folder() : workspace;
    }

    Path folder() {
        return Objects.requireNonNull(skillYaml.getParent());
    }

    /** The folder of all types of the workspace; null where there is no workspace. */
    @Nullable Path typesFolder() {
        return workspace == null ? null : workspace.resolve("types");
    }

    /**
     * Where new types are written: {@code types/<skill's name>}, as that is where the CLI looks for them.
     *
     * @throws DefinitionException when the name leads elsewhere
     */
    Path newTypesFolder() {
        Path types = typesFolder();
        Path all = types == null ? folder().resolve("types") : types;
        try {
            Path own = types == null ? all : all.resolve(name).normalize();
            if (own.startsWith(all)) {
                return own;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new DefinitionException(skillYaml + ": the name '" + name + "' cannot be the name of a folder in " + all
                + ". Give the skill a name of letters, digits, - and _.");
    }

    /** The folders of this skill's types. */
    Set<Path> ownTypeFolders() {
        Set<Path> own = new LinkedHashSet<>();
        own.add(newTypesFolder());
        Path types = typesFolder();
        if (types != null) {
            own.add(types.resolve(folder().getFileName()));
        }
        return own;
    }

    /** Whether no other skill has anything to do with a type that is not in a folder of this skill's own. */
    boolean isAlone(Path file, String type) {
        Path types = typesFolder();
        if (types == null || !file.startsWith(types)) {
            return false;
        }
        readOthers();
        Path below = types.relativize(file);
        boolean foreign = Objects.requireNonNull(othersFolders).stream().anyMatch(below::startsWith);
        return !foreign && Objects.requireNonNull(others).stream().noneMatch(other -> refersTo(other, type));
    }

    private void readOthers() {
        if (others != null || workspace == null) {
            return;
        }
        List<Map<String, @Nullable Object>> read = new ArrayList<>();
        Set<String> folders = new LinkedHashSet<>();
        for (Path other : Workspace.definitions(workspace)) {
            if (other.toAbsolutePath().normalize().equals(skillYaml) || !Files.isRegularFile(other)) {
                continue;
            }
            folders.add(Objects.requireNonNull(other.toAbsolutePath().getParent())
                    .getFileName()
                    .toString());
            try {
                Map<String, @Nullable Object> tree = YamlReader.read(other.toString(), YamlReader.readText(other))
                        .plain();
                read.add(tree);
                if (tree.get("name") instanceof String named && !named.isBlank()) {
                    folders.add(named);
                }
            } catch (DefinitionException e) {
                // a broken neighbour has nothing to say
            }
        }
        others = read;
        othersFolders = folders;
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
