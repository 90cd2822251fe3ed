package io.skillsdk.examples.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.skillsdk.examples.manual.Page.Block;
import io.skillsdk.examples.manual.Shell.Outcome;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands that README.md, docs/ and the examples show work on what this build has made. Blocks of the language "sh" have
 * commands, those of "console" have commands after "$ " and below each what it prints.
 */
class CommandsIT {

    /** A build. This one has made what it makes; .ci/first-hour runs these commands as they are. */
    private static final Pattern BUILD =
            Pattern.compile("(\\./)?mvnw? [^&]*?(package|install|verify|test)\\b[^&]*(&& )?");

    /** A jar without a command serves. */
    private static final Pattern SERVER = Pattern.compile("java( -[DX]\\S+)* -jar \\S+\\.jar( --daemon\\S+)*");

    /** Run elsewhere: by the archetype's ReadmeIT, by .ci/first-hour, or by a release, of which .ci/reproducible makes two. */
    private static final List<String> ELSEWHERE = List.of("mvn archetype:generate", "git clone", ".ci/release");

    private static final Set<String> OTHER_LANGUAGES = Set.of(
            "java",
            "json",
            "xml",
            "yaml",
            "kotlin",
            "groovy",
            "properties",
            "text",
            "dockerfile",
            "http",
            "sql",
            "python");

    static Stream<Page> pages() throws IOException {
        return Page.all().map(Page::read);
    }

    static Stream<Page> pagesWithCommands() throws IOException {
        return pages().filter(page -> page.blocks().stream().anyMatch(CommandsIT::hasCommands)
                || page.spans().stream().anyMatch(CommandsIT::isCommand));
    }

    private static boolean hasCommands(Block block) {
        return Set.of("sh", "console").contains(block.language());
    }

    private static boolean isCommand(String span) {
        return span.matches("java .*-jar \\S+\\.jar .*") && !span.contains("…");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aBlockSaysItsLanguageSoThatItIsKnownWhetherToRunIt(Page page) {
        assertThat(page.blocks())
                .extracting(Block::language)
                .allMatch(language -> OTHER_LANGUAGES.contains(language)
                        || Set.of("sh", "console").contains(language));
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void theCommandsOfAPageWork(Page page, @TempDir Path folder) throws Exception {
        copyExamples(folder);
        try (Shell shell = new Shell(folder)) {
            for (Block block : page.blocks()) {
                if (hasCommands(block)
                        && ELSEWHERE.stream().noneMatch(block.lines().get(0)::startsWith)) {
                    run(block, shell);
                }
            }
            for (String span : page.spans()) {
                if (isCommand(span)) {
                    run(span, shell);
                }
            }
        }
    }

    private static void run(Block block, Shell shell) throws Exception {
        boolean console = block.language().equals("console");
        String printed = null;
        for (String line : block.lines()) {
            if (!console) {
                run(line, shell);
            } else if (line.startsWith("$ ")) {
                printed = run(line.substring(2), shell);
            } else {
                assertThat(printed).as("printed before %s", line).contains(line);
            }
        }
    }

    private static String run(String line, Shell shell) throws Exception {
        String command = BUILD.matcher(line).replaceFirst("");
        if (command.isBlank() || command.startsWith("#")) {
            return "";
        }
        if (SERVER.matcher(command).matches()) {
            shell.serve(command);
            return "";
        }
        // curl says by its exit code what the server said
        Outcome outcome = shell.run(command.replaceFirst("^curl ", "curl -sS --max-time 60 "));
        assertThat(outcome.exitCode()).as("%s%n%s", command, outcome.output()).isZero();
        return outcome.output();
    }

    /** As in a clone after a build, and with the jar of the word count at the root, as in the workspace of one skill. */
    private static void copyExamples(Path folder) throws IOException {
        for (Path source : examples()) {
            String example = source.getFileName().toString();
            Path target = folder.resolve("examples").resolve(example);
            for (String part : List.of("skills", "types", "fabric")) {
                copy(source, target, part);
            }
            Files.createDirectories(target.resolve("target"));
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(source.resolve("target"), "*.jar")) {
                for (Path jar : jars) {
                    Files.copy(jar, target.resolve("target").resolve(jar.getFileName()));
                }
            }
            Files.createSymbolicLink(target.resolve("target/lib"), source.resolve("target/lib"));
        }
        Path wordCount = folder.resolve("examples/word-count");
        copy(wordCount, folder, "skills");
        for (String jar : List.of("word-count.jar", "skill.jar")) {
            Files.copy(wordCount.resolve("target/word-count.jar"), folder.resolve(jar));
        }
        Files.createSymbolicLink(
                folder.resolve("lib"), wordCount.resolve("target/lib").toRealPath());
        try (DirectoryStream<Path> conformance = Files.newDirectoryStream(
                Page.ROOT.resolve("sdk-jaxrs/conformance/target"), "skill-sdk-conformance-*-SNAPSHOT.jar")) {
            for (Path jar : conformance) {
                Files.copy(jar, folder.resolve("skill-sdk-conformance.jar"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(Page.ROOT.resolve("examples"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("target/lib")))
                    .toList();
        }
    }

    private static void copy(Path from, Path to, String path) throws IOException {
        if (!Files.exists(from.resolve(path))) {
            return;
        }
        try (Stream<Path> files = Files.walk(from.resolve(path))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
