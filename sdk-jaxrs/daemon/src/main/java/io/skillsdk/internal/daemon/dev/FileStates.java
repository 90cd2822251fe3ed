package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** What files there are, and what is in them, as one look has found them. Immutable. */
public final class FileStates {

    /** Two saves that are as near as this can have the same time, as the clock of a file system is coarse. */
    private static final long COARSE_MILLIS = 2_000;

    /** The content of larger files, which are no sources, is not read. */
    private static final long LARGE = 8L << 20;

    /** When the file itself was written, which a program cannot set to another time; only Unix knows it. */
    private static final String WRITTEN = "unix:ctime";

    private static final boolean KNOWS_WRITTEN =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    /**
     * A file, without its content.
     *
     * @param written when it was written, whatever time it was given; null where that is not known
     * @param key of a file that another one was renamed to, it is another; null where there are none
     */
    private record Mark(
            FileTime changed,
            @Nullable Object written,
            long size,
            @Nullable Object key) {

        long latest() {
            long time = changed.toMillis();
            return written instanceof FileTime other ? Math.max(time, other.toMillis()) : time;
        }
    }

    private record State(Mark mark, long content) {}

    private final Map<Path, State> states;

    private final long begun;

    private final long begunMillis;

    private FileStates(Map<Path, State> states, long begun, long begunMillis) {
        this.states = states;
        this.begun = begun;
        this.begunMillis = begunMillis;
    }

    /**
     * Looks at the files of a project.
     *
     * @param before an earlier look, which spares reading what has not changed since; null when there is none
     * @param folder told of each folder on the way
     */
    public static FileStates of(DevProject project, @Nullable FileStates before, Consumer<Path> folder) {
        Map<Path, State> states = new HashMap<>();
        FileStates now = new FileStates(states, System.nanoTime(), System.currentTimeMillis());
        for (Path root : project.watched()) {
            if (Files.isDirectory(root)) {
                walk(root, project.isOfProgram(root), file -> states.put(file.path, file.state(before)), folder);
            }
        }
        for (Path file : project.watchedFiles()) {
            if (Files.isRegularFile(file)) {
                walk(file, true, found -> states.put(found.path, found.state(before)), folder);
            }
            folder.accept(Objects.requireNonNull(file.getParent()));
        }
        return now;
    }

    /** A file on the way. */
    private record Found(Path path, BasicFileAttributes attributes) {

        State state(@Nullable FileStates before) {
            Mark mark = new Mark(attributes.lastModifiedTime(), written(), attributes.size(), attributes.fileKey());
            State known = before == null ? null : before.states.get(path);
            boolean same = known != null
                    && known.mark().equals(mark)
                    && mark.latest() < Objects.requireNonNull(before).begunMillis - COARSE_MILLIS;
            return same ? Objects.requireNonNull(known) : new State(mark, content());
        }

        private @Nullable Object written() {
            try {
                return KNOWS_WRITTEN ? Files.getAttribute(path, WRITTEN) : null;
            } catch (IOException e) {
                return null; // it was deleted just now
            }
        }

        private long content() {
            if (attributes.size() > LARGE) {
                return 0;
            }
            CRC32C sum = new CRC32C();
            try {
                sum.update(Files.readAllBytes(path));
            } catch (IOException e) {
                return -1; // it was deleted just now, or may not be read
            }
            return sum.getValue();
        }
    }

    private static void walk(Path root, boolean whole, Consumer<Found> file, Consumer<Path> folder) {
        try {
            Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
            Files.walkFileTree(root, links, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    if (name.startsWith(".") || (!whole && (name.equals("target") || name.equals("node_modules")))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folder.accept(directory);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                    if (counts(path)) {
                        file.accept(new Found(path, attributes));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path path, IOException e) {
                    return FileVisitResult.CONTINUE; // it was deleted just now, or links to nothing
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    return FileVisitResult.CONTINUE; // the same, of a folder: the rest still counts
                }
            });
        } catch (IOException e) {
            return; // what is left of it is found the next time
        }
    }

    /** Editors write files of their own beside those that they save. */
    static boolean counts(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("#") && !name.endsWith("~") && !name.endsWith(".tmp");
    }

    /** Whether all that another look could see was there for this one, too, as this one began later. */
    boolean isNotBefore(FileStates other) {
        return begun - other.begun >= 0;
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
