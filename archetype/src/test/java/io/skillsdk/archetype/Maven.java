package io.skillsdk.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The Maven of this build, run on generated projects, with a local repository that has what this build made. */
final class Maven {

    /** What Maven ended with, and all that it printed. */
    record Outcome(int exitCode, String output) {}

    private static final Path DIRECTORY = Path.of(System.getProperty("it.directory"));

    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <profiles>
                <profile>
                  <id>it</id>
                  <repositories>%2$s</repositories>
                  <pluginRepositories>%3$s</pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles>
                <activeProfile>it</activeProfile>
              </activeProfiles>
            </settings>
            """;

    private Maven() {}

    static Outcome run(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--settings",
                settings().toString()));
        command.addAll(arguments);
        return run(directory, command.toArray(String[]::new));
    }

    static Outcome run(Path directory, String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            try {
                // it ends with the process, which the time-out of the test ends
                String output = new String(process.getInputStream().readAllBytes());
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                return new Outcome(process.exitValue(), output);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the build has in its own repository is taken from there, the rest from where Maven takes it by itself. */
    static Path settings() {
        Path settings = DIRECTORY.resolve("settings.xml");
        String outer = Path.of(System.getProperty("it.outerRepository")).toUri().toString();
        try {
            return Files.writeString(
                    settings,
                    SETTINGS.formatted(
                            DIRECTORY.resolve("home/.m2/repository"),
                            repository("repository", outer),
                            repository("pluginRepository", outer)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repository(String element, String url) {
        return "<%1$s><id>outer</id><url>%2$s</url></%1$s>".formatted(element, url);
    }
}
