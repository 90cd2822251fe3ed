package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What files there are, and when each was changed. Immutable. */
public final class FileStates {

    private record State(FileTime changed, long size) {}

    private final Map<Path, State> states;

    private FileStates(Map<Path, State> states) {
        this.states = states;
    }

    /**
     * Looks at the files of a project.
     *
     * @param folder told of each folder on the way
     */
    public static FileStates of(DevProject project, Consumer<Path> folder) {
        Map<Path, State> states = new HashMap<>();
        for (Path root : project.watched()) {
            if (Files.isDirectory(root)) {
                walk(root, states, folder);
            }
        }
        for (Path file : project.watchedFiles()) {
            if (Files.isRegularFile(file)) {
                walk(file, states, folder);
            }
            folder.accept(Objects.requireNonNull(file.getParent()));
        }
        return new FileStates(states);
    }

    private static void walk(Path root, Map<Path, State> states, Consumer<Path> folder) {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    if (name.startsWith(".") || name.equals("target") || name.equals("node_modules")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folder.accept(directory);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (counts(file)) {
                        states.put(file, new State(attributes.lastModifiedTime(), attributes.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE; // it was deleted just now
                }
            });
        } catch (IOException e) {
            return; // the same, of a folder: what is left of it is found the next time
        }
    }

    /** Editors write files of their own beside those that they save. */
    private static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("#") && !name.endsWith("~") && !name.endsWith(".tmp");
    }

    /** The files that have come, gone or changed since. */
    public Set<Path> changedSince(FileStates before) {
        Set<Path> changed = new HashSet<>();
        states.forEach((file, state) -> {
            if (!state.equals(before.states.get(file))) {
                changed.add(file);
            }
        });
        before.states.keySet().stream()
                .filter(file -> !states.containsKey(file))
                .forEach(changed::add);
        return changed;
    }
}
