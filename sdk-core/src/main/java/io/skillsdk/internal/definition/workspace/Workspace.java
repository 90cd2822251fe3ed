package io.skillsdk.internal.definition.workspace;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.definition.model.TypeDefinition;
import io.skillsdk.internal.definition.yaml.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files around a skill.yaml: {@code skills/<skill>/skill.yaml}, its actions and messages, {@code types/}. */
public final class Workspace {

    private static final String SKILL_YAML = "skill.yaml";

    private final Path skillYaml;

    private Workspace(Path skillYaml) {
        this.skillYaml = skillYaml;
    }

    public static Workspace around(Path skillYaml) {
        return new Workspace(skillYaml.toAbsolutePath().normalize());
    }

    /** The definitions below a path: of a workspace, of one skill, or the file itself. */
    public static List<Path> definitions(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        Path skills = Files.isDirectory(path.resolve("skills")) ? path.resolve("skills") : path;
        List<Path> found =
                list(skills).stream().map(folder -> folder.resolve(SKILL_YAML)).toList();
        List<Path> all = new ArrayList<>(found);
        all.add(skills.resolve(SKILL_YAML));
        List<Path> there = all.stream().filter(Files::isRegularFile).sorted().toList();
        if (there.isEmpty()) {
            throw new DefinitionException(path
                    + ": has no skill.yaml. A skill.yaml, or a folder with skills/<skill>/skill.yaml, is expected.");
        }
        return there;
    }

    private Path folder() {
        return parent(skillYaml);
    }

    /** The folders of actions, by name; null where there is no folder for them at all. */
    public @Nullable List<Path> actionFolders() {
        Path actions = folder().resolve("actions");
        return Files.isDirectory(actions)
                ? list(actions).stream().filter(Files::isDirectory).toList()
                : null;
    }

    /** The folders of messages: one for each input. */
    public List<Path> messageFolders() {
        return list(folder().resolve("invoke")).stream()
                .filter(Files::isDirectory)
                .toList();
    }

    /** Where the types of this skill are, or should be: {@code types/<skill>} of the workspace, or beside the file. */
    public Path typesFolder() {
        Path skills = parent(folder());
        boolean inWorkspace = skills.endsWith("skills");
        return inWorkspace
                ? parent(skills).resolve("types").resolve(folder().getFileName())
                : folder().resolve("types");
    }

    /** All named types of the workspace, by name. */
    public Map<String, TypeDefinition> types() {
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        for (Path file : yamlFiles(allTypesFolder())) {
            for (TypeDefinition type : DefinitionReader.readTypes(file)) {
                if (type.name() != null) {
                    types.put(type.name(), type);
                }
            }
        }
        return types;
    }

    /** The files of all named types of the workspace, by the type's name. */
    public Map<String, Path> typeFiles() {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path file : yamlFiles(allTypesFolder())) {
            for (TypeDefinition type : DefinitionReader.readTypes(file)) {
                if (type.name() != null) {
                    files.put(type.name(), file);
                }
            }
        }
        return files;
    }

    private Path allTypesFolder() {
        Path own = typesFolder();
        return parent(own).endsWith("types") ? parent(own) : own;
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DefinitionException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new DefinitionException(folder + ": cannot be listed: " + e.getMessage(), e);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path.getRoot() : parent;
    }
}
