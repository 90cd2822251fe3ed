package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the classes of the versions of a program, each in a folder of its own outside of the project. Not thread-safe. */
public final class VersionBuild implements AutoCloseable {

    /** What a build has come to. */
    public sealed interface Outcome permits Built, Faulty {}

    /**
     * The classes of a version.
     *
     * @param since what was done for it, or what has changed, in words
     */
    public record Built(VersionClassLoader classes, String since) implements Outcome {}

    /** Why there is none: what the compiler says, each with file and line. */
    public record Faulty(List<String> faults) implements Outcome {}

    /** What was done for a version whose sources have changed. */
    public static final String COMPILED = "the sources were compiled";

    private static final int MOST_NAMED = 3;

    private final DevProject project;

    private final ClassLoader process;

    private final SourceCompiler compiler;

    private final Path folder;

    /** The classes of the last version that could be compiled. */
    private Path last;

    /** Whether the sources did not compile the last time: then there is nothing new to be served, whatever else changes. */
    private boolean faulty;

    /**
     * Makes it.
     *
     * @param process has the SDK, the libraries, and the program as it was built
     * @throws DevException when nothing can be compiled here
     */
    public VersionBuild(DevProject project, ClassLoader process) {
        this.project = project;
        this.process = process;
        this.compiler = new SourceCompiler(project, process);
        try {
            this.folder = Files.createTempDirectory("skill-dev");
            this.last = Files.createDirectory(folder.resolve("0"));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no folder for the classes: " + e.getMessage(), e);
        }
    }

    /** The program as it was built before. */
    public VersionClassLoader asBuiltBefore() {
        return new VersionClassLoader(last, project.resources(), process);
    }

    /** The sources as they are now, and what another build has made of those that are not Java. */
    public Outcome compile(int number) {
        Path classes = folder.resolve(String.valueOf(number));
        copyBuilt(classes);
        List<String> faults = compiler.compile(classes);
        faulty = !faults.isEmpty();
        if (faulty) {
            return new Faulty(faults);
        }
        last = classes;
        return new Built(asBuiltBefore(), COMPILED);
    }

    /** A copy, as a version that goes on must not find classes of the next one. */
    private void copyBuilt(Path into) {
        Path built = project.built();
        if (built == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.toList()) {
                Path copy = into.resolve(built.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (file.toString().endsWith(".class")) {
                    Files.copy(file, copy);
                }
            }
        } catch (NoSuchFileException e) {
            // it is being built: the change that follows is seen
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources as they are now, which are compiled if one of them is among these files, or was wrong before. */
    public Outcome build(Set<Path> changed, int number) {
        return faulty || changed.stream().anyMatch(this::isCode)
                ? compile(number)
                : new Built(asBuiltBefore(), "a change of " + named(changed));
    }

    private String named(Set<Path> changed) {
        Path base = project.workspace().orElse(project.folder());
        List<String> names = changed.stream()
                .map(file -> file.startsWith(base) ? base.relativize(file) : file)
                .map(Path::toString)
                .sorted()
                .toList();
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private boolean isCode(Path file) {
        Path built = project.built();
        return file.startsWith(project.sources()) || (built != null && file.startsWith(built));
    }

    /** Deletes what it has made. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
