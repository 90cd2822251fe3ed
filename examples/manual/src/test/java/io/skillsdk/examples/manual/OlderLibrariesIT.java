package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.examples.manual.Shell.Outcome;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries older than the SDK's own, as a BOM or another dependency of an application brings them. */
class OlderLibrariesIT {

    private static final Path LIBRARIES = Page.ROOT.resolve("examples/word-count/target");

    private static final Path OLDER = Path.of("target/compatibility").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void jacksonAsSpringBoot4BringsItWorks() throws Exception {
        try (Shell shell = new Shell(folder)) {
            Files.writeString(folder.resolve("message.json"), "{\"payload\": {\"text\": \"to be\"}}");
            Outcome outcome = shell.run("java -cp '" + OLDER.resolve("spring-boot-4") + "/*" + File.pathSeparator
                    + LIBRARIES.resolve("word-count.jar")
                    + "' io.skillsdk.examples.wordcount.WordCount invoke message.json");
            assertThat(outcome.output()).isEqualTo("{\"payload\":{\"words\":2}}\n");
            assertThat(outcome.exitCode()).isZero();
        }
    }

    @Test
    void messageFilesWorkWithJUnit59() throws Exception {
        Files.createDirectories(folder.resolve("invoke/request"));
        Files.writeString(folder.resolve("invoke/request/message.json"), "{\"payload\": {\"text\": \"to be\"}}");
        Path source = Files.writeString(folder.resolve("MessagesTest.java"), """
                import static org.junit.jupiter.api.Assertions.assertEquals;

                import io.skillsdk.examples.wordcount.WordCount;
                import io.skillsdk.testing.SkillTester;
                import io.skillsdk.testing.junit.MessageFiles;
                import java.nio.file.Path;
                import org.junit.jupiter.params.ParameterizedTest;

                class MessagesTest {

                    @ParameterizedTest
                    @MessageFiles("invoke")
                    void everyMessageIsAnswered(Path message) {
                        assertEquals(200, SkillTester.of(new WordCount()).invokeMessage(message).status());
                    }
                }
                """);
        Path junit = OLDER.resolve("junit-platform-console-standalone.jar");
        String classPath = String.join(
                File.pathSeparator,
                junit.toString(),
                LIBRARIES.resolve("word-count.jar").toString(),
                LIBRARIES + "/lib/*");
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                classPath,
                                "-d",
                                folder.toString(),
                                source.toString()))
                .isZero();
        try (Shell shell = new Shell(folder)) {
            Outcome outcome = shell.run("java -jar " + junit + " --disable-banner -cp '" + folder + File.pathSeparator
                    + LIBRARIES.resolve("word-count.jar") + "' -c MessagesTest");
            assertThat(outcome.output()).contains("1 tests successful", "0 tests failed");
            assertThat(outcome.exitCode()).isZero();
        }
    }
}
