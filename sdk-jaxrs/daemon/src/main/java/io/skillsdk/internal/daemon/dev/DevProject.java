package io.skillsdk.internal.daemon.dev;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The project of a program: a folder with {@code src/main/java}, or with sources of another language, which its own build compiles.
 *
 * @param folder the folder, absolute
 * @param built where that build puts its classes; null when all sources are Java
 */
public record DevProject(Path folder, @Nullable Path built) {

    private static final Path MAIN = Path.of("src", "main");

    private static final Path SOURCES = MAIN.resolve("java");

    private static final List<String> OTHER_LANGUAGES = List.of("kotlin", "groovy", "scala");

    private static final List<Path> OUTPUTS =
            List.of(Path.of("target", "classes"), Path.of("build", "classes", "kotlin", "main"));

    /** How far above the project the workspace of its skill may be: {@code skills/<skill>/actions/<action>}. */
    private static final int LEVELS = 4;

    /** A project whose sources are all Java. */
    public DevProject(Path folder) {
        this(folder, null);
    }

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
                .filter(folder -> Files.isDirectory(folder.resolve(SOURCES)) || isOfOtherLanguages(folder))
                .findFirst()
                .map(folder -> new DevProject(folder, isOfOtherLanguages(folder) ? output(folder, main) : null))
                .orElseThrow(() -> new DevException("There is no src/main/java or src/main/kotlin in "
                        + (given != null ? given : "the working folder")
                        + ". Run the command in the project's folder, or name it with --project."));
    }

    private static boolean isOfOtherLanguages(Path folder) {
        return OTHER_LANGUAGES.stream().anyMatch(each -> Files.isDirectory(folder.resolve(MAIN.resolve(each))));
    }

    private static @Nullable Path output(Path folder, Class<?> main) {
        return location(main)
                .filter(Files::isDirectory)
                .or(() -> OUTPUTS.stream()
                        .map(folder::resolve)
                        .filter(Files::isDirectory)
                        .findFirst())
                .orElse(null);
    }

    /** The folder above {@code target}, where the classes or the jar of a build are. */
    private static Optional<Path> above(Class<?> main) {
        return location(main)
                .map(Path::getParent)
                .filter(target -> target.endsWith("target"))
                .map(Path::getParent);
    }

    private static Optional<Path> location(Class<?> main) {
        CodeSource source = main.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
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
        if (built != null) {
            watched.add(built);
        }
        workspace()
                .ifPresent(
                        at -> watched.addAll(List.of(at.resolve("skills"), at.resolve("types"), at.resolve("invoke"))));
        return watched;
    }

    /** Whether a watched folder has the program itself: all below it counts, as a package may have any name. */
    boolean isOfProgram(Path root) {
        return root.equals(sources()) || root.equals(resources()) || root.equals(built);
    }

    /** Files that count beside those of the folders. */
    public List<Path> watchedFiles() {
        return workspace().map(at -> List.of(at.resolve("skill.yaml"))).orElse(List.of());
    }

    /** All Java sources. */
    List<Path> javaFiles() {
        if (!Files.isDirectory(sources())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources())) {
            return files.filter(file -> file.toString().endsWith(".java") && FileStates.counts(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
