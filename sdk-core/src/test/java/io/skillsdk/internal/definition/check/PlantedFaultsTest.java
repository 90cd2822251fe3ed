package io.skillsdk.internal.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.definition.Finding;
import io.skillsdk.definition.SkillDefinitions;
import io.skillsdk.internal.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault that is planted into a workspace without any is found: by one finding, of the right rule, at the right
 * line. {@code planted/} has the workspace, with a daemon of ours, another's, a job and an external API, and the faults.
 */
@Tag("one-jdk")
class PlantedFaultsTest {

    private static final Path PLANTED = Path.of("src/test/resources/planted");

    /**
     * A fault: a text that is replaced in a file, or a file or folder that is deleted, moved or written.
     *
     * @param keys what {@code faults.yaml} says of it
     */
    record Fault(Map<?, ?> keys) {

        @Nullable String text(String key) {
            Object value = keys.get(key);
            return value == null ? null : value.toString();
        }

        String of(String key) {
            return String.valueOf(keys.get(key));
        }

        @Override
        public String toString() {
            return of("fault");
        }
    }

    @TempDir
    static Path workspace;

    static List<Fault> faults() throws IOException {
        Path file = PLANTED.resolve("faults.yaml");
        List<?> all = (List<?>)
                YamlReader.read("faults.yaml", Files.readString(file)).plain().get("faults");
        return all.stream().map(keys -> new Fault((Map<?, ?>) keys)).toList();
    }

    @BeforeAll
    static void layOut() throws IOException {
        copy();
    }

    private static void copy() throws IOException {
        for (String folder : List.of("skills", "types")) {
            try (Stream<Path> files = Files.walk(PLANTED.resolve(folder))) {
                for (Path file : files.toList()) {
                    Path copy = workspace.resolve(PLANTED.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
                        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    /** Takes away what was planted, and puts back what was there. */
    @AfterEach
    void restore() throws IOException {
        try (Stream<Path> files = Files.walk(workspace)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.exists(PLANTED.resolve(workspace.relativize(file).toString()))) {
                    Files.delete(file);
                }
            }
        }
        copy();
    }

    private static List<Finding> check() {
        return SkillDefinitions.check(workspace, new Shop());
    }

    @Test
    void theWorkspaceHasNoFindingAsLongAsNothingIsPlanted() {
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundOnceAndWhereItIs(Fault fault) throws IOException {
        plant(fault);
        List<Finding> findings = check();
        assertThat(findings).extracting(Finding::id).containsExactly(fault.of("rule"));
        Path file = workspace.resolve(fault.text("file") == null ? fault.of("in") : fault.of("file"));
        assertThat(findings.get(0).file()).isEqualTo(file);
        String at = fault.text("at");
        if (at != null) {
            String text = Files.readString(file);
            int line = (int) text.substring(0, text.indexOf(at)).lines().count();
            boolean starts = text.indexOf(at) == 0 || text.charAt(text.indexOf(at) - 1) == '\n';
            assertThat(findings.get(0).line())
                    .as("%s", findings)
                    .isEqualTo(Math.max(1, starts ? line + 1 : line) + leading(at));
        }
    }

    /** A place may be given by a text that starts with the line break before it. */
    private static int leading(String at) {
        return at.startsWith("\n") ? 1 : 0;
    }

    private static void plant(Fault fault) throws IOException {
        if (fault.text("old") != null) {
            Path file = workspace.resolve(fault.of("in"));
            String text = Files.readString(file);
            int at = text.indexOf(fault.of("old"));
            assertThat(at).as("what is replaced").isNotNegative();
            Files.writeString(
                    file,
                    text.substring(0, at)
                            + fault.of("new")
                            + text.substring(at + fault.of("old").length()));
        } else if (fault.text("delete") != null) {
            try (Stream<Path> files = Files.walk(workspace.resolve(fault.of("delete")))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } else if (fault.text("move") != null) {
            Files.move(workspace.resolve(fault.of("move")), workspace.resolve(fault.of("to")));
        } else {
            Path file = workspace.resolve(fault.of("write"));
            Files.createDirectories(file.getParent());
            Files.writeString(file, fault.of("text"));
        }
    }
}
