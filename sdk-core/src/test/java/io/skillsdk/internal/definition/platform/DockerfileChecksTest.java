package io.skillsdk.internal.definition.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.internal.definition.finding.FindingCollector;
import io.skillsdk.internal.definition.yaml.Places;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Dockerfile by the rules of Docker's classic builder, with the action's folder alone as its context. */
class DockerfileChecksTest {

    /** What is found, as {@code line id}. */
    private static List<String> find(String text, @Nullable String port, boolean ofOurs) {
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        PortClaims claims = new PortClaims(findings, null);
        new DockerfileChecks(findings, Path.of("Dockerfile"), port == null ? null : claims, ofOurs).run(text);
        if (port != null) {
            claims.settle(port, "properties[0].defaultValue");
        }
        assertThat(findings.all())
                .allSatisfy(finding -> assertThat(finding.file()).isEqualTo(Path.of("Dockerfile")));
        return findings.all().stream()
                .map(finding -> finding.line() + " " + finding.id())
                .toList();
    }

    private static List<String> find(String text) {
        return find(text, "5000", false);
    }

    private static void expect(String text, @Nullable String finding) {
        assertThat(find(text.translateEscapes()))
                .containsExactly(finding == null ? new String[0] : new String[] {finding});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a | ",
                "from a\\nexpose 5000 | ",
                "\uFEFFFROM a | ",
                "ARG V=1\\nFROM a:${V} | ",
                "FROM a\\nEXPOSE 5000/tcp 9000 | ",
                "FROM a\\nEXPOSE 9090\\nEXPOSE 5000 | ",
                "FROM a\\nEXPOSE $PORT | ",
                "FROM a\\nEXPOSE 5000-5010 | ",
                "FROM a\\nEXPOSE 50\\\\\\n00 | ",
                "FROM a\\nENV DAEMON_PORT 5000 | ",
                "FROM a\\nENV DAEMON_PORT='5000' | ",
                "FROM a\\nENV A=1 DAEMON_PORT=5000 B=2 | ",
                "FROM a\\nENV HINT=\"set DAEMON_PORT=80\" | ",
                "FROM a\\nENV DAEMON_PORTS=80 | ",
                "FROM a\\nCMD [\"java\", \"-jar\", \"a.jar\", \"--daemon.port=5000\"] | ",
                "FROM a AS build\\nEXPOSE 80\\nENV DAEMON_PORT=80\\nCMD b --port 80\\nFROM b\\nEXPOSE 5000 | ",
                "FROM a\\nCMD java --port=80\\nCMD java --port=5000 | ",
                "FROM a\\nENV DAEMON_PORT=80\\nENV DAEMON_PORT=5000 | ",
                "FROM a AS base\\nENV DAEMON_PORT=80\\nFROM base AS final\\nENV DAEMON_PORT=5000 | ",
                "FROM a\\nEXPOSE 80 | 2 daemon-port-differs",
                "FROM a\\nEXPOSE 80\\nEXPOSE 81 | 2 daemon-port-differs",
                "FROM a\\nENV DAEMON_PORT 80 | 2 daemon-port-differs",
                "FROM a\\nENV DAEMON_PORT=\"80\" | 2 daemon-port-differs",
                "FROM a\\nENV A=1 \\\\\\n  # why\\n  DAEMON_PORT=80 | 2 daemon-port-differs",
                "FROM a\\nCMD java -Ddaemon.port=80 -jar a.jar | 2 daemon-port-differs",
                "FROM a\\nCMD java -jar a.jar --daemon.port=\"80\" | 2 daemon-port-differs",
                "FROM a\\nENTRYPOINT [\"java\",\"--port\",\"80\"] | 2 daemon-port-differs",
                "FROM a\\nCMD [\"sh\", \"-c\", \"java -jar a.jar --daemon.port=80\"] | 2 daemon-port-differs",
                "FROM a AS base\\nENV DAEMON_PORT=80\\nFROM base | 2 daemon-port-differs",
                "FROM a\\nCMD java --port=5000\\nCMD java --port=80 | 3 daemon-port-differs",
            })
    void whatTheImageSaysOfThePortIsHeldAgainstTheDaemons(String text, @Nullable String finding) {
        expect(text, finding);
    }

    @Test
    void severalThatAgreeAgainstTheDefinitionBlameTheDefinition() {
        FindingCollector findings = new FindingCollector(Path.of("skill.yaml"), new Places());
        PortClaims claims = new PortClaims(findings, null);
        new DockerfileChecks(findings, Path.of("Dockerfile"), claims, false)
                .run("FROM a\nEXPOSE 80\nENV DAEMON_PORT=80\n");
        claims.settle("5000", "properties[0].defaultValue");
        assertThat(findings.all()).extracting(Finding::file).containsExactly(Path.of("skill.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a\\nCOPY . . | ",
                "FROM a\\nCOPY ./target/a.jar /app/ | ",
                "FROM a\\nCOPY --from=build /x/.m2 /root/.m2 | ",
                "FROM a\\nCOPY --chown=1:1 a b | ",
                "FROM a\\nADD https://example.org/.x /x | ",
                "FROM a\\nADD --chown=1 a.tgz / | ",
                "FROM a\\nCOPY a/.keep /x | ",
                "FROM a\\nCOPY a/../b /x | ",
                "FROM a\\nCOPY a /.hidden | ",
                "FROM a\\nCOPY [\"a b\", \"/x\"] | ",
                "FROM a\\nCOPY [\"a .b\", \"/x\"] | ",
                "FROM a\\nCOPY .mvn /x | 2 dockerfile-context",
                "FROM a\\nCOPY ./.mvn /x | 2 dockerfile-context",
                "FROM a\\nCOPY /.mvn /x | 2 dockerfile-context",
                "FROM a\\nCOPY ././.mvn /x | 2 dockerfile-context",
                "FROM a\\nCOPY a/../.mvn /x | 2 dockerfile-context",
                "FROM a\\nCOPY .. /x | 2 dockerfile-context",
                "FROM a\\nCOPY ../pom.xml pom.xml /x/ | 2 dockerfile-context",
                "FROM a\\nCOPY a/../../b /x | 2 dockerfile-context",
                "FROM a\\nADD [\"../pom.xml\", \"/x\"] | 2 dockerfile-context",
                "FROM a\\nCOPY a \\\\\\n ../b \\\\\\n /x | 2 dockerfile-context",
            })
    void whatIsNotOfTheContextIsFound(String text, @Nullable String finding) {
        expect(text, finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a\\nRUN --mount=type=cache,target=/x make | 2 dockerfile-buildkit",
                "FROM a\\nRUN --network=none make | 2 dockerfile-buildkit",
                "FROM a\\nRUN --security=insecure make | 2 dockerfile-buildkit",
                "FROM a\\nCOPY --chown=1 --chmod=755 a b | 2 dockerfile-buildkit",
                "FROM a\\nCOPY --link a b | 2 dockerfile-buildkit",
                "FROM a\\nADD --checksum=sha256:0 https://a/b c | 2 dockerfile-buildkit",
                "FROM a\\nADD --keep-git-dir=true https://a/b.git c | 2 dockerfile-buildkit",
                "FROM a\\nRUN <<EOF\\nmake\\nEOF | 2 dockerfile-buildkit",
                "FROM a\\nRUN cat <<EOF > /x\\nmake\\nEOF | 2 dockerfile-buildkit",
                "FROM a\\nRUN python3 - <<'E'\\nFRM\\nE\\nEXPOSE 5000 | 2 dockerfile-buildkit",
                "FROM a\\nCOPY <<EOF /x\\nmake\\nEOF | 2 dockerfile-buildkit",
                "FROM a\\nRUN make --mount=x | ",
                "FROM a\\nRUN echo $((1<<2)) | ",
                "FROM a\\nRUN echo '# <<' | ",
            })
    void whatOnlyBuildKitKnowsIsFound(String text, @Nullable String finding) {
        expect(text, finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1 dockerfile-malformed",
                "# a comment | 1 dockerfile-malformed",
                "CMD java | 1 dockerfile-malformed",
                "FROM a\\nEXPOS 5000 | 2 dockerfile-malformed",
                "FROM a\\n\\n# c\\njava -jar a.jar | 4 dockerfile-malformed",
                "FRM a | 1 dockerfile-malformed",
                "FROM a\\nRUN make\\n  && install | 3 dockerfile-malformed",
                "FROM a\\nRUN make \\\\\\n  && install | ",
                "FROM a\\nRUN make \\\\  \\n  && install | ",
                "FROM al\\\\\\npine\\nEXPOSE 5000 | ",
                "# escape=`\\nFROM a\\nRUN a `\\n  b\\nEXPOSE 5000 | ",
                "# escape=`\\nFROM a\\nCOPY a c:\\\\\\nEXPOSE 80 | 4 daemon-port-differs",
                "FROM a\\r\\nRUN a \\\\\\r\\n b\\r\\nEXPOSE 5000\\r\\n | ",
            })
    void whatIsNoDockerfileIsFoundWhereItIs(String text, @Nullable String finding) {
        expect(text, finding);
    }

    @Test
    void theClassOfACommandIsLookedUpWhereTheImageHasOurClasses() {
        String there = "FROM a\nCMD [\"java\", \"" + DockerfileChecks.class.getName() + "\"]\n";
        String missing = "FROM a\nENTRYPOINT [\"java\", \"-cp\", \"a.b.C\", \"com.acme.Missing\"]\n";
        assertThat(find(there, "5000", true)).isEmpty();
        assertThat(find(missing, "5000", true)).containsExactly("2 command-class");
        assertThat(find("FROM a\nCMD [\"sh\", \"-c\", \"exec java com.acme.Missing\"]", "5000", true))
                .containsExactly("2 command-class");
        assertThat(find(missing, "5000", false)).isEmpty();
        assertThat(find("FROM a AS t\nCMD java com.acme.Missing\nFROM b\nCMD java -jar a.jar", "5000", true))
                .isEmpty();
    }

    @Test
    void aJobHasNoPort() {
        assertThat(find("FROM a\nEXPOSE 80\n", null, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\n", "RUN \\\n", "a", "\"", "[", "FROM a\nCOPY \"", "RUN <<A "})
    void largeFilesOfAnySortAreReadInTime(String part) {
        assertThat(find(part.repeat(256 * 1024 / part.length()))).isNotNull();
    }

    /** An instruction may be broken into lines anywhere between two words, with comments between them. */
    @Test
    void whereLinesBreakMakesNoDifference() {
        String[] instructions = {
            "FROM a", "EXPOSE 80 81", "ENV A=1 DAEMON_PORT=82", "CMD java --port 83", "COPY ../a b", "RUN --mount=x y"
        };
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder plain = new StringBuilder();
            StringBuilder broken = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            for (String instruction : instructions) {
                plain.append(instruction).append('\n');
                List<String> words = new ArrayList<>(List.of(instruction.split(" ")));
                broken.append(random.nextBoolean() ? "# c\n\n" : "  ");
                broken.append(random.nextBoolean() ? words.get(0).toLowerCase(java.util.Locale.ROOT) : words.get(0));
                for (String word : words.subList(1, words.size())) {
                    broken.append(List.of(" ", "\t ", " \\\n", " \\ \n  # c\n\n ", "\\\n ")
                            .get(random.nextInt(5)));
                    broken.append(word);
                }
                broken.append(random.nextBoolean() ? "\n" : " \r\n");
            }
            assertThat(rules(broken.toString()))
                    .as("seed %d:%n%s", seed, broken)
                    .isEqualTo(rules(plain.toString()));
        }
    }

    private static List<String> rules(String text) {
        return find(text).stream().map(found -> found.split(" ", 2)[1]).toList();
    }
}
