package io.skillsdk.internal.daemon.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to see that a file has changed: the operating system tells, or the files are looked at. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FileWatchTest {

    @TempDir
    private Path folder;

    private Path source;

    @BeforeEach
    void makeProject() throws IOException {
        source = folder.resolve("src/main/java/a/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
    }

    /** Waits until these files have changed, and no others. */
    private static void awaitChange(FileWatch watch, Path... files) throws InterruptedException {
        Set<Path> seen = new HashSet<>();
        while (seen.size() < files.length) {
            seen.addAll(watch.await());
        }
        assertThat(seen).containsExactlyInAnyOrder(files);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void changesNewFilesInNewFoldersAndDeletionsAreSeen(boolean told) throws Exception {
        try (FileWatch watch = new FileWatch(new DevProject(folder), told)) {
            assertThat(watch.await()).isEmpty();
            Files.writeString(source, "class A { int a; }");
            awaitChange(watch, source);
            Path other = folder.resolve("src/main/java/b/c/B.java");
            Files.createDirectories(other.getParent());
            Files.writeString(other, "class B {}");
            awaitChange(watch, other);
            Files.writeString(other, "class B { int b; }");
            awaitChange(watch, other);
            Files.delete(source);
            awaitChange(watch, source);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSaveInTheSameMomentAndOfTheSameLengthIsSeen(boolean told) throws Exception {
        try (FileWatch watch = new FileWatch(new DevProject(folder), told)) {
            FileTime time = Files.getLastModifiedTime(source);
            Files.writeString(source, "class B {}");
            Files.setLastModifiedTime(source, time);
            awaitChange(watch, source);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSaveThatIsGivenTheOldTimeOfTheFileIsSeen(boolean told) throws Exception {
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(source, old);
        try (FileWatch watch = new FileWatch(new DevProject(folder), told)) {
            Files.writeString(source, "class B {}");
            Files.setLastModifiedTime(source, old);
            awaitChange(watch, source);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsWrittenForeverDoesNotHoldUpTheOthers(boolean told) throws Exception {
        Path log = folder.resolve("src/main/resources/a.log");
        Files.createDirectories(log.getParent());
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int n = 0; !ended.get(); n++) {
                write(log, "line " + n);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        });
        try (FileWatch watch = new FileWatch(new DevProject(folder), told)) {
            writer.start();
            Files.writeString(source, "class A { int a; }");
            awaitChange(watch, source, log);
        } finally {
            ended.set(true);
            writer.join(60_000);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatEditorsAndBuildsLeaveDoesNotCount(boolean told) throws Exception {
        Path skill = Files.writeString(folder.resolve("skill.yaml"), "name: a");
        try (FileWatch watch = new FileWatch(new DevProject(folder), told)) {
            Files.writeString(source.resolveSibling(".A.java.swp"), "x");
            Files.writeString(source.resolveSibling("A.java~"), "x");
            Files.createDirectories(folder.resolve("target"));
            Files.writeString(folder.resolve("target/x.txt"), "x");
            Files.writeString(skill, "name: abc");
            awaitChange(watch, skill);
        }
    }
}
