package io.skillsdk.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.SkillAction;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class paths on which other dependencies have chosen the versions of Jackson, with the jars that were published. */
class JacksonVersionsTest {

    /** A skill with all that Jackson has to do: reading and writing. */
    public static final class Main {
        record Text(String text) {}

        @SkillAction
        Text echo(Text payload) {
            return payload;
        }

        public static void main(String[] args) {
            SkillDaemon.builder(new Main()).run(args);
        }
    }

    private static final Pattern ANNOTATION = Pattern.compile("com/fasterxml/jackson/annotation/[A-Za-z0-9$]+");

    /** Copied by the build. */
    private static final Path OTHER_JARS = Path.of("target", "other-jackson");

    private static Stream<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static String with(String jar, String insteadOf) {
        Path other = OTHER_JARS.resolve(jar);
        assertThat(other).exists();
        return Stream.concat(
                        Stream.of(other.toString()),
                        classPath()
                                .filter(entry -> insteadOf.isEmpty()
                                        || !Path.of(entry)
                                                .getFileName()
                                                .toString()
                                                .startsWith(insteadOf)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.17.2", "2.20", "2.21"})
    void annotationsThatAreTooOldAreRefusedAtStartWithTheDependencyThatFixesIt(String version) throws Exception {
        String classPath = with("jackson-annotations-" + version + ".jar", "jackson-annotations-");
        try (DaemonUnderTest daemon = DaemonUnderTest.launchOn(classPath, Main.class)) {
            assertThat(daemon.exitCode()).isEqualTo(1);
            assertThat(daemon.said())
                    .singleElement()
                    .asString()
                    .startsWith("The daemon cannot start: The class path has jackson-annotations " + version
                            + ", but jackson-databind 3.")
                    .contains(" needs 2.22 or later. Add this to the dependencies in pom.xml: "
                            + "<dependency><groupId>com.fasterxml.jackson.core</groupId>"
                            + "<artifactId>jackson-annotations</artifactId><version>2.");
        }
    }

    @Test
    void annotationsThatAreNewEnoughAreTaken() throws Exception {
        String classPath = with("jackson-annotations-2.22.jar", "jackson-annotations-");
        try (DaemonUnderTest daemon = DaemonUnderTest.launchOn(classPath, Main.class)) {
            assertThat(
                            Calls.exchange(
                                    daemon.port(),
                                    "POST /invoke HTTP/1.1\r\nHost: x\r\nContent-Length: 24\r\n\r\n{\"payload\":{\"text\":\"a\"}}"))
                    .endsWith("{\"payload\":{\"text\":\"a\"}}");
        }
    }

    @Test
    void aModuleOfAnotherMinorVersionIsRefusedAtStartWithTheDependencyThatFixesIt() throws Exception {
        try (DaemonUnderTest daemon =
                DaemonUnderTest.launchOn(with("jackson-module-blackbird-3.2.4.jar", ""), Main.class)) {
            assertThat(daemon.exitCode()).isEqualTo(1);
            assertThat(daemon.said())
                    .singleElement()
                    .asString()
                    .startsWith("The daemon cannot start: The class path has jackson-module-blackbird 3.2.4, but"
                            + " jackson-databind 3.")
                    .contains("<dependency><groupId>tools.jackson.module</groupId>"
                            + "<artifactId>jackson-module-blackbird</artifactId><version>3.");
        }
    }

    @Test
    void anotherCoreIsRefusedAtStart() throws Exception {
        String classPath = with("jackson-core-3.2.4.jar", "jackson-core-");
        try (DaemonUnderTest daemon = DaemonUnderTest.launchOn(classPath, Main.class)) {
            assertThat(daemon.exitCode()).isEqualTo(1);
            assertThat(daemon.said())
                    .singleElement()
                    .asString()
                    .contains("jackson-core 3.2.4, but jackson-databind 3.");
        }
    }

    @Test
    void noOtherAnnotationIsNeededThanTheOldestVersionThatIsTakenHas() throws Exception {
        Path databind = classPath()
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().startsWith("jackson-databind-"))
                .findFirst()
                .orElseThrow();
        Set<String> used = new TreeSet<>();
        try (ZipFile jar = new ZipFile(databind.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                ANNOTATION.matcher(bytes).results().forEach(name -> used.add(name.group()));
            }
        }
        assertThat(used).contains("com/fasterxml/jackson/annotation/JsonApplyView");
        try (ZipFile oldest =
                new ZipFile(OTHER_JARS.resolve("jackson-annotations-2.22.jar").toFile())) {
            assertThat(used)
                    .allSatisfy(
                            name -> assertThat(oldest.getEntry(name + ".class")).isNotNull());
        }
    }
}
