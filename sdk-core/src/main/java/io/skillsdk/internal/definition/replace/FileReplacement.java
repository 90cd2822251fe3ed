package io.skillsdk.internal.definition.replace;

import io.skillsdk.definition.DefinitionException;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Replaces files, all of them or none: each new text is first written to a file beside, and flushed to the disk; then each
 * takes the place of the old one in one step, so that a reader never sees half a file. A file that is reached through a
 * link is refused, and so is one outside of the workspace.
 */
public final class FileReplacement {

    private final Path bounds;

    public FileReplacement(Path bounds) {
        this.bounds = bounds.toAbsolutePath().normalize();
    }

    /**
     * Replaces files.
     *
     * @throws DefinitionException when one cannot be replaced; then all are as they were
     */
    public void replace(List<FileChange> changes) {
        Undo undo = new Undo();
        try {
            List<Path> written = new ArrayList<>();
            for (FileChange change : changes) {
                prepare(change, undo);
                written.add(write(change.file(), change.after(), undo));
            }
            for (int i = 0; i < changes.size(); i++) {
                move(changes.get(i), written.get(i), undo);
            }
            undo.clear();
        } finally {
            undo.run();
        }
    }

    private void prepare(FileChange change, Undo undo) {
        Path file = change.file();
        refuseOutside(file);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new DefinitionException(file + ": is not a file, so it is not written.");
            }
            if (!Files.isWritable(file)) {
                throw new DefinitionException(file + ": cannot be written: it is read-only. Nothing was changed.");
            }
        }
        createFolders(parent(file), undo);
    }

    /** Refuses what is not below the bounds, or reached through a link in them. */
    private void refuseOutside(Path file) {
        if (!file.startsWith(bounds)) {
            throw new DefinitionException(file + ": is outside of " + bounds + ", so it is not written.");
        }
        // a workspace may be reached through a link: what is in it is in it all the same
        boolean isFolder = file.getNameCount() == bounds.getNameCount() + 1;
        if (isFolder && Files.isSymbolicLink(bounds)) {
            throw new DefinitionException(file + ": is behind " + bounds
                    + ", a link, so it is not written. Write to what it leads to, or replace the link.");
        }
        Path step = bounds;
        for (Path name : bounds.relativize(file)) {
            step = step.resolve(name);
            if (Files.isSymbolicLink(step)) {
                throw new DefinitionException((step.equals(file) ? file + ": is" : file + ": is behind " + step + ",")
                        + " a link, so it is not written. Write to what it leads to, or replace the link.");
            }
        }
    }

    private static void createFolders(Path folder, Undo undo) {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path step = folder; step != null && !Files.exists(step); step = step.getParent()) {
            missing.push(step);
        }
        for (Path step : missing) {
            try {
                Files.createDirectory(step);
                undo.add(() -> Files.deleteIfExists(step));
            } catch (IOException e) {
                if (!Files.isDirectory(step)) {
                    throw failure(step, e);
                }
            }
        }
    }

    private static Path write(Path file, String text, Undo undo) {
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        undo.add(() -> Files.deleteIfExists(beside));
        try (FileChannel out = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(java.nio.CharBuffer.wrap(text));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
            if (Files.exists(file)) {
                keepPermissions(file, beside);
            }
            return beside;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView now = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (old != null && now != null) {
            try {
                now.setGroup(old.readAttributes().group());
            } catch (IOException e) {
                // only a member of the group may give a file to it
            }
            now.setPermissions(old.readAttributes().permissions());
        }
    }

    private void move(FileChange change, Path written, Undo undo) {
        Path file = change.file();
        refuseOutside(file);
        refuseChanged(change);
        try {
            if (change.before() == null) {
                undo.add(() -> Files.deleteIfExists(file));
            } else {
                String before = change.before();
                undo.add(() -> moveOver(write(file, before, new Undo()), file));
            }
            moveOver(written, file);
            flush(parent(file));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Another program may have written since the text was read: what it wrote is not lost. */
    private static void refuseChanged(FileChange change) {
        boolean there = Files.exists(change.file(), LinkOption.NOFOLLOW_LINKS);
        String now = there ? YamlReader.readText(change.file()) : null;
        boolean same =
                now == null ? change.before() == null : now.equals(change.before()) || now.equals(change.after());
        if (!same) {
            throw new DefinitionException(
                    change.file() + ": another program has changed it meanwhile. Nothing was changed; run it again.");
        }
    }

    private static void moveOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A move is on the disk when its folder is; not all file systems can say so. */
    private static void flush(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the file itself is flushed
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new DefinitionException(file + ": is not a file in a folder, so it is not written.");
        }
        return parent;
    }

    private static DefinitionException failure(Path file, IOException e) {
        return new DefinitionException(
                file + ": cannot be written: " + FileReasons.of(e) + ". Nothing was changed.", e);
    }
}
