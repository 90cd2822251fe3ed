package io.skillsdk.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.archetype.Maven.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates projects from this build's archetype, and looks at what is there then. */
final class Archetype {

    /** The folder of an action, for the name of its skill. */
    static final String ACTION = "skills/%1$s/actions/%1$s";

    private static boolean fetched;

    private Archetype() {}

    /** With the network, once: it brings the plugins of a generated project, so that all that follows is offline. */
    static synchronized void fetchPlugins() throws IOException {
        if (!fetched) {
            Path first = Files.createTempDirectory(Path.of(System.getProperty("it.directory")), "first");
            assertThat(generate(false, first, "-DartifactId=counter")).satisfies(Archetype::succeeded);
            assertThat(Maven.run(first.resolve("counter"), List.of("verify"))).satisfies(Archetype::succeeded);
            fetched = true;
        }
    }

    static Outcome generate(Path directory, String... properties) {
        return generate(true, directory, properties);
    }

    private static Outcome generate(boolean offline, Path directory, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "org.apache.maven.plugins:maven-archetype-plugin:" + System.getProperty("it.archetypePlugin")
                        + ":generate",
                "-DinteractiveMode=false",
                "-DarchetypeGroupId=io.skillsdk",
                "-DarchetypeArtifactId=skill-archetype",
                "-DarchetypeVersion=" + System.getProperty("it.sdkVersion"),
                "-DarchetypeCatalog=local",
                "-DgroupId=com.acme"));
        if (offline) {
            arguments.add("--offline");
        }
        arguments.addAll(List.of(properties));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Maven.run(directory, arguments);
    }

    static void succeeded(Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
    }

    /** All files below a folder, by path, without what a build makes. */
    static Map<String, String> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !("/" + folder.relativize(path)).contains("/target/"))
                    .collect(Collectors.toMap(
                            path -> folder.relativize(path).toString(), Archetype::read, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
