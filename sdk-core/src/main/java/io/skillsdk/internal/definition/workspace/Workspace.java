package io.skillsdk.internal.definition.workspace;

import io.skillsdk.definition.DefinitionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

    /**
     * The definitions below a path: of a workspace at any depth, of one skill, or the file itself.
     *
     * @throws DefinitionException when there is no such path, or no definition
     */
    public static List<Path> definitions(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.exists(path)) {
            throw new DefinitionException(path.toString(), 0, "there is no such file or folder.", null);
        }
        Path skills = Files.isDirectory(path.resolve("skills")) ? path.resolve("skills") : path;
        List<Path> found = WorkspaceFiles.named(skills, SKILL_YAML);
        if (found.isEmpty()) {
            throw new DefinitionException(
                    path.toString(),
                    0,
                    "has no skill.yaml. A skill.yaml, or a folder with skills/<skill>/skill.yaml, is expected.",
                    null);
        }
        return found;
    }

    /** The name of the folder of the skill. */
    public String folderName() {
        Path name = folder().getFileName();
        return name == null ? "" : name.toString();
    }

    /** The folder of the workspace, which has the skill in its {@code skills} at whatever depth; null where it is in none. */
    public @Nullable Path root() {
        Path around = folder().getParent();
        while (around != null && !around.endsWith("skills")) {
            around = around.getParent();
        }
        return around == null ? null : parent(around);
    }

    /** The folder of all types of the workspace; null where the skill is in none. */
    @Nullable Path typesRoot() {
        Path root = root();
        return root == null ? null : root.resolve("types");
    }

    /** The files of types beside skill.yaml. */
    List<Path> typeFilesBeside() {
        List<Path> beside = new ArrayList<>();
        for (String name : List.of("types.yaml", "types.yml")) {
            if (Files.exists(folder().resolve(name))) {
                beside.add(folder().resolve(name));
            }
        }
        beside.addAll(WorkspaceFiles.yaml(folder().resolve("types")));
        return beside;
    }

    /** The folder of an action. */
    public Path actionFolder(String action) {
        return folder().resolve("actions").resolve(action);
    }

    /** The folder of the skill. */
    public Path folder() {
        return parent(skillYaml);
    }

    /** The folders of actions, by name; null where there is no folder for them at all. */
    public @Nullable List<Path> actionFolders() {
        Path actions = folder().resolve("actions");
        return Files.isDirectory(actions)
                ? WorkspaceFiles.list(actions).stream()
                        .filter(Files::isDirectory)
                        .toList()
                : null;
    }

    /** The names of the folders of actions. */
    public Set<String> actionNames() {
        List<Path> folders = actionFolders();
        return folders == null
                ? Set.of()
                : folders.stream()
                        .map(folder -> Objects.toString(folder.getFileName()))
                        .collect(Collectors.toSet());
    }

    /** The folders of messages: one for each input. */
    public List<Path> messageFolders() {
        return WorkspaceFiles.list(folder().resolve("invoke")).stream()
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

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path.getRoot() : parent;
    }
}
