package io.skillsdk.internal.definition.check;

import io.skillsdk.internal.definition.workspace.Workspace;
import io.skillsdk.internal.definition.yaml.DefinitionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The skills that are checked together, by their workspaces. */
final class Neighbours {

    private final Map<Path, Set<String>> names = new HashMap<>();

    private final Set<Path> built = new HashSet<>();

    Neighbours(Collection<DefinitionFile> files) {
        for (DefinitionFile file : files) {
            Workspace workspace = Workspace.around(file.path());
            Path root = workspace.root();
            if (root != null) {
                Set<String> ofRoot = names.computeIfAbsent(root, none -> new HashSet<>());
                ofRoot.add(workspace.folderName());
                ofRoot.add(nameOf(file));
                if (Files.isDirectory(workspace.folder().resolve("actions"))) {
                    built.add(root);
                }
            }
        }
    }

    /** A skill's name, or that of its folder. */
    static String nameOf(DefinitionFile file) {
        String name = file.definition().name();
        return name == null ? Workspace.around(file.path()).folderName() : name;
    }

    /** The names and folders of the other skills of the workspace. */
    Set<String> others(DefinitionFile file, Workspace workspace) {
        Set<String> others =
                new HashSet<>(names.getOrDefault(workspace.root() == null ? Path.of("") : workspace.root(), Set.of()));
        others.remove(workspace.folderName());
        others.remove(nameOf(file));
        return others;
    }

    /** Whether any skill of the workspace is built from a folder of actions. */
    boolean areBuilt(Workspace workspace) {
        return workspace.root() != null && built.contains(workspace.root());
    }
}
