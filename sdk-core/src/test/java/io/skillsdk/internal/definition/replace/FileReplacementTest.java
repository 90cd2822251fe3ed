package io.skillsdk.internal.definition.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skillsdk.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileReplacementTest {

    @TempDir
    Path folder;

    private static void replace(Path bounds, FileChange... changes) {
        new FileReplacement(bounds).replace(List.of(changes));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void filesAreReplacedAndMadeWithNothingLeftBeside() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "old");
        Path two = folder.resolve("types/new/two.yaml");
        replace(folder, new FileChange(one, "old", "new"), new FileChange(two, null, "two"));
        assertThat(one).hasContent("new");
        assertThat(two).hasContent("two");
        assertThat(names()).containsExactly("one.yaml", "types/new/two.yaml");
    }

    @Test
    void whereOneFailsAllAreAsTheyWere() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "old");
        Path two = folder.resolve("types/two.yaml");
        Path three = Files.writeString(folder.resolve("three.yaml"), "changed by somebody");
        assertThatThrownBy(() -> replace(
                        folder,
                        new FileChange(one, "old", "new"),
                        new FileChange(two, null, "two"),
                        new FileChange(three, "old", "new")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("another program has changed it meanwhile");
        assertThat(one).hasContent("old");
        assertThat(three).hasContent("changed by somebody");
        assertThat(names()).containsExactly("one.yaml", "three.yaml");
        assertThat(folder.resolve("types")).doesNotExist();
    }

    @Test
    void aFolderThatIsAFileIsToldAndNothingIsChanged() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "old");
        Files.writeString(folder.resolve("types"), "a file");
        assertThatThrownBy(() -> replace(
                        folder,
                        new FileChange(one, "old", "new"),
                        new FileChange(folder.resolve("types/two.yaml"), null, "two")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("cannot be written: ")
                .hasMessageContaining("Nothing was changed.");
        assertThat(one).hasContent("old");
        assertThat(names()).containsExactly("one.yaml", "types");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAreKept() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), "old");
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rw-rw---x"));
        replace(folder, new FileChange(one, "old", "new"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNeitherFollowedNorReplaced() throws IOException {
        Path target = Files.writeString(folder.resolve("target.txt"), "no definition");
        Path link = Files.createSymbolicLink(folder.resolve("skill.yaml"), target);
        assertThatThrownBy(() -> replace(folder, new FileChange(link, "no definition", "new")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("is a link, so it is not written");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("no definition");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderBehindALinkIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("skill.yaml"), "old");
        Path skills = Files.createDirectories(folder.resolve("skills"));
        Path link = Files.createSymbolicLink(skills.resolve("a"), elsewhere);
        assertThatThrownBy(() -> replace(folder, new FileChange(link.resolve("skill.yaml"), "old", "new")))
                .hasMessageContaining("is behind " + link);
        assertThatThrownBy(() -> replace(link, new FileChange(link.resolve("skill.yaml"), "old", "new")))
                .hasMessageContaining("is behind " + link);
        assertThat(elsewhere.resolve("skill.yaml")).hasContent("old");
    }

    @Test
    void whatIsOutsideIsRefused(@TempDir Path elsewhere) {
        Path file = elsewhere.resolve("types/a.yaml");
        assertThatThrownBy(() -> replace(folder, new FileChange(file, null, "new")))
                .hasMessageContaining("is outside of " + folder);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderInTheFilesPlaceIsRefused() throws IOException {
        Path file = Files.createDirectories(folder.resolve("skill.yaml"));
        assertThatThrownBy(() -> replace(folder, new FileChange(file, null, "new")))
                .hasMessageContaining("is not a file");
    }

    @Test
    void aReaderSeesTheOldOrTheNewFileAndNeverHalfOfOne() throws Exception {
        String old = "a".repeat(100_000);
        String now = "b".repeat(100_000);
        Path file = Files.writeString(folder.resolve("one.yaml"), old);
        AtomicBoolean done = new AtomicBoolean();
        AtomicBoolean torn = new AtomicBoolean();
        CountDownLatch reading = new CountDownLatch(1);
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                try {
                    String read = Files.readString(file);
                    torn.compareAndSet(false, !read.equals(old) && !read.equals(now));
                } catch (IOException e) {
                    torn.set(true);
                }
                reading.countDown();
            }
        });
        reader.start();
        reading.await();
        for (int i = 0; i < 50; i++) {
            replace(folder, i % 2 == 0 ? new FileChange(file, old, now) : new FileChange(file, now, old));
        }
        done.set(true);
        reader.join();
        assertThat(torn).isFalse();
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
}
