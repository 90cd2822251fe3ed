package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page of dependencies tells the versions that users get. That no library is missing on it, .ci/release holds against the bills
 * of materials.
 */
class DependenciesTest {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The jars of skill-sdk-jaxrs, which has all that the other artifacts have, and those of this test. */
    private static final Map<String, String> VERSIONS = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> JAR.matcher(new File(entry).getName()))
            .filter(Matcher::matches)
            .collect(Collectors.toMap(jar -> jar.group(1), jar -> jar.group(2), (one, other) -> one));

    private static List<String[]> rows() {
        return Page.read(Page.ROOT.resolve("docs/dependencies.md"))
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(2).split(" \\| "))
                .filter(cells -> cells.length == 6)
                .toList();
    }

    /** Those of skill-sdk-jaxrs; what optional modules bring is not on the class path here. */
    static Stream<String> libraries() {
        return rows().stream()
                .flatMap(cells -> NAME.matcher(cells[0]).results().map(name -> name.group(1) + " " + cells[1]))
                .filter(library -> VERSIONS.containsKey(library.substring(0, library.indexOf(' '))));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void aLibraryHasTheVersionThatUsersGet(String library) {
        String[] nameAndVersions = library.split(" ", 2);
        assertThat(nameAndVersions[1].split(", ")).contains(VERSIONS.get(nameAndVersions[0]));
    }

    @Test
    void theLibrariesOfEveryArtifactAreThere() {
        assertThat(libraries()).hasSizeGreaterThan(20);
    }
}
