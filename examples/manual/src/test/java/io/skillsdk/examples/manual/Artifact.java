package io.skillsdk.examples.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An artifact that users depend on, with all that it brings, as the build has resolved it. */
record Artifact(String name, List<Library> libraries) {

    /** A library that comes with an artifact. An optional one does so only where the application brings it. */
    record Library(String name, String version, Path jar, boolean optional) {

        @Override
        public String toString() {
            return name + " " + version;
        }
    }

    private static final Pattern PUBLISHED = Pattern.compile("<artifactId>([^<]+)</artifactId>");

    private static final Pattern RESOLVED = Pattern.compile(
            "^ {3}([^:\\n]+):([^:\\n]+):jar:([^:\\n]+):(?:compile|runtime):(\\S+)( \\(optional\\))?",
            Pattern.MULTILINE);

    /** Those of the BOM. The archetype is not among them: it brings nothing. */
    static List<Artifact> published() {
        List<String> names = PUBLISHED
                .matcher(read(Page.ROOT.resolve("sdk-jaxrs/bom/pom.xml")).split("<dependencyManagement>")[1])
                .results()
                .map(name -> name.group(1))
                .filter(name -> name.startsWith("skill-sdk-"))
                .toList();
        return names.stream().map(Artifact::named).toList();
    }

    private static Artifact named(String name) {
        Path module = modules()
                .filter(folder -> read(folder.resolve("pom.xml")).contains("\n  <artifactId>" + name + "</artifactId>"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No module makes " + name));
        List<Library> libraries = RESOLVED.matcher(read(module.resolve("target/dependencies.txt")))
                .results()
                .map(Artifact::library)
                .toList();
        return new Artifact(name, libraries);
    }

    private static Library library(MatchResult line) {
        return new Library(line.group(2), line.group(3), Path.of(line.group(4)), line.group(5) != null);
    }

    private static Stream<Path> modules() {
        try (Stream<Path> inner = Files.list(Page.ROOT.resolve("sdk-jaxrs"))) {
            return Stream.concat(Stream.of(Page.ROOT.resolve("sdk-core")), inner.toList().stream())
                    .filter(folder -> Files.exists(folder.resolve("pom.xml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        return Page.read(file).text();
    }

    @Override
    public String toString() {
        return name;
    }
}
