package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project of a program: a folder with {@code src/main/java}.
 *
 * @param folder the folder, absolute
 */
public record DevProject(Path folder) {

    private static final Path SOURCES = Path.of("src", "main", "java");

    /** How far above the project the workspace of its skill may be: {@code skills/<skill>/actions/<action>}. */
    private static final int LEVELS = 4;

    /**
     * Finds the project.
     *
     * @param given the folder that the user names; null to look where the main class comes from, and then in the working folder
     * @throws DevException when there is none
     */
    public static DevProject find(@Nullable Path given, Class<?> main) {
        List<Path> folders = given != null
                ? List.of(given)
                : Stream.concat(above(main).stream(), Stream.of(Path.of(""))).toList();
        return folders.stream()
                .map(folder -> folder.toAbsolutePath().normalize())
                .filter(folder -> Files.isDirectory(folder.resolve(SOURCES)))
                .findFirst()
                .map(DevProject::new)
                .orElseThrow(() -> new DevException("There is no src/main/java in "
                        + (given != null ? given : "the working folder")
                        + ". Run the command in the project's folder, or name it with --project."));
    }

    /** The folder above {@code target}, where the classes or the jar of a build are. */
    private static Optional<Path> above(Class<?> main) {
        CodeSource source = main.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path target = Path.of(source.getLocation().toURI()).getParent();
            return target != null && target.endsWith("target")
                    ? Optional.ofNullable(target.getParent())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty(); // classes that are in no file have no project
        }
    }

    /** Where the sources are. */
    public Path sources() {
        return folder.resolve(SOURCES);
    }

    /** Where {@code daemon.properties} and other resources are; it may be missing. */
    public Path resources() {
        return folder.resolve("src").resolve("main").resolve("resources");
    }

    /** The workspace with the skill, or the folder of the skill itself; empty when there is none near. */
    public Optional<Path> workspace() {
        Path at = folder;
        for (int level = 0; at != null && level <= LEVELS; level++) {
            if (Files.isRegularFile(at.resolve("skill.yaml")) || Files.isDirectory(at.resolve("skills"))) {
                return Optional.of(at);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }

    /** Folders whose files count, with all below them. */
    public List<Path> watched() {
        List<Path> watched = new ArrayList<>(List.of(sources(), resources()));
        workspace()
                .ifPresent(
                        at -> watched.addAll(List.of(at.resolve("skills"), at.resolve("types"), at.resolve("invoke"))));
        return watched;
    }

    /** Files that count beside those of the folders. */
    public List<Path> watchedFiles() {
        return workspace().map(at -> List.of(at.resolve("skill.yaml"))).orElse(List.of());
    }

    /** All Java sources. */
    List<Path> javaFiles() {
        try (Stream<Path> files = Files.walk(sources())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
