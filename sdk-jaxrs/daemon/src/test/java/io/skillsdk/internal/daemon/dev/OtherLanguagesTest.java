package io.skillsdk.internal.daemon.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Projects whose own build compiles them, such as those in Kotlin. Here javac plays that build, in another folder. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class OtherLanguagesTest {

    @TempDir
    private Path folder;

    private Path project;

    private Path classes;

    @BeforeEach
    void makeProject() throws IOException {
        project = folder.resolve("project");
        classes = project.resolve("target/classes");
        Files.createDirectories(project.resolve("src/main/kotlin"));
        build("at first");
    }

    /** What the build of the other language does. */
    private void build(String word) throws IOException {
        Path source = folder.resolve("other/src/main/java/demo/Hello.java");
        Files.createDirectories(source.getParent());
        Files.writeString(
                source,
                "package demo; public class Hello { public static String word() { return \"" + word + "\"; } }");
        assertThat(new SourceCompiler(
                                new DevProject(folder.resolve("other")),
                                getClass().getClassLoader())
                        .compile(classes))
                .isEmpty();
    }

    private URLClassLoader process() throws IOException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    }

    private static String word(VersionBuild.Outcome outcome) throws Exception {
        assertThat(outcome).isInstanceOf(VersionBuild.Built.class);
        try (VersionClassLoader loader = ((VersionBuild.Built) outcome).classes()) {
            return (String) loader.loadClass("demo.Hello").getMethod("word").invoke(null);
        }
    }

    @Test
    void classesThatAnotherBuildHasChangedAreTheNextVersion() throws Exception {
        try (URLClassLoader process = process()) {
            DevProject found = DevProject.find(project, process.loadClass("demo.Hello"));
            assertThat(found.built()).isEqualTo(classes);
            try (FileWatch watch = new FileWatch(found, true);
                    VersionBuild versions = new VersionBuild(found, process)) {
                assertThat(word(versions.compile(1))).isEqualTo("at first");

                build("and then");
                Set<Path> changed = new HashSet<>();
                while (changed.isEmpty()) {
                    changed.addAll(watch.await());
                }

                assertThat(changed).containsExactly(classes.resolve("demo/Hello.class"));
                assertThat(word(versions.build(changed, 2))).isEqualTo("and then");
            }
        }
    }

    @Test
    void javaSourcesBesideThemAreCompiledAgainstThem() throws Exception {
        Path source = project.resolve("src/main/java/demo/Loud.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package demo; class Loud { String s = Hello.word(); }");
        try (URLClassLoader process = process();
                VersionBuild versions =
                        new VersionBuild(DevProject.find(project, process.loadClass("demo.Hello")), process)) {
            assertThat(word(versions.compile(1))).isEqualTo("at first");

            Files.writeString(source, "package demo; class Loud { String s = Hello.none(); }");
            assertThat(versions.build(Set.of(source), 2))
                    .isInstanceOfSatisfying(
                            VersionBuild.Faulty.class,
                            faulty -> assertThat(faulty.faults())
                                    .hasSize(1)
                                    .allSatisfy(fault -> assertThat(fault).contains("Loud.java:1", "none")));
        }
    }

    @Test
    void aProjectInJavaAloneIsNotServedFromItsClassFiles() throws Exception {
        Files.delete(project.resolve("src/main/kotlin"));
        Files.createDirectories(project.resolve("src/main/java"));
        try (URLClassLoader process = process()) {
            DevProject found = DevProject.find(project, process.loadClass("demo.Hello"));
            assertThat(found.built()).isNull();
            assertThat(found.watched()).doesNotContain(classes);
        }
    }

    @Test
    void aFolderWithoutSourcesIsNotAProject() {
        assertThatThrownBy(() -> DevProject.find(folder, List.class))
                .isInstanceOf(DevException.class)
                .hasMessageStartingWith("There is no src/main/java or src/main/kotlin in " + folder);
    }
}
