package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application on the module path serves, stops in order, and tells its version. Jars of all that it needs: see the archetype's tests. */
class PackagingIT {

    private static final Path TARGET = Page.ROOT.resolve("examples/word-count/target");

    private static final String CALL =
            "curl -sS --max-time 60 localhost:5000/invoke -d '{\"payload\": {\"text\": \"to be\"}}'";

    @TempDir
    private Path folder;

    @Test
    void anApplicationThatIsAModuleServesAndTellsTheVersionOfTheSdk() throws Exception {
        Path sources = folder.resolve("src");
        Files.createDirectories(sources.resolve("acme"));
        Files.writeString(sources.resolve("module-info.java"), """
                module acme {
                    requires io.skillsdk;
                    requires io.skillsdk.daemon;
                    // Jackson reads and writes the records, the SDK calls the action
                    opens acme;
                }
                """);
        Files.writeString(sources.resolve("acme/WordCount.java"), """
                package acme;

                import io.skillsdk.SkillAction;
                import io.skillsdk.daemon.SkillDaemon;

                public final class WordCount {
                    record Text(String text) {}
                    record Count(int words) {}

                    @SkillAction
                    Count count(Text payload) {
                        return new Count(payload.text().split(" ").length);
                    }

                    public static void main(String[] args) {
                        SkillDaemon.run(args, new WordCount());
                    }
                }
                """);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-p",
                        TARGET.resolve("lib").toString(),
                        "-d",
                        folder.resolve("acme").toString(),
                        sources.resolve("module-info.java").toString(),
                        sources.resolve("acme/WordCount.java").toString());
        assertThat(compiled).isZero();
        servesAndTellsItsVersion("java -p acme:" + TARGET.resolve("lib")
                + " --add-modules ALL-MODULE-PATH,ALL-DEFAULT -m acme/acme.WordCount");
    }

    private void servesAndTellsItsVersion(String command) throws Exception {
        try (Shell shell = new Shell(folder)) {
            assertThat(shell.run(command + " --version").output())
                    .startsWith("Skill SDK for Java " + System.getProperty("it.sdkVersion"));
            shell.serve(command);
            assertThat(shell.run(CALL).output()).isEqualTo("{\"payload\":{\"words\":2}}");
            assertThat(shell.stop()).isZero();
        }
    }
}
