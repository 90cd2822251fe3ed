package io.skillsdk.archetype;

import static io.skillsdk.archetype.Archetype.files;
import static io.skillsdk.archetype.Archetype.generate;
import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.archetype.Maven.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the archetype does not do, it says in a sentence, and leaves everything as it was. */
@Tag("one-jdk")
class RefusalIT {

    @TempDir
    private Path directory;

    @BeforeAll
    static void pluginsAreFetched() throws IOException {
        Archetype.fetchPlugins();
    }

    @Test
    void aSkillThatIsThereIsRefusedAndLeftAsItIs() {
        assertThat(generate(directory, "-DartifactId=counter")).satisfies(Archetype::succeeded);
        Map<String, String> before = files(directory);

        Outcome outcome = generate(directory, "-DartifactId=counter");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("skills/counter already. Give another name with -DskillName=", "BUILD FAILURE");
        assertThat(files(directory)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -DartifactId=Bad.Name                   | skillName is 'Bad.Name', but must have 2 to 20 characters
                    -DskillName=abcdefghijklmnopqrstu       | skillName is 'abcdefghijklmnopqrstu', but must have 2 to 20
                    -DskillName=../evil                     | skillName is '../evil', but must have
                    -DartifactId=../evil                    | artifactId is '../evil', but must have
                    -DgroupId=a<b                           | groupId is 'a<b', but must have
                    -DskillName=target                      | skillName is 'target', but a folder of this name is what builds
                    -DskillName=Nul                         | skillName is 'Nul', but a folder of this name is not possible
                    -DskillName=a-_b                        | skillName is 'a-_b', which is not valid as the name of an image
                    -DdaemonPort=99999                      | daemonPort is '99999', but must be a number from 1024 to 65535.
                    -DdaemonPort=80                         | daemonPort is '80', but must be a number from 1024 to 65535.
                    -DdaemonPath=/invoke                    | daemonPath is '/invoke', but must be a path such as invoke
                    -DdaemonPath=..                         | daemonPath is '..', but must be a path such as invoke
                    -DdaemonPath=v1/./x                     | daemonPath is 'v1/./x', but must be a path such as invoke
                    -DjavaVersion=11                        | javaVersion is '11', but must be 17, 21 or 25.
                    -Dpackage=com.class                     | package is 'com.class', which is not a valid Java package.
                    -Dpackage=../../x                       | package is '../../x', which is not a valid Java package.
                    -DgroupId=java.tools                    | package is 'java.tools', but packages whose names begin with java
                    -Dtitle=say "hi"                        | title must be one line of text without control characters
                    """)
    void aBadPropertyIsRefusedWithASentenceAndNothingIsLeft(String property, String sentence) {
        Outcome outcome = generate(directory, "-DartifactId=counter", property);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains(sentence);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u001b[2J", "a\tb", "a\nb", "a\u0085b", "a\u2028b"})
    void controlCharactersAreRefusedAndNothingIsLeft(String text) {
        Outcome outcome = generate(directory, "-DartifactId=counter", "-Ddescription=x" + text);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("description must be one line of text without control characters");
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "counter"})
    void aProjectThatIsNoWorkspaceIsRefusedAndLeftAsItIsToTheByte(String folder) throws Exception {
        Path pom = Files.createDirectories(directory.resolve(folder)).resolve("pom.xml");
        Files.writeString(pom, """
                <project>
                   <modelVersion>4.0.0</modelVersion>\t<groupId>of</groupId><artifactId>others</artifactId>
                   <version>1</version><packaging>pom</packaging>
                   <modules>
                   </modules><description><![CDATA[a < b]]></description>
                </project>""");
        Map<String, String> before = files(directory);

        Outcome outcome = generate(directory, "-DartifactId=counter");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.output()).contains("pom.xml is not the POM of a workspace of skills");
        assertThat(files(directory)).isEqualTo(before);
        assertThat(folders(directory)).isEqualTo(folder.equals(".") ? List.of() : List.of(folder));
    }

    private static List<String> folders(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
