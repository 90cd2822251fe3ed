package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.skillsdk.examples.manual.Artifact.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of dependencies, and NOTICE, tell what users get, with all that it brings in turn. */
class DependenciesTest {

    /** A row of the page: libraries with their versions, in the same order, or with one that they share. */
    private record Row(List<String> names, List<String> versions, String size, boolean optional) {

        String version(String name) {
            return versions.get(versions.size() == 1 ? 0 : names.indexOf(name));
        }

        @Override
        public String toString() {
            return String.join(", ", names);
        }
    }

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static final Pattern SIZE = Pattern.compile("([\\d.]+) (kB|MB)");

    private static final Pattern JARS = Pattern.compile("(\\d+)( beside the daemon's)?");

    private static final Page PAGE = Page.read(Page.ROOT.resolve("docs/dependencies.md"));

    private static final List<Artifact> ARTIFACTS = Artifact.published();

    static Stream<Artifact> artifacts() {
        return ARTIFACTS.stream();
    }

    static Stream<Library> libraries() {
        return artifacts()
                .flatMap(artifact -> artifact.libraries().stream())
                .filter(library -> !library.name().startsWith("skill-sdk-"))
                .distinct();
    }

    static Stream<Row> rows() {
        return cells(6).map(cells -> new Row(
                NAME.matcher(cells.get(0)).results().map(name -> name.group(1)).toList(),
                List.of(cells.get(1).split(", ")),
                cells.get(3),
                cells.get(4).startsWith("**optional**")));
    }

    private static Stream<List<String>> cells(int count) {
        return PAGE.text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.substring(2).split(" \\| | \\|$")))
                .filter(cells -> cells.size() == count);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryHasOneRowWithTheVersionThatUsersGet(Library library) {
        assertThat(rows().filter(row -> row.names().contains(library.name())))
                .as("rows of docs/dependencies.md for %s", library)
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.version(library.name()))
                        .as(row.toString())
                        .isEqualTo(library.version()))
                .allMatch(row -> row.optional() || !library.optional(), "says that it is optional");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsOfLibrariesThatUsersGet(Row row) {
        assertThat(row.names()).isSubsetOf(names(libraries()));
        assertThat(row.versions().size()).isIn(1, row.names().size());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowHasTheSizeOfItsJars(Row row) throws IOException {
        long bytes = 0;
        for (String name : row.names()) {
            Library library = libraries()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            bytes += Files.size(library.jar());
        }
        Matcher size = SIZE.matcher(row.size());
        assertThat(size.matches()).as("%s is a size", row.size()).isTrue();
        double unit = size.group(2).equals("MB") ? 1e6 : 1e3;
        double last = size.group(1).contains(".") ? 0.1 : 1;
        assertThat(bytes / unit).isCloseTo(Double.parseDouble(size.group(1)), within(last * 0.51));
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void anArtifactComesWithAsManyJarsAsThePageSays(Artifact artifact) {
        Matcher told = cells(3).filter(cells -> cells.get(0).equals("`" + artifact.name() + "`"))
                .map(cells -> JARS.matcher(cells.get(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "docs/dependencies.md does not say how many jars " + artifact + " comes with"));
        assertThat(told.lookingAt()).isTrue();
        Set<String> jars = jars(artifact);
        if (told.group(2) != null) {
            jars.removeAll(jars(artifacts()
                    .filter(other -> other.name().equals("skill-sdk-daemon"))
                    .findFirst()
                    .orElseThrow()));
        }
        assertThat(jars).hasSize(Integer.parseInt(told.group(1)));
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void theNoticeTellsWhatAnArtifactBrings(Artifact artifact) {
        assertThat(Page.read(Page.ROOT.resolve("NOTICE")).text()).containsPattern("(?m)^" + artifact.name() + "\\b");
    }

    /** The artifact itself and what it cannot do without, by name. What comes with something optional only is so itself. */
    private static Set<String> jars(Artifact artifact) {
        Set<String> flagged = names(artifact.libraries().stream().filter(Library::optional));
        Set<String> optional = rows().map(Row::names)
                .filter(names -> names.stream().anyMatch(flagged::contains))
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(artifact.name()),
                        artifact.libraries().stream().map(Library::name))
                .filter(name -> !optional.contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Stream<Library> libraries) {
        return libraries.map(Library::name).collect(Collectors.toSet());
    }
}
