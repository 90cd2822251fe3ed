package io.skillsdk.internal.definition.workspace;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists folders within limits. Links are not followed, and what cannot be entered is passed by. */
public final class WorkspaceFiles {

    private static final int DEEPEST = 12;

    private static final int MOST_FILES = 200_000;

    /** Folders that no definition is in, and that are large. */
    private static final Set<String> PASSED = Set.of("node_modules", "target", "build", ".git", ".venv", "venv");

    private WorkspaceFiles() {}

    /** All YAML files below a folder, sorted. */
    static List<Path> yaml(Path folder) {
        return find(folder, name -> name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** All files of a name below a folder, sorted. */
    static List<Path> named(Path folder, String wanted) {
        return find(folder, wanted::equals);
    }

    /** What is in a folder, sorted; nothing where it is none. */
    public static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new DefinitionException(folder.toString(), 0, "cannot be listed: " + e.getMessage(), e);
        }
    }

    private static List<Path> find(Path folder, Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                private int visited;

                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    Path name = dir.getFileName();
                    return !dir.equals(folder) && name != null && PASSED.contains(name.toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (++visited > MOST_FILES) {
                        throw new DefinitionException(
                                folder.toString(), 0, "has more than " + MOST_FILES + " files.", null);
                    }
                    Path name = file.getFileName();
                    if (name != null && wanted.test(name.toString())) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new DefinitionException(folder.toString(), 0, "cannot be listed: " + e.getMessage(), e);
        }
        found.sort(null);
        return found;
    }
}
